import { posix } from 'node:path';
import type { Definition, Image, Link } from 'mdast';
import type { Outline } from './outline.ts';
import type { Edit } from './slices.ts';
import { findAttributes } from './html.ts';
import { findNodes, toRange } from './parse.ts';
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
		// A scheme, `//host`, `/path` and `?query` are no files beside the notes.
		const isElsewhere = /^(?:[a-z][a-z\d+.-]*:|\/|\?|$)/i.test(url);
		if (isElsewhere && isImage) return toRootedImage(url);
		if (isElsewhere) return /^\/(?!\/)/.test(url) ? toRooted(url) : { type: 'elsewhere' };
		const [path = '', anchor] = url.split('#', 2).map(decode);
		const name = path.replace(/\?.*$/, '');
		const place = name === '' ? file : posix.join(folder, name).replace(/\/$/, '');
		const plan = isImage ? undefined : findPlan(place);
		if (plan !== undefined) return toTarget(plan, anchor ?? '', url);
		if (!exists(place)) return { type: 'missing', what: 'file', name };
		// Notes that are checked without the others: a site would have them.
		const isNotes = /\.(?:md|mdx|markdown)$/i.test(place);
		return isImage || isNotes ? { type: 'elsewhere' } : { type: 'unserved', name };
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
		const pages = [...plans.values()].flatMap(({ places }) => pagesOf(places));
		if (/\.\w+$/.test(place)) return pages.includes(place.replace(/\.md$/i, ''));
		const tops = [...taken, ...pages].map((page) => page.split('/')[0]);
		return tops.includes(place.split('/')[0]);
	}

	/** A picture from the root of the site stands in `public/`. */
	function toRootedImage(url: string): Target {
		if (!/^\/(?!\/)/.test(url)) return { type: 'elsewhere' };
		const path = decode(url.replace(/[?#].*$/, ''));
		return exists(path) ? { type: 'elsewhere' } : { type: 'missing', what: 'file', name: path };
	}

	function toRooted(url: string): Target {
		const [path = '', anchor = ''] = url
			.replace(/\?[^#]*/, '')
			.split('#', 2)
			.map(decode);
		const place = path.replace(/^\/|\/$/g, '');
		const plan = place === '' ? undefined : findPlan(place);
		if (plan !== undefined) return toTarget(plan, anchor, url);
		if (made.test(path) || exists(path) || isPage(place)) return { type: 'elsewhere' };
		return { type: 'missing', what: 'file', name: path };
	}
}

/** Home, and the files that every site has besides its pages. */
const made = /^\/$|\/cheatsheet\/|^\/(?:api|snippets)\/|^\/[\w-]+\.(?:txt|json|xml)$/;

function pagesOf(places: Linked['places']): string[] {
	return [...places.values()].flatMap(({ page, isPage }) => (isPage ? [page] : []));
}

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

/** What stands for the address of a link or a picture that leads nowhere: its words are shown. */
const nowhere = '<>';

/**
 * Links to headings and files of the notes get the address that these have on the site; those and
 * pictures that lead nowhere get an empty one.
 */
export function toLinkEdits({ root, source }: Tree, targets: Targets): Edit[] {
	const pictures = new Set(findNodes(root, 'imageReference').map(({ identifier }) => identifier));
	const edits = findNodes(root, 'link', 'image', 'definition').flatMap((node): Edit[] => {
		const isImage =
			node.type === 'definition' ? pictures.has(node.identifier) : node.type === 'image';
		const target = targets(node.url, isImage);
		const range = target.type === 'elsewhere' ? undefined : findDestination(node, source);
		if (range === undefined) return [];
		return [{ ...range, text: target.type === 'place' ? target.href : nowhere }];
	});
	return [...edits, ...toHtmlEdits({ root, source }, targets)];
}

/** The same for HTML: a picture without an address shows its words. */
function toHtmlEdits(tree: Tree, targets: Targets): Edit[] {
	return findAttributes(tree).flatMap(({ element, name, value, start, end }) => {
		const isImage = element === 'img' && name === 'src';
		const isLink = element === 'a' && name === 'href';
		const target = isImage || isLink ? targets(value, isImage) : undefined;
		if (target === undefined || target.type === 'elsewhere') return [];
		return [{ start, end, text: target.type === 'place' ? `href="${target.href}"` : '' }];
	});
}

/** After `](` or, in a definition, after `]:`; with its brackets, if it has any. Others are in pairs. */
const destination =
	/^[^]*\](?:\(|:)\s*(?=(<[^<>\n]*>|(?!<)(?:\\.|[^\s()]|\((?:[^\s()]|\((?:[^\s()]|\([^\s()]*\))*\))*\))+))/;

/** Where the address of a link, an image or a definition stands. */
export function findDestination(
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
