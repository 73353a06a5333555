import type { Reference } from '../facts.ts';
import { toSlug } from '../../notes/notes.ts';
import { folders, toFlagAnchor, toOptionAnchor } from '../addresses.ts';
import {
	escapeText,
	join,
	renderCode,
	renderFrame,
	renderList,
	renderSection,
} from '../markdown.ts';
import { toFactPage, type PageHeading, type PageKind, type SitePage } from './page.ts';

/** The id of the index. */
export const atozId = 'a-z';

/** The index of the book; `pages` are all the others. */
export function toAtozPage(reference: Reference, pages: readonly SitePage[]): SitePage {
	const body = join([
		renderAtoz(toTerms(reference, pages)),
		renderSection('hadolint rules', renderTermList(toRuleTerms(reference))),
	]);
	return toFactPage({
		id: atozId,
		title: 'A–Z',
		description:
			reference.instructions.length > 0
				? 'Every instruction, option, flag, command, check and idea in alphabetical order.'
				: 'Every page and section in alphabetical order.',
		kind: 'concept',
		isIndex: true,
		parents: [],
		body,
	});
}

/** One line of the index: what people look for, and where it stands. */
interface Term {
	/** As it is written, with its dashes. */
	name: string;
	/** What kind of thing it is, or whose. */
	about: string;
	href: string;
	/** Whether it is typed as it stands. */
	isCode: boolean;
}

/** Every instruction, option, flag, command, alias, check, rule and page, in alphabetical order. */
function toTerms(reference: Reference, pages: readonly SitePage[]): Term[] {
	const terms = [
		...toInstructionTerms(reference),
		...toCommandTerms(reference),
		...reference.checks.map(({ id, name }) =>
			toTerm(name, 'build check', `/${folders.checks}/${id}/`),
		),
		...pages.filter(({ kind }) => kind in abouts).flatMap(toPageTerms),
		...(reference.instructions.length > 0 ? [explain] : []),
	];
	return terms
		.map((term) => ({ term, key: toKey(term) }))
		.sort((a, b) => compare(a.key, b.key) || (a.term.about < b.term.about ? -1 : 1))
		.map(({ term }) => term);
}

/** The page that says what a reader's own file does. */
const explain: Term = {
	...{ name: 'Explain a Dockerfile', about: 'page', href: '/explain/', isCode: false },
};

const { compare } = new Intl.Collator('en');

/** The index of the book as Markdown. */
function renderAtoz(terms: readonly Term[]): string {
	const letters = Map.groupBy(terms, (term) => {
		const first = toKey(term)[0]?.toUpperCase() ?? '';
		return /\p{L}/u.test(first) ? first : '0–9';
	});
	const links = [...letters.keys()].map((letter) => `[${letter}](#${toSlug(letter)})`);
	const sections = [...letters].map(([letter, found]) =>
		renderSection(letter, renderTermList(found)),
	);
	return join([links.join(' · '), ...sections]);
}

function renderTermList(terms: readonly Term[]): string {
	const names = Map.groupBy(terms, ({ name, isCode }) => `${isCode} ${name}`);
	return renderFrame('index', renderList([...names.values()].map(renderTerms)));
}

function toInstructionTerms({ instructions }: Reference): Term[] {
	return instructions.flatMap(({ id, name, options, mounts, predefined }) => {
		const href = `/${folders.instructions}/${id}/`;
		return [
			toTerm(name, 'instruction', href),
			...options.map((option) =>
				toTerm(option.name, `option of ${name}`, `${href}#${toOptionAnchor(option.name)}`),
			),
			...mounts.map(({ type }) =>
				toTerm(`--mount=type=${type}`, `mount of ${name}`, `${href}#mount-${type}`),
			),
			...predefined.flatMap(({ names }) =>
				names.map((variable) =>
					toTerm(variable, `variable, ${name}`, `${href}#predefined-variables`),
				),
			),
		];
	});
}

/** The rules of hadolint: another tool, whose codes nobody looks up by their letter. */
function toRuleTerms({ instructions }: Reference): Term[] {
	const terms = instructions.flatMap(({ id, name, hadolint }) =>
		hadolint.map(({ code }) =>
			toTerm(code, name, `/${folders.instructions}/${id}/#${code.toLowerCase()}`),
		),
	);
	return terms.toSorted((a, b) => compare(a.name, b.name));
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

/** What the pages are called that are known by their titles. */
const abouts: Partial<Record<PageKind, string>> = {
	concept: 'page',
	answer: 'answer',
	guide: 'guide',
};

function toPageTerms({ id, title, kind, headings, isIndex, line }: SitePage): Term[] {
	const href = `/${id}/`;
	// The headings of a page of facts are the same on each.
	const isOwn = line !== undefined || kind === 'guide';
	const isTelling = ({ depth, text }: PageHeading) =>
		depth === 2 && (kind !== 'guide' || (text !== 'Related' && text !== 'Sources'));
	const inner = isIndex || !isOwn ? [] : headings.filter(isTelling);
	return [
		{ name: title, about: isIndex ? 'page' : (abouts[kind] ?? ''), href, isCode: false },
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

/** A name with what it means; one that means several things has a link for each. */
function renderTerms(terms: readonly Term[]): string {
	const [first] = terms;
	if (first === undefined) return '';
	const name = first.isCode ? renderCode(first.name) : escapeText(first.name);
	if (terms.length === 1) return `[${name}](${first.href}) ${escapeText(first.about)}`;
	const start = /^(?:flag|option) of /.exec(first.about)?.[0] ?? '';
	const shared = terms.every(({ about }) => about.startsWith(start)) ? start : '';
	const links = terms.map(
		({ about, href }) => `[${escapeText(about.slice(shared.length))}](${href})`,
	);
	return `[${name}](${first.href}) ${shared}${links.join(', ')}`;
}

/** What the order goes by: letters and digits, without dashes or an article in front. */
function toKey({ name }: Term): string {
	return name
		.replace(/^[^\p{L}\d]+/u, '')
		.replace(/^(?:an?|the) (?=\S)/i, '')
		.toLowerCase();
}
