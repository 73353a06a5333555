import type { SitePage } from './pages/page.ts';
import type { Reference } from './reference.ts';
import { folders, toFlagAnchor, toOptionAnchor } from './addresses.ts';
import { escapeText, join, renderCode, renderList, renderSection } from './markdown.ts';

/** One line of the index: what people look for, and where it stands. */
export interface Term {
	/** As it is written, with its dashes. */
	name: string;
	/** What kind of thing it is, or whose. */
	about: string;
	href: string;
	/** Whether it is typed as it stands. */
	isCode: boolean;
}

/** The id of the index. */
export const atozId = 'a-z';

/** Every instruction, option, flag, command, alias, check, rule and page, in alphabetical order. */
export function toTerms(reference: Reference, pages: readonly SitePage[]): Term[] {
	const terms = [
		...toInstructionTerms(reference),
		...toCommandTerms(reference),
		...reference.checks.map(({ id, name }) =>
			toTerm(name, 'build check', `/${folders.checks}/${id}/`),
		),
		...pages.filter(({ kind }) => kind === 'concept').flatMap(toPageTerms),
	];
	return terms.sort(
		(a, b) => toKey(a).localeCompare(toKey(b), 'en') || (a.about < b.about ? -1 : 1),
	);
}

/** The index of the book as Markdown. */
export function renderAtoz(terms: readonly Term[]): string {
	const letters = new Map<string, Term[]>();
	for (const term of terms) {
		const first = toKey(term)[0]?.toUpperCase() ?? '';
		const letter = /[A-Z]/.test(first) ? first : '0–9';
		letters.set(letter, [...(letters.get(letter) ?? []), term]);
	}
	return join(
		[...letters].map(([letter, found]) => renderSection(letter, renderList(found.map(renderTerm)))),
	);
}

function toInstructionTerms({ instructions }: Reference): Term[] {
	return instructions.flatMap(({ id, name, options, mounts, hadolint, predefined }) => {
		const href = `/${folders.instructions}/${id}/`;
		return [
			toTerm(name, 'instruction', href),
			...options.map((option) =>
				toTerm(option.name, `option of ${name}`, `${href}#${toOptionAnchor(option.name)}`),
			),
			...mounts.map(({ type }) =>
				toTerm(`--mount=type=${type}`, `mount of ${name}`, `${href}#mount-${type}`),
			),
			...hadolint.map(({ code }) =>
				toTerm(code, `hadolint, ${name}`, `${href}#${code.toLowerCase()}`),
			),
			...predefined.flatMap(({ names }) =>
				names.map((variable) =>
					toTerm(variable, `variable, ${name}`, `${href}#predefined-variables`),
				),
			),
		];
	});
}

function toCommandTerms({ commands }: Reference): Term[] {
	return commands.flatMap(({ id, name, canonical, aliases, flags }) => {
		const href = `/${folders.commands}/${id}/`;
		const others = new Set([canonical, ...aliases].filter((other) => other !== name));
		return [
			toTerm(name, 'command', href),
			...[...others].map((other) => toTerm(other, `same as ${name}`, href)),
			...flags.map((flag) =>
				toTerm(
					flag.short === undefined ? flag.name : `${flag.name}, ${flag.short}`,
					`flag of ${name}`,
					`${href}#${toFlagAnchor(flag.name)}`,
				),
			),
		];
	});
}

function toPageTerms({ id, title, headings, isIndex }: SitePage): Term[] {
	const href = `/${id}/`;
	const inner = isIndex ? [] : headings.filter(({ depth }) => depth === 2);
	return [
		{ name: title, about: 'page', href, isCode: false },
		...inner.map(({ text, slug }) => ({
			name: text,
			about: title,
			href: `${href}#${slug}`,
			isCode: false,
		})),
	];
}

function toTerm(name: string, about: string, href: string): Term {
	return { name, about, href, isCode: true };
}

function renderTerm({ name, about, href, isCode }: Term): string {
	return `[${isCode ? renderCode(name) : escapeText(name)}](${href}) ${escapeText(about)}`;
}

/** What the order goes by: letters and digits, without the dashes in front. */
function toKey({ name }: Term): string {
	return name.replace(/^[^\p{L}\d]+/u, '').toLowerCase();
}
