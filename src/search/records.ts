import type { SitePage } from '../reference/pages.ts';
import type { Reference } from '../reference/facts.ts';
import type { SearchIndex, SearchRecord } from './record.ts';
import { folders, toFlagAnchor, toOptionAnchor } from '../reference/addresses.ts';

/** What of a page the records need. */
export type SearchedPage = Pick<
	SitePage,
	'id' | 'title' | 'description' | 'kind' | 'isIndex' | 'headings' | 'topic' | 'example'
>;

/**
 * Everything that can be found by name. In the order in which equal matches rank: instructions, then
 * the commands that most people look for, the notes, the checks, and last what only leads to others.
 */
export function toSearchIndex(
	pages: readonly SearchedPage[],
	reference: Reference,
	frequent: readonly string[],
	topics: readonly string[] = [],
): SearchIndex {
	const all = new Map(pages.map((page) => [toAddress(page), page]));
	const facts = [
		...toSorted(reference.instructions, (id) =>
			pages.findIndex((page) => page.id === `${folders.instructions}/${id}`),
		).map((own) => toInstruction(own, all)),
		...toSorted(reference.commands, (id) =>
			frequent.includes(id) ? frequent.indexOf(id) : frequent.length,
		).map((own) => toCommand(own, all)),
	];
	const checks = reference.checks.map(toCheck);
	const known = new Set([...facts, ...checks].map(([{ href }]) => href));
	const others = pages.filter((page) => !known.has(toAddress(page)));
	const texts = others.map((page) => toText(page, reference));
	const ordered = [
		...facts,
		...texts.filter(([{ isAside }]) => !isAside),
		...checks,
		...texts.filter(([{ isAside }]) => isAside),
	];
	for (const [record] of topics.length > 1 ? ordered : []) {
		const topic = all.get(record.href)?.topic;
		if (topic !== undefined) record.topic = topic;
	}
	return { records: ordered.flat(), synonyms: reference.synonyms };
}

type Pages = ReadonlyMap<string, SearchedPage>;

/** A page with its parts behind it. */
type Searched = [SearchRecord, ...SearchRecord[]];

function toAddress({ id }: { id: string }): string {
	return `/${id}/`;
}

function toSorted<T extends { id: string }>(all: readonly T[], toPlace: (id: string) => number) {
	return [...all].sort((a, b) => toPlace(a.id) - toPlace(b.id));
}

type Instruction = Reference['instructions'][number];

function toInstruction(facts: Instruction, pages: Pages): Searched {
	const { id, name, words, errors, summary } = facts;
	const href = `/${folders.instructions}/${id}/`;
	const { example: code = '', headings = [] } = pages.get(href) ?? {};
	const syntax = facts.syntax[0]?.text ?? '';
	const parts = [...toTypedParts(facts), ...toTitledParts(facts, headings)];
	return [
		toRecord({ href, kind: 'instruction', name, words, errors, summary, syntax, code }),
		...parts.map(({ anchor, ...part }) =>
			toRecord({ ...part, href: `${href}#${anchor}`, page: href }),
		),
	];
}

/** A part of a page; `anchor` is where it stands there. */
type Part = Partial<SearchRecord> & Pick<SearchRecord, 'kind' | 'name'> & { anchor: string };

/** What is typed as it stands: options, mounts, predefined variables and the rules of hadolint. */
function toTypedParts({ name, examples, options, mounts, predefined, hadolint }: Instruction) {
	const toOption = (anchor: string, name: string, option: string, typed = option): Part => ({
		...{ anchor, kind: 'option', name, options: [option], code: findUse(examples, [typed]) },
	});
	return [
		...options.map((option) => ({
			...toOption(toOptionAnchor(option.name), `${name} ${option.name}`, option.name),
			...toSaid(option),
		})),
		...mounts.map((mount) => {
			const typed = `type=${mount.type}`;
			const option = `--mount=${typed}`;
			const part = toOption(`mount-${mount.type}`, `${name} ${option}`, option, typed);
			return { ...part, ...toSaid(mount) };
		}),
		...predefined.flatMap(({ names, detail }) =>
			names.map((variable) => ({
				...toOption('predefined-variables', variable, variable),
				summary: detail,
			})),
		),
		...hadolint.map(({ code, meaning }): Part => ({
			...{ anchor: code.toLowerCase(), kind: 'check', name: code, options: [code] },
			summary: meaning,
		})),
	];
}

