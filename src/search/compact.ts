import type { SitePage } from '../reference/pages.ts';
import type { Reference } from '../reference/facts.ts';
import type { Kind } from './entry.ts';
import type { DetailedPage, DetailedPart, Details, NamedPage, Names } from './names.ts';
import { folders } from '../reference/addresses.ts';
import { toAddress } from './names.ts';
import { renderSection, renderTitle, toPart, toTerms } from './terms.ts';

/** What of a page the index needs. */
export interface IndexedPage {
	id: string;
	title: string;
	description: string;
	kind: Kind;
	isIndex: boolean;
	/** The name of the file of notes that it belongs to. */
	topic?: string | undefined;
	headings: SitePage['headings'];
	/** One line that shows it in use. */
	example?: string | undefined;
}

/** So many words of a page travel with the names; the rest has time until more is typed. */
const first = 5;

/** One page in both files of the index. */
interface Indexed {
	named: NamedPage;
	detailed: DetailedPage;
}

/**
 * The two files of the small index: every page by what it is called, and the rest about it. In the
 * order in which equal matches rank: instructions, then the commands that most people look for, the
 * notes, the checks, and last what only leads to others.
 */
export function toIndex(
	pages: readonly IndexedPage[],
	reference: Reference,
	frequent: readonly string[],
	topics: readonly string[] = [],
): { names: Names; details: Details } {
	const { commands, checks, tables } = reference;
	const order = pages.map(({ id }) => id);
	const toPlace = ({ id }: { id: string }) => order.indexOf(`${folders.instructions}/${id}`);
	const instructions = [...reference.instructions].sort((a, b) => toPlace(a) - toPlace(b));
	const byAddress = new Map(pages.map((page) => [`/${page.id}/`, page]));
	const toRank = (id: string) => (frequent.includes(id) ? frequent.indexOf(id) : frequent.length);
	const sorted = [...commands].sort((a, b) => toRank(a.id) - toRank(b.id));
	const facts = [
		...instructions.map((own) => toInstruction(own, byAddress)),
		...sorted.map((own) => toCommand(own, byAddress)),
		...checks.map(toCheck),
	];
	const known = new Set(facts.map(({ named }) => named.at));
	const summaries = new Set(tables.map(({ id }) => `/${folders.tables}/${id}/`));
	const words = new Map(reference.words.map((entry) => [entry.at, entry]));
	const texts = [...byAddress]
		.filter(([at]) => !known.has(at))
		.map(([at, page]) => toText(at, page, words, page.isIndex || summaries.has(at)));
	const isCheck = ({ named }: Indexed) => named.kind === 'check';
	const all = [
		...facts.filter((page) => !isCheck(page)),
		...texts.filter(({ named }) => named.aside === undefined),
		...facts.filter(isCheck),
		...texts.filter(({ named }) => named.aside === 1),
	];
	const named = all.map(({ named }) => {
		const topic = topics.indexOf(byAddress.get(named.at ?? '')?.topic ?? '');
		const isTold = topics.length > 1 && topic >= 0;
		return withoutAddress({ ...named, ...(isTold && { topic }) });
	});
	const version = toVersion(JSON.stringify(named));
	return {
		names: { version, ...(topics.length > 1 && { topics: [...topics] }), pages: named },
		details: { version, pages: all.map(({ detailed }) => detailed), synonyms: reference.synonyms },
	};
}

type Pages = ReadonlyMap<string, IndexedPage>;
type Words = ReadonlyMap<string, Reference['words'][number]>;

