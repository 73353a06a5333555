import type { Place } from '../../input/message.ts';
import type { Outline } from '../outline.ts';
import type { Finding, Rule } from './rule.ts';
import { findAddresses, type Addressed, type Target } from '../targets.ts';

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

type Fault = Omit<Finding, keyof Place>;

/** Every address that something is wrong with. */
function findFaults(outline: Outline, check: (link: Addressed) => Fault | undefined): Finding[] {
	return findAddresses(outline).flatMap((link): Finding[] => {
		const fault = check(link);
		return fault === undefined ? [] : [{ line: link.line, column: link.column, ...fault }];
	});
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
	const links = findAddresses(outline).filter(({ isImage }) => !isImage);
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
