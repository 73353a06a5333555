import { posix } from 'node:path';
import type { Definition, Image, Link, Nodes } from 'mdast';
import type { Place } from '../input/message.ts';
import type { Outline } from './outline.ts';
import type { Edit } from './slices.ts';
import { findAttributes } from './html.ts';
import { findNodes, toDefined, toPlace, toRange } from './parse.ts';
import { toSlug } from './slug.ts';

type Tree = Pick<Outline, 'root' | 'source'>;

/** Where a section stands: the id of its page (the address without slashes) and the `#` part. */
export interface Address {
	page: string;
	/** Empty when the section is the page itself. */
	fragment: string;
}

/** The page at the root of the site. */
export const homeId = '';

/** The address as it is written in a link: `/dockerfile/instructions/copy/`, `/a/b/#c`. */
export function toHref({ page, fragment }: Address): string {
	return (page === homeId ? '/' : `/${page}/`) + (fragment === '' ? '' : `#${fragment}`);
}

/** What a link of the notes leads to. */
export type Target =
	/** A heading or a file of the notes, by its address on the site. */
	| { type: 'place'; href: string }
	/** Another site, a path of this one, or a picture that is published with the page. */
	| { type: 'elsewhere' }
	/** No heading, or no file. */
	| { type: 'missing'; what: 'heading' | 'file'; name: string }
	/** A file beside the notes that would not be published. */
	| { type: 'unserved'; name: string };

/** What links lead to, for one file of notes. */
export type Targets = (url: string, isImage: boolean) => Target;

/** What links can lead to in a file of notes that is planned. */
interface Linked {
	prefix: string;
	anchors: ReadonlyMap<string, Address>;
	places: ReadonlyMap<unknown, Address & { isPage: boolean }>;
}

/** The plans by the names of their files, and what else is beside them. */
export interface Neighbours {
	plans: ReadonlyMap<string, Linked>;
	/** Whether a file exists at this path, relative to the notes or, from `/`, to what is published. */
	exists: (path: string) => boolean;
	/** Ids of pages that are not made from notes. */
	taken: readonly string[];
}

