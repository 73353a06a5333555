import type { Outline } from './outline.ts';
import type { Problem, Surroundings } from './problems.ts';
import { visit } from 'unist-util-visit';
import { toAnchor } from './body.ts';
import { flatten, toRange } from './outline.ts';
import { toError } from './problem.ts';

/** Links to headings of the file lead somewhere. */
export function anchorsExist({ root, sections }: Outline): Problem[] {
	const anchors = new Set(flatten(sections).map(({ anchor }) => anchor));
	return findLinks(root, ['link', 'definition'], (url, line) => {
		if (!url.startsWith('#') || anchors.has(toAnchor(url))) return [];
		const hint = 'Link to a heading of this file: lower case, spaces as `-`, without punctuation.';
		return [toError(line, `link \`${url}\` leads to no heading`, hint)];
	});
}

/** Links and images beside the notes exist. */
export function filesExist({ root }: Outline, { exists }: Surroundings): Problem[] {
	return findLinks(root, ['link', 'image', 'definition'], (url, line) => {
		const path = toRelativePath(url);
		if (path === undefined || exists(path)) return [];
		const hint = 'Correct the path; it is relative to the file of notes.';
		return [toError(line, `file \`${path}\` does not exist`, hint)];
	});
}

/** Images are published with their page; any other file has to be where all files are. */
export function linksAreServed({ root }: Outline, { exists }: Surroundings): Problem[] {
	return findLinks(root, ['link'], (url, line) => {
		const path = toRelativePath(url);
		if (path === undefined || !exists(path)) return [];
		const hint = `Put it into \`public/\` and link to \`/${path.replace(/^.*\//, '')}\`.`;
		return [toError(line, `file \`${path}\` would not be published`, hint)];
	});
}

const safe = /^(?:https?|mailto|tel|ftp):/i;

/** Links lead to places; one that runs code (`javascript:`) leads nowhere. */
export function linksAreSafe({ root }: Outline): Problem[] {
	return findLinks(root, ['link', 'image', 'definition'], (url, line) => {
		const scheme = /^[a-z][a-z\d+.-]*:/i.exec(url.trim())?.[0];
		if (scheme === undefined || safe.test(scheme)) return [];
		return [
			toError(line, `link begins with \`${scheme}\``, 'Write a link that begins with https:.'),
		];
	});
}

function findLinks(
	root: Outline['root'],
	types: readonly ('link' | 'image' | 'definition')[],
	check: (url: string, line: number) => Problem[],
): Problem[] {
	const problems: Problem[] = [];
	visit(root, [...types], (node) => {
		if ('url' in node) problems.push(...check(node.url, toRange(node).line));
	});
	return problems;
}

/** The path of a link to a file beside the notes; nothing for any other address. */
function toRelativePath(url: string): string | undefined {
	const isOther = /^(?:[a-z][a-z\d+.-]*:|#|\/|\?|$)/i.test(url);
	return isOther ? undefined : decode(url.replace(/[?#].*$/, ''));
}

function decode(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}
