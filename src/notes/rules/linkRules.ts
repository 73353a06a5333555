import type { Place } from '../../input/message.ts';
import type { Target } from '../targets.ts';
import type { Outline } from '../outline.ts';
import type { Finding, Rule } from './rule.ts';
import { findAttributes } from '../html.ts';
import { findNodes, toPlace } from '../parse.ts';

/** Where links and pictures have to lead. */
export const linkRules: readonly Rule[] = [
	{
		name: 'link-finds-heading',
		severity: 'doubt',
		find: ({ outline, targets }) =>
			findFaults(outline, ({ url, isImage }) => toHeadless(targets(url, isImage))),
	},
	{
		name: 'link-finds-file',
		severity: 'doubt',
		find: ({ outline, targets }) =>
			findFaults(outline, ({ url, isImage }) => toMissing(targets(url, isImage))),
	},
	{
		name: 'image-is-here',
		severity: 'warning',
		find: ({ outline }) =>
			findFaults(outline, ({ url, isImage }) => (isImage ? toAbsent(url) : undefined)),
	},
	{
		name: 'link-is-safe',
		severity: 'error',
		find: ({ outline }) => findFaults(outline, ({ url }) => toUnsafe(url)),
	},
];

/** Whether an image is not the site's own: one with a scheme, or with a host behind `//`. */
export function isElsewhere(source: string): boolean {
	return /^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/i.test(source.trim()) || source === '';
}

/** A link or an image, in Markdown or in HTML. */
interface Addressed extends Place {
	url: string;
	isImage: boolean;
}

type Fault = Omit<Finding, keyof Place>;

/** Every address that something is wrong with. */
function findFaults(outline: Outline, check: (node: Addressed) => Fault | undefined): Finding[] {
	return findAddressed(outline).flatMap(({ line, column, ...own }): Finding[] => {
		const fault = check({ line, column, ...own });
		return fault === undefined ? [] : [{ line, column, ...fault }];
	});
}

function findAddressed(outline: Outline): Addressed[] {
	const { root } = outline;
	const defined = new Map<string, string>();
	for (const { identifier, url } of findNodes(root, 'definition')) {
		if (!defined.has(identifier)) defined.set(identifier, url);
	}
	const references = findNodes(root, 'imageReference');
	// A definition is an image's when one refers to it.
	const images = new Set(references.map(({ identifier }) => identifier));
	const nodes = findNodes(root, 'link', 'image', 'definition').filter(
		(node) => node.type !== 'definition' || !images.has(node.identifier),
	);
	const inHtml = findAttributes(outline).filter(
		({ element, name }) =>
			name === (element === 'img' ? 'src' : 'href') && /^(?:a|img)$/.test(element),
	);
	return [
		...nodes.map((node) => ({ ...toPlace(node), url: node.url, isImage: node.type === 'image' })),
		...references.map((node) => ({
			...{ ...toPlace(node), url: defined.get(node.identifier) ?? '', isImage: true },
		})),
		...inHtml.map(({ line, column, value, element }) => ({
			...{ line, column, url: value, isImage: element === 'img' },
		})),
	];
}

function toHeadless(target: Target): Fault | undefined {
	if (target.type !== 'missing' || target.what !== 'heading') return undefined;
	const note = 'Link to a heading of this file: lower case, spaces as `-`, without punctuation.';
	return { reason: `link \`${target.name}\` leads to no heading`, note };
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

function toUnsafe(url: string): Fault | undefined {
	if (!isUnsafe(url)) return undefined;
	const scheme = /^[^:]*:/.exec(toPlain(url))?.[0];
	const note = 'Write a link that begins with https:.';
	return { reason: `link begins with \`${scheme}\``, note };
}

/** The addresses of a page's links that lead to no place. */
export function findUnsafeLinks(outline: Outline): string[] {
	const links = findAddressed(outline).filter(({ isImage }) => !isImage);
	return links.map(({ url }) => url).filter(isUnsafe);
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
