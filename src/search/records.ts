import type { SitePage } from '../reference/pages.ts';
import type { Reference } from '../reference/facts.ts';
import { parseOutline, toLine } from '../notes/notes.ts';
import { none, pack, toDetails, type DetailedIndex, type SearchRecord } from './record.ts';
import { folders, toFlagAnchor } from '../reference/addresses.ts';
import { dockerCommands } from './commands.ts';
import { toTextSections, type IndexedPage, type TextSection } from './sections.ts';
import {
	findUse,
	toExampleParts,
	toKeyParts,
	toSaid,
	toTitledParts,
	toTypedParts,
	type Part,
} from './parts.ts';

/** What of a page the records need. */
export type SearchedPage = Pick<
	SitePage,
	'id' | 'title' | 'description' | 'kind' | 'isIndex' | 'headings' | 'topic' | 'example'
> &
	IndexedPage;

/**
 * Everything that can be found by name. In the order in which equal matches rank: instructions, then
 * the commands that most people look for, the notes, answers and guides, the checks, and last what only leads to others.
 */
export function toSearchIndex(
	pages: readonly SearchedPage[],
	reference: Reference,
	frequent: readonly string[],
	topics: readonly string[] = [],
): DetailedIndex {
	const all = new Map(pages.map((page) => [toAddress(page), page]));
	const facts = [
		...toSorted(reference.instructions, (id) =>
			pages.findIndex((page) => page.id === `${folders.instructions}/${id}`),
		).map((own) => toInstruction(own, all)),
		...toSorted(reference.commands, (id) =>
			frequent.includes(id) ? frequent.indexOf(id) : frequent.length,
		).map((own) => toCommand(own, all)),
	];
	const topical = [
		...reference.answers.map((answer) => toAnswer(answer, all)),
		...reference.guides.map((guide) => toGuide(guide, all, reference)),
	];
	const checks = reference.checks.map(toCheck);
	const known = new Set([...facts, ...topical, ...checks].map(([{ href }]) => href));
	const others = pages.filter((page) => !known.has(toAddress(page)));
	const texts = others.map((page) => toText(page, reference));
	const ordered = [
		...facts,
		...texts.filter(([{ isAside }]) => !isAside),
		...topical,
		...(reference.instructions.length > 0 ? [explain] : []),
		...checks,
		...texts.filter(([{ isAside }]) => isAside),
	];
	for (const [record] of topics.length > 1 ? ordered : []) {
		const topic = all.get(record.href)?.topic;
		if (topic !== undefined) record.topic = topic;
	}
	const sections = new Map(toTextSections(pages, false).map((own) => [own.href, own]));
	const records = ordered.flat().map((record) => addLead(record, sections.get(record.href)));
	const names = records.flatMap((record) => [...record.names, ...record.words]);
	// `docker volume` alone has no page, and those of its commands are meant.
	const isPaged = (name: string) => names.some((own) => `${own} `.startsWith(`${name} `));
	// Notes of something else miss no command of Docker.
	const unpaged = dockerCommands.filter((name) => reference.commands.length > 0 && !isPaged(name));
	const { synonyms } = reference;
	return { records: pack(records), details: records.map(toDetails), synonyms, unpaged };
}

/** So many letters of a summary are shown. */
const longest = 140;

