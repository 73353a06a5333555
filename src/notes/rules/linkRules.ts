import type { Place } from '../../input/message.ts';
import type { Target } from '../targets.ts';
import type { Outline } from '../outline.ts';
import type { Finding, Ground, Rule } from './rule.ts';
import { findAttributes } from '../html.ts';
import { findNodes, toPlace } from '../parse.ts';

/** Where links and pictures have to lead. */
export const linkRules: readonly Rule[] = [
	{
		name: 'link-finds-heading',
		severity: 'doubt',
		find: ({ outline, targets }) =>
			findLinks(outline, false, ({ url }) => {
				const target = targets(url, false);
				if (target.type !== 'missing' || target.what !== 'heading') return undefined;
				const note =
					'Link to a heading of this file: lower case, spaces as `-`, without punctuation.';
				return { reason: `link \`${target.name}\` leads to no heading`, note };
			}),
	},
	{
		name: 'link-finds-file',
		severity: 'doubt',
		find: ({ outline, targets }) => [
			...findLinks(outline, false, ({ url }) => toMissing(targets(url, false))),
			...findLinks(outline, true, ({ url }) => toMissing(targets(url, true))),
		],
	},
	{
		name: 'image-is-here',
		severity: 'warning',
		find: ({ outline }) => findLinks(outline, true, ({ url }) => toAbsent(url)),
	},
	{
		name: 'link-is-safe',
		severity: 'error',
		find: (ground) => [...findUnsafe(ground, false), ...findUnsafe(ground, true)],
	},
];

/** Whether an image is not the site's own: one with a scheme, or with a host behind `//`. */
export function isElsewhere(source: string): boolean {
	return /^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/i.test(source.trim()) || source === '';
}

/** Something with an address, in Markdown or in HTML. */
interface Addressed extends Place {
	url: string;
}

type Fault = Omit<Finding, keyof Place>;

/** Every address of links or of images that something is wrong with, in Markdown and in its HTML. */
function findLinks(
	outline: Outline,
	areImages: boolean,
	check: (node: Addressed) => Fault | undefined,
): Finding[] {
	const found = areImages ? findImages(outline) : findAnchors(outline);
	return found.flatMap(({ line, column, url }): Finding[] => {
		const fault = check({ line, column, url });
		return fault === undefined ? [] : [{ line, column, ...fault }];
	});
}

function findAnchors(outline: Outline): Addressed[] {
	const { root } = outline;
	// A definition is an image's when one refers to it.
	const images = new Set(findNodes(root, 'imageReference').map(({ identifier }) => identifier));
	const definitions = findNodes(root, 'definition').filter(
		({ identifier }) => !images.has(identifier),
	);
	const links = [...findNodes(root, 'link'), ...definitions];
	return [
		...links.map((node) => ({ ...toPlace(node), url: node.url })),
		...findInHtml(outline, 'a', 'href'),
	];
}

function findImages(outline: Outline): Addressed[] {
	const { root } = outline;
	const defined = new Map<string, string>();
	for (const { identifier, url } of findNodes(root, 'definition')) {
		if (!defined.has(identifier)) defined.set(identifier, url);
	}
	const images = findNodes(root, 'image', 'imageReference').map((node) => ({
		...toPlace(node),
		url: node.type === 'image' ? node.url : (defined.get(node.identifier) ?? ''),
	}));
	return [...images, ...findInHtml(outline, 'img', 'src')];
}

function findInHtml(outline: Outline, tag: string, attribute: string): Addressed[] {
	return findAttributes(outline)
		.filter(({ element, name }) => element === tag && name === attribute)
		.map(({ line, column, value }) => ({ line, column, url: value }));
}

function toMissing(target: Target): Fault | undefined {
	if (target.type === 'unserved') {
		const { name } = target;
		const note = `Put it into \`public/\` and link to \`/${name.replace(/^.*\//, '')}\`.`;
		return { reason: `file \`${name}\` would not be published`, note };
	}
	if (target.type !== 'missing' || target.what !== 'file') return undefined;
	const note = target.name.startsWith('/')
		? 'Put it into `public/`, or beside the notes and write its name.'
		: 'Correct the path; it is relative to the file of notes.';
	return { reason: `file \`${target.name}\` does not exist`, note };
}

/** Pages ask no other site for anything, so that a picture of one is shown as a link. */
function toAbsent(url: string): Fault | undefined {
	if (!isElsewhere(url)) return undefined;
	const reason = url === '' ? 'image has no address' : `image \`${url}\` is on another site`;
	return { reason, note: 'Save it beside the notes and write its name.' };
}

function findUnsafe({ outline }: Pick<Ground, 'outline'>, areImages: boolean): Finding[] {
	return findLinks(outline, areImages, ({ url }) => {
		if (!isUnsafe(url)) return undefined;
		const scheme = /^[^:]*:/.exec(toPlain(url))?.[0];
		const note = 'Write a link that begins with https:.';
		return { reason: `link begins with \`${scheme}\``, note };
	});
}

/** The addresses of a page's links that lead to no place. */
export function findUnsafeLinks(outline: Outline): string[] {
	return findAnchors(outline)
		.map(({ url }) => url)
		.filter(isUnsafe);
}

/** Whether an address leads to no place, but runs something or holds it itself. */
export function isUnsafe(url: string): boolean {
	const scheme = /^[a-z][a-z\d+.-]*:/i.exec(toPlain(url))?.[0];
	return scheme !== undefined && !/^(?:https?|mailto|tel|ftp):/i.test(scheme);
}

/** Browsers leave blanks and what is not seen out of addresses. */
function toPlain(url: string): string {
	return [...url].filter((sign) => sign > ' ').join('');
}