function toInstruction(facts: Reference['instructions'][number], pages: Pages): Indexed {
	const { id, name, words, errors, summary, syntax, options, mounts, predefined, hadolint } = facts;
	const at = `/${folders.instructions}/${id}/`;
	const page = pages.get(at);
	const codes = facts.examples.map(({ code }) => code);
	return {
		named: {
			at,
			kind: 'instruction',
			name,
			words: words.slice(0, first),
			parts: {
				option: options.map((option) => option.name),
				mount: mounts.map(({ type }) => type),
				variable: predefined.flatMap(({ names }) => names),
				rule: hadolint.map(({ code }) => code),
			},
		},
		detailed: {
			summary,
			syntax: syntax[0]?.text ?? '',
			code: page?.example ?? '',
			terms: toTerms(words.slice(first), errors),
			meanings: {
				option: options.map((option) => toPart(option, option.name, codes)),
				mount: mounts.map((mount) => toPart(mount, `type=${mount.type}`, codes)),
				variable: predefined.flatMap(({ names, detail }) =>
					names.map((variable) => toPart({ meaning: detail }, variable, codes)),
				),
				rule: hadolint.map(({ meaning }): DetailedPart => [meaning, '']),
			},
			texts: {
				gotcha: facts.gotchas.map((gotcha) => [gotcha.id, gotcha.text]),
				example: facts.examples.map(({ title, code }) => [
					renderTitle(title, page?.headings),
					code,
				]),
			},
		},
	};
}

function toCommand(facts: Reference['commands'][number], pages: Pages): Indexed {
	const { id, name, canonical, aliases, words, errors, summary, synopsis, flags } = facts;
	const at = `/${folders.commands}/${id}/`;
	const codes = facts.examples.map(({ code }) => code);
	// A special case has its main command's names too; they belong to the main command.
	const others = facts.variantOf === undefined ? [canonical, ...aliases] : [];
	const flag = flags.map(({ name, short }) => [name, short].filter(Boolean).join(' '));
	return {
		named: {
			at,
			kind: 'command',
			name,
			also: [...new Set(others)].filter((other) => other !== name),
			words: words.slice(0, first),
			parts: { flag },
		},
		detailed: {
			summary,
			syntax: synopsis,
			code: pages.get(at)?.example ?? '',
			terms: toTerms(words.slice(first), errors),
			meanings: { flag: flags.map((flag) => toPart(flag, flag.name, codes, flag.short)) },
		},
	};
}

function toCheck({ id, name, words, errors, meaning, good }: Reference['checks'][number]): Indexed {
	return {
		named: { at: `/${folders.checks}/${id}/`, kind: 'check', name },
		detailed: { summary: meaning, code: good, terms: toTerms(words, errors) },
	};
}

function toText(at: string, page: IndexedPage, all: Words, isAside: boolean): Indexed {
	const { words = [], errors = [] } = all.get(at) ?? {};
	const headings = page.isIndex ? [] : page.headings.filter(({ depth }) => depth < 4);
	const sections = headings.map(({ text, slug }) => ({ text, slug, ...all.get(`${at}#${slug}`) }));
	return {
		named: {
			at,
			kind: page.kind,
			...(isAside && { aside: 1 }),
			name: page.title,
			words: words.slice(0, first),
			parts: { section: sections.map(renderSection) },
		},
		detailed: {
			summary: page.description,
			terms: toTerms(words.slice(first), errors),
			meanings: {
				section: sections.map(({ words, errors }): DetailedPart => [
					'',
					'',
					...toTerms(words, errors),
				]),
			},
		},
	};
}

function withoutAddress({ at = '', ...page }: NamedPage): NamedPage {
	return at === toAddress(page.kind, page.name) ? page : { ...page, at };
}

/** A short sum of a text, to tell builds apart. */
function toVersion(text: string): string {
	let sum = 0;
	for (let at = 0; at < text.length; at += 1) sum = (sum * 31 + text.charCodeAt(at)) % 2 ** 32;
	return sum.toString(36);
}

/** A file of the index as JSON; what is empty does not travel. */
export function renderIndexFile(file: Names | Details): string {
	return JSON.stringify(file, (key, value: unknown) => {
		const isEmpty = value === '' || (Array.isArray(value) && value.length === 0);
		// What stands in a list keeps its place.
		return isEmpty && !/^\d+$/.test(key) ? undefined : value;
	});
}