/** What only its title is known by: what to watch out for, and examples. */
function toTitledParts(
	{ gotchas, examples }: Instruction,
	headings: SearchedPage['headings'],
): Part[] {
	const toSlug = (title: string) => headings.find(({ text }) => text === title)?.slug;
	return [
		...gotchas.map(({ id, text }): Part => ({
			...{ anchor: `watch-out-${id}`, kind: 'instruction', name: toSentence(id) },
			...{ isHeading: true, summary: text },
		})),
		...examples.flatMap(({ title, code }): Part[] => {
			const anchor = toSlug(title);
			if (anchor === undefined) return [];
			return [{ anchor, kind: 'snippet', name: title, isHeading: true, code }];
		}),
	];
}

function toCommand(facts: Reference['commands'][number], pages: Pages): Searched {
	const { id, name, canonical, aliases, words, errors, summary, synopsis, examples } = facts;
	const href = `/${folders.commands}/${id}/`;
	// A special case has its main command's names too; they belong to the main command.
	const others = facts.variantOf === undefined ? [canonical, ...aliases] : [];
	const names = [...new Set([name, ...others])];
	const code = pages.get(href)?.example ?? '';
	const kind = 'command';
	return [
		toRecord({ href, kind, name, names, words, errors, summary, syntax: synopsis, code }),
		...facts.flags.map((flag) => {
			const options = [flag.name, flag.short].filter((option) => option !== undefined);
			return toRecord({
				href: `${href}#${toFlagAnchor(flag.name)}`,
				page: href,
				kind: 'option',
				name: `${name} ${options.join(', ')}`,
				names: options.map((option) => `${name} ${option}`),
				options,
				...toSaid(flag),
				code: findUse(examples, options),
			});
		}),
	];
}

function toCheck({
	id,
	name,
	words,
	errors,
	meaning,
	good,
}: Reference['checks'][number]): Searched {
	const href = `/${folders.checks}/${id}/`;
	return [toRecord({ href, kind: 'check', name, words, errors, summary: meaning, code: good })];
}

function toText(page: SearchedPage, reference: Reference): Searched {
	const { kind, title: name, description: summary, isIndex } = page;
	const href = toAddress(page);
	const isTable = reference.tables.some(({ id }) => href === `/${folders.tables}/${id}/`);
	const isAside = isIndex || isTable;
	const toTerms = (at: string) => {
		const { words = [], errors = [] } = reference.words.find((own) => own.at === at) ?? {};
		return { words, errors };
	};
	const headings = isIndex ? [] : page.headings.filter(({ depth }) => depth < 4);
	const isHeading = kind === 'concept' || isAside;
	return [
		toRecord({ href, kind, name, isHeading, isAside, summary, ...toTerms(href) }),
		...headings.map(({ text, slug }) => {
			const at = `${href}#${slug}`;
			return toRecord({ href: at, page: href, kind, name: text, isHeading: true, ...toTerms(at) });
		}),
	];
}

/** What is not given is as most records have it. */
function toRecord(
	record: Partial<SearchRecord> & Pick<SearchRecord, 'href' | 'kind' | 'name'>,
): SearchRecord {
	return {
		names: [record.name],
		options: [],
		isHeading: false,
		isAside: false,
		words: [],
		errors: [],
		summary: '',
		syntax: '',
		code: '',
		...record,
	};
}

/** What the data has to say of an option. */
function toSaid({
	meaning,
	words = [],
	errors = [],
}: {
	meaning: string;
	words?: string[];
	errors?: string[];
}) {
	return { summary: meaning, words, errors };
}

/** The first line of some examples that shows an option in use, by one of its names; empty if none does. */
function findUse(examples: readonly { code: string }[], names: readonly string[]): string {
	const lines = examples.flatMap(({ code }) => code.split('\n'));
	const isIn = (line: string, name: string) => ` ${line} `.split(/[\s=,]/).includes(name);
	const line = lines.find(
		(line) => names.some((name) => isIn(line, name)) || line.includes(`=${names[0]}`),
	);
	return line?.trim() ?? '';
}

/** `files-belong-to-root` → `Files belong to root`. */
function toSentence(id: string): string {
	return id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
}