/** What a section says first, where its record has nothing to say; no summary longer than is shown. */
function addLead(record: SearchRecord, section?: TextSection): SearchRecord {
	const said = record.summary || (record.isHeading && record.code === '' && section?.text[0]) || '';
	const sentence = /^.{30,}?[.:!?](?=\s|$)/s.exec(said)?.[0] ?? said;
	const cut = sentence.length > longest ? `${sentence.slice(0, longest - 1)}…` : sentence;
	return { ...record, summary: record.page === undefined ? said : cut };
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
type Answer = Reference['answers'][number];
type Guide = Reference['guides'][number];

function toInstruction(facts: Instruction, pages: Pages): Searched {
	const { id, name, words, summary } = facts;
	const href = `/${folders.instructions}/${id}/`;
	const { example: code = '', headings = [] } = pages.get(href) ?? {};
	const syntax = facts.syntax[0]?.text ?? '';
	const parts = [...toTypedParts(facts), ...toTitledParts(facts, headings)];
	return [
		toRecord({ href, kind: 'instruction', name, words, summary, syntax, code }),
		...toParts(href, parts),
	];
}

function toCommand(facts: Reference['commands'][number], pages: Pages): Searched {
	const { id, name, canonical, aliases, summary, synopsis, examples } = facts;
	const href = `/${folders.commands}/${id}/`;
	// `docker context ls` leads to `docker context`: a word that is a command is typed as one.
	const typed = facts.words.filter((word) => dockerCommands.includes(word));
	const words = facts.words.filter((word) => !typed.includes(word));
	const names = [...new Set([name, canonical, ...aliases, ...typed])];
	const code = pages.get(href)?.example ?? '';
	const kind = 'command';
	const { headings = [] } = pages.get(href) ?? {};
	return [
		toRecord({ href, kind, name, names, words, summary, syntax: synopsis, code }),
		...toParts(href, toExampleParts(examples, headings)),
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
	messages,
	meaning,
	good,
}: Reference['checks'][number]): Searched {
	const href = `/${folders.checks}/${id}/`;
	return [
		toRecord({ href, kind: 'check', name, words, errors: messages, summary: meaning, code: good }),
	];
}

/** An answer is known by what Docker prints; its steps stand on its card. */
function toAnswer({ id, title, messages, words, fix: steps }: Answer, pages: Pages): Searched {
	const href = `/${folders.answers}/${id}/`;
	const { description: summary = '', example: code = '' } = pages.get(href) ?? {};
	const own = { href, kind: 'answer', name: title, isHeading: true } as const;
	const fix = steps.map(({ text }) => toPlain(text));
	return [toRecord({ ...own, words, errors: messages, summary, code, fix })];
}

/** Markdown of one line as text. */
function toPlain(markdown: string): string {
	return toLine(parseOutline(markdown).root);
}

/** The guide that shows the keys of a Compose file. */
const keyGuide = 'compose-file';

function toGuide(guide: Guide, pages: Pages, { composeKeys }: Reference): Searched {
	const { id, title, words, sections } = guide;
	const href = `/${folders.guides}/${id}/`;
	const { description: summary = '', headings = [] } = pages.get(href) ?? {};
	const kind = 'guide';
	const keys = id === keyGuide ? toKeyParts(guide, composeKeys, headings) : [];
	return [
		toRecord({ href, kind, name: title, isHeading: true, words, summary }),
		...toParts(href, keys),
		...sections.flatMap(({ title: name }) => {
			const slug = headings.find(({ text }) => text === name)?.slug;
			if (slug === undefined) return [];
			const own = { href: `${href}#${slug}`, page: href, kind, name } as const;
			return [toRecord({ ...own, isHeading: true, isAside: true })];
		}),
	];
}

function toText(page: SearchedPage, reference: Reference): Searched {
	const { kind, title: name, description: summary, isIndex } = page;
	const href = toAddress(page);
	const isAside = isIndex;
	const toTerms = (at: string) => ({
		words: reference.words.find((own) => own.at === at)?.words ?? [],
	});
	const headings = isIndex ? [] : page.headings.filter(isTopic);
	const isHeading = kind === 'concept' || isAside;
	return [
		toRecord({ href, kind, name, isHeading, isAside, summary, ...toTerms(href) }),
		...headings.map(({ text, slug }) => {
			const at = `${href}#${slug}`;
			return toRecord({ href: at, page: href, kind, name: text, isHeading: true, ...toTerms(at) });
		}),
	];
}

/** Headings that many pages have say nothing of what stands below them. */
const common = new Set(['Watch out', 'Related', 'Sources', 'Summary', 'See also']);

function isTopic({ depth, text }: SearchedPage['headings'][number]): boolean {
	return depth < 4 && !common.has(text);
}

/** The page that says what a reader's own file does; it has no text of its own. */
const explain: Searched = [
	toRecord({
		...{ href: '/explain/', kind: 'guide', name: 'Explain a Dockerfile', isHeading: true },
		words: ['what does this Dockerfile do', 'lint a Dockerfile', 'check a Dockerfile'],
		summary: 'What your own Dockerfile, Compose file or docker run does, line by line.',
	}),
];

/** Parts of a page as records of their own. */
function toParts(page: string, parts: readonly Part[]): SearchRecord[] {
	return parts.map(({ anchor, ...part }) => toRecord({ ...part, href: `${page}#${anchor}`, page }));
}

/** What is not given is as most records have it. */
function toRecord(
	record: Partial<SearchRecord> & Pick<SearchRecord, 'href' | 'kind' | 'name'>,
): SearchRecord {
	return { ...none, names: [record.name], ...record };
}