/** Tells where the links of one file (`docker.md`, `vault/docker.md`) lead. */
export function startTargets(file: string, { plans, exists, taken }: Neighbours): Targets {
	const folder = posix.dirname(file);
	return (url, isImage) => {
		// A scheme, `//host` and `?query` are no files.
		if (/^(?:[a-z][a-z\d+.-]*:|\/\/|\?|$)/i.test(url)) return { type: 'elsewhere' };
		const [path = '', anchor = ''] = url
			.replace(/\?[^#]*/, '')
			.split('#', 2)
			.map(decode);
		const isRooted = path.startsWith('/');
		const beside = path === '' ? file : posix.join(folder, path).replace(/\/$/, '');
		const place = isRooted ? path.replace(/^\/|\/$/g, '') : beside;
		const plan = isImage ? undefined : findPlan(place);
		if (plan !== undefined) return toTarget(plan, anchor, url);
		const isMade = isRooted && !isImage && (made.test(path) || isPage(place));
		if (!isMade && !exists(isRooted ? path : place))
			return { type: 'missing', what: 'file', name: path };
		// Notes that are checked without the others: a site would have them.
		const isNotes = /\.(?:md|mdx|markdown)$/i.test(place);
		return isRooted || isImage || isNotes
			? { type: 'elsewhere' }
			: { type: 'unserved', name: path };
	};

	/** Others leave the ending out, write that of the page, or lead to a folder for the file of it. */
	function findPlan(place: string): Linked | undefined {
		const name = place.replace(/\.html$/, '');
		const ends = ['.md', '.mdx', '/README.md', '/index.md'];
		const tried = [place, ...ends.map((end) => name + end)];
		return tried.map((path) => plans.get(path)).find((plan) => plan !== undefined);
	}

	/** Whether a page may stand at an address: facts bring pages of their own below those of notes. */
	function isPage(place: string): boolean {
		const places = [...plans.values()].flatMap((plan) => [...plan.places.values()]);
		const pages = places.flatMap(({ page, isPage }) => (isPage ? [page] : []));
		if (/\.\w+$/.test(place)) return pages.includes(place.replace(/\.md$/i, ''));
		const tops = [...taken, ...pages].map((page) => page.split('/')[0]);
		return tops.includes(place.split('/')[0]);
	}
}

/** Home, and the files that every site has besides its pages. */
const made = /^\/$|\/cheatsheet\/|^\/(?:api|snippets)\/|^\/[\w-]+\.(?:txt|json|xml)$/;

function toTarget(plan: Linked, anchor: string, url: string): Target {
	const own = { page: plan.prefix, fragment: '' };
	const { anchors } = plan;
	const address = anchor === '' ? own : (anchors.get(anchor) ?? anchors.get(toSlug(anchor)));
	if (address === undefined) return { type: 'missing', what: 'heading', name: url };
	return { type: 'place', href: toHref(address) };
}

/** `#gr%C3%B6%C3%9Fe` and `#größe` are the same. */
function decode(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}

/** An address that a text leads to, or shows as a picture, in Markdown or in HTML. */
export interface Addressed extends Place {
	url: string;
	isImage: boolean;
	/** Where the address stands in the source; of HTML the whole attribute. */
	range: Pick<Edit, 'start' | 'end'> | undefined;
	isHtml: boolean;
}

/** Every address of a text. One that a definition gives to pictures stands where these do. */
export function findAddresses(tree: Tree): Addressed[] {
	const { root, source } = tree;
	const defined = toDefined(root);
	const references = findNodes(root, 'imageReference');
	const images = new Set(references.map(({ identifier }) => identifier));
	const toAddressed = (node: Nodes, owner: Link | Image | Definition): Addressed => ({
		...{ ...toPlace(node), url: owner.url, isImage: node.type.startsWith('image') },
		...{ range: findDestination(owner, source), isHtml: false },
	});
	return [
		...findNodes(root, 'link', 'image', 'definition')
			.filter((node) => node.type !== 'definition' || !images.has(node.identifier))
			.map((node) => toAddressed(node, node)),
		...references.flatMap((node) => {
			const owner = defined.get(node.identifier);
			return owner === undefined ? [] : [toAddressed(node, owner)];
		}),
		...findAttributes(tree).flatMap(({ element, name, value: url, line, column, start, end }) => {
			const isImage = element === 'img' && name === 'src';
			if (!isImage && !(element === 'a' && name === 'href')) return [];
			return [{ line, column, url, isImage, range: { start, end }, isHtml: true }];
		}),
	];
}

/** What stands for the address of a link or a picture that leads nowhere: its words are shown. */
const nowhere = '<>';

/**
 * Links to headings and files of the notes get the address that these have on the site; those and
 * pictures that lead nowhere get an empty one, or none in HTML.
 */
export function toLinkEdits(tree: Tree, targets: Targets): Edit[] {
	return findAddresses(tree).flatMap(({ url, isImage, range, isHtml }) => {
		const target = targets(url, isImage);
		if (target.type === 'elsewhere' || range === undefined) return [];
		if (target.type !== 'place') return [{ ...range, text: isHtml ? '' : nowhere }];
		return [{ ...range, text: isHtml ? `href="${target.href}"` : target.href }];
	});
}

/** After `](` or, in a definition, after `]:`; with its brackets, if it has any. Others are in pairs. */
const destination =
	/^[^]*\](?:\(|:)\s*(?=(<[^<>\n]*>|(?!<)(?:\\.|[^\s()]|\((?:[^\s()]|\((?:[^\s()]|\([^\s()]*\))*\))*\))+))/;

/** Where the address of a link, an image or a definition stands. */
function findDestination(
	node: Link | Image | Definition,
	source: string,
): { start: number; end: number } | undefined {
	const { start: top, end: bottom } = toRange(node);
	const last = node.type === 'link' ? node.children.at(-1) : undefined;
	const from = last === undefined ? top : toRange(last).end;
	const [before, url] = destination.exec(source.slice(from, bottom)) ?? [];
	if (before === undefined || url === undefined) return undefined;
	const start = from + before.length;
	return { start, end: start + url.length };
}
