import type { SitePage } from '../reference/pages/page.ts';
import type { Reference } from '../reference/reference.ts';
import type { Kind } from './entry.ts';
import type { NamedPage, Names } from './names.ts';
import { folders } from '../reference/addresses.ts';
import { toPlainSlug } from './entry.ts';

/** What of a page the small index needs. */
export type IndexedPage = Pick<SitePage, 'id' | 'title' | 'description' | 'isIndex' | 'headings'> & {
	kind: Kind;
	example?: string | undefined;
};

/**
 * The small index: every page by what it is called, in the order in which equal matches rank:
 * instructions, then the commands that most people look for, then the rest.
 */
export function toNames(
	pages: readonly IndexedPage[],
	reference: Reference,
	frequent: readonly string[],
): Names {
	const byId = new Map(pages.map((page) => [page.id, page]));
	const { instructions, commands, checks } = reference;
	const toRank = (id: string) => (frequent.includes(id) ? frequent.indexOf(id) : frequent.length);
	const sorted = [...commands].sort((a, b) => toRank(a.id) - toRank(b.id));
	const known = new Set([
		...instructions.map(({ id }) => `${folders.instructions}/${id}`),
		...commands.map(({ id }) => `${folders.commands}/${id}`),
		...checks.map(({ id }) => `${folders.checks}/${id}`),
	]);
	const others = pages.filter(({ id }) => !known.has(id));
	const tables = new Set(reference.tables.map(({ id }) => `${folders.tables}/${id}`));
	const isAside = ({ id, isIndex }: IndexedPage) => isIndex || tables.has(id);
	const words = new Map(reference.words.map((entry) => [entry.at, entry]));
	return [
		...instructions.map((facts) =>
			toInstruction(facts, byId.get(`${folders.instructions}/${facts.id}`)),
		),
		...sorted.map((facts) => toCommand(facts, byId.get(`${folders.commands}/${facts.id}`))),
		...others.filter((page) => !isAside(page)).map((page) => toText(page, words)),
		...checks.map(toCheck),
		...others.filter(isAside).map((page) => ({ ...toText(page, words), aside: 1 as const })),
	];
}

type Words = ReadonlyMap<string, Reference['words'][number]>;
type Searched = { words: readonly string[]; errors: readonly string[] };

function toInstruction(facts: Reference['instructions'][number], page?: IndexedPage): NamedPage {
	const { id, name, words, errors, summary, syntax, options, mounts, predefined } = facts;
	return {
		at: `/${folders.instructions}/${id}/`,
		kind: 'instruction',
		name,
		words,
		errors,
		summary,
		syntax: syntax[0]?.text ?? '',
		code: page?.example ?? '',
		parts: {
			option: options.map((option) => toLine(option.name, option)),
			mount: mounts.map((mount) => toLine(mount.type, mount)),
			variable: predefined.flatMap(({ names }) => names),
			gotcha: facts.gotchas.map((gotcha) => gotcha.id),
			rule: facts.hadolint.map(({ code }) => code),
			example: facts.examples.flatMap(({ title }) => toSection(title, page)),
		},
	};
}

function toCommand(facts: Reference['commands'][number], page?: IndexedPage): NamedPage {
	const { id, name, canonical, aliases, words, errors, summary, synopsis, flags } = facts;
	// A special case has its main command's names too; they belong to the main command.
	const others = facts.variantOf === undefined ? [canonical, ...aliases] : [];
	return {
		at: `/${folders.commands}/${id}/`,
		kind: 'command',
		name,
		also: [...new Set(others)].filter((other) => other !== name),
		words,
		errors,
		summary,
		syntax: synopsis,
		code: page?.example ?? '',
		parts: {
			flag: flags.map((flag) =>
				toLine([flag.name, flag.short].filter(Boolean).join(' '), flag),
			),
		},
	};
}

function toCheck({ id, name, words, errors, meaning }: Reference['checks'][number]): NamedPage {
	return { at: `/${folders.checks}/${id}/`, kind: 'check', name, words, errors, summary: meaning };
}

function toText(page: IndexedPage, all: Words): NamedPage {
	const at = `/${page.id}/`;
	const { words = [], errors = [] } = all.get(at) ?? {};
	const sections = page.isIndex ? [] : page.headings.filter(({ depth }) => depth < 4);
	return {
		at,
		kind: page.kind,
		name: page.title,
		words,
		errors,
		summary: page.description,
		parts: {
			section: sections.map(({ text, slug }) =>
				toLine(renderSection(text, slug), all.get(`${at}#${slug}`)),
			),
		},
	};
}

function toLine(name: string, { words, errors }: Partial<Searched> = {}): string {
	return [name, ...(words ?? []), ...(errors ?? []).map((error) => `!${error}`)].join('|');
}

function toSection(title: string, page?: IndexedPage): string[] {
	const heading = page?.headings.find(({ text }) => text === title);
	return heading ? [renderSection(title, heading.slug)] : [];
}

function renderSection(title: string, slug: string): string {
	return toPlainSlug(title) === slug ? title : `${title}#${slug}`;
}

/** The index as JSON; what is empty does not travel. */
export function renderNames(names: Names): string {
	return JSON.stringify(names, (_, value: unknown) => (isEmpty(value) ? undefined : value));
}

function isEmpty(value: unknown): boolean {
	return value === '' || (Array.isArray(value) && value.length === 0);
}
