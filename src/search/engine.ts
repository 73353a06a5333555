/*
 * Search: what is typed is looked for among names first, and then in every word of the text. To read in
 * this order: what can be found (record.ts, made from pages and facts by records.ts), how a query is
 * cut into words (spelling.ts), which whole names and messages are in it (tiers.ts, named.ts), which
 * words (lexicon.ts, scores.ts), which answer comes first (ranking.ts), what the full text adds
 * (texts.ts), and this file, which puts the answer together.
 * What a reader sees of it is in starter.ts, dialog.ts with recent.ts, and results.ts; the same engine
 * runs in Node for `npm run search:quality`.
 */
import type { Details, Entry, Kind, Ranked, SearchIndex } from './record.ts';
import { searchTexts, type Pagefind, type TextHit } from './texts.ts';
import { longest, toNearest, toRanker } from './ranking.ts';
import { toEntries } from './record.ts';
import { toStem, toWords } from './spelling.ts';
import { findMissing } from './named.ts';
import { tiers } from './tiers.ts';

/** What is asked: the text, and the kind and the file of notes that are wanted, if not all. */
export interface Question {
	query: string;
	kind: Kind | undefined;
	topic: string | undefined;
}

/** Text in pieces: every second one is what the query asks for. */
export type Marked = string[];

/** One result as a reader sees it. */
export interface Hit {
	/** From the root of the site. */
	href: string;
	kind: Kind;
	title: Marked;
	/** The pages above, outermost first: `Dockerfile › Instructions`. */
	path: string;
	text: Marked;
	/** What `⌘ ↵` copies; empty for nothing. */
	code: string;
	/** Whether the query is its name in full, or one of its names. */
	isExact: boolean;
	/** What the answer card is made of; only for what is found by name. */
	entry?: Entry;
	/** The options of the card, those that the query speaks of first. */
	parts?: Entry[];
}

/** Results under one heading; the first group is the best answer alone and has none. */
export interface Group {
	kind?: Kind | 'text' | 'near';
	/** What stands above it instead of the name of its kind. */
	title?: string;
	hits: Hit[];
}

/** What is known of a question so far. What comes later only adds below. */
export interface Answer {
	/** By name, the best first. */
	hits: Hit[];
	/** What no page is about; then all that was found is only near. */
	missing?: string | undefined;
	/** From the full text. */
	texts: Hit[];
	/** Whether nothing more comes. */
	isComplete: boolean;
	/** Whether the full text could not be fetched. */
	isPartial: boolean;
}

/** Answers questions. */
export interface Engine {
	/** Calls `show` with what is found by name, and again with what the full text adds. */
	ask: (question: Question, show: (answer: Answer) => void) => Promise<void>;
	/** What there is of a kind, for a query that is empty. */
	browse: (kind: Kind, topic: string | undefined) => Hit[];
	/** Names that are written like a query that found nothing. */
	guess: (query: string) => Hit[];
	/** Takes what is shown only, one for each record; results of later questions have it. */
	addDetails: (details: readonly Details[]) => void;
}

/** How much is shown. */
export const most = {
	/** `image`: a screenful by name … */
	hits: 12,
	/** … and as much again from the full text. */
	texts: 8,
	/** `docker stack`: what is near to a thing without a page. */
	near: 5,
	/** `docker run`: a card has these flags; the others stand on the page. */
	parts: 6,
	/** `port is already allocated`: so many steps of what to do about it. */
	steps: 3,
};

/** Starts search; `load` gives Pagefind, and is asked again when it failed. */
export function startEngine(index: SearchIndex, load: () => Promise<Pagefind>): Engine {
	const entries = toEntries(index.records);
	const rank = toRanker(entries, index.synonyms);
	let loaded: Promise<Pagefind> | undefined;
	const pagefind = () =>
		(loaded ??= load().catch((error: unknown) => {
			loaded = undefined;
			throw error;
		}));
	// What most questions will want is there before it is asked for.
	pagefind().catch(() => undefined);

	return {
		ask: async (question, show) => {
			const { ranked, stems } = rank(question.query);
			const missing =
				findMissing(question.query, entries, index.unpaged) ?? toUnsure(ranked, question);
			const found = toHits(ranked, stems, question);
			const guessed = toNearest(question.query, entries).map((entry) => toHit(entry));
			const near = (found.length > 0 ? found : guessed)
				.slice(0, most.near)
				.map((hit) => ({ ...hit, isExact: false }));
			const hits = missing === undefined ? found : near;
			show({ hits, missing, texts: [], isComplete: false, isPartial: false });
			const texts = await findTexts(pagefind, question, hits).catch(() => undefined);
			const isPartial = texts === undefined;
			show({ hits, missing, texts: texts ?? [], isComplete: true, isPartial });
		},
		browse: (kind, topic) =>
			entries
				.filter((entry) => isWanted(entry, { kind, topic }) && isBrowsed(entry))
				.map((entry) => toHit(entry)),
		guess: (query) => toNearest(query, entries).map((entry) => toHit(entry)),
		addDetails: (details) => {
			for (const [at, entry] of entries.entries()) Object.assign(entry, details[at]);
		},
	};
}

/** What scores less is near at best. Tuned on questions that the site has and has not. */
const sure = 0.36;

/** A query of which the best answer has too little. */
function toUnsure([best]: readonly Ranked[], { query }: Question): string | undefined {
	return best !== undefined && best.score < sure ? query.trim() : undefined;
}

/** Whether an entry is of the kind and of the file of notes that are asked for. */
function isWanted(entry: Entry, { kind, topic }: Pick<Question, 'kind' | 'topic'>): boolean {
	const isOfTopic = topic === undefined || (entry.owner ?? entry).topic === topic;
	return isOfTopic && (kind === undefined || entry.kind === kind);
}

/** Whether a list of its kind shows it: options of instructions only, since those of commands are too many. */
function isBrowsed({ owner, isAside, isHeading }: Entry): boolean {
	return !isAside && (owner === undefined || (owner.kind === 'instruction' && !isHeading));
}

function toHits(ranked: readonly Ranked[], stems: Set<string>, question: Question): Hit[] {
	const all = ranked.filter(({ entry }) => isWanted(entry, question));
	const [best] = all;
	// The card of the best answer has its first parts.
	const isCard = best !== undefined && isNamed(best) && question.kind === undefined;
	const place = new Map(ranked.map(({ entry }, at) => [entry, at]));
	const toPlace = (entry: Entry) => place.get(entry) ?? ranked.length;
	const parts = (best?.entry.parts ?? []).toSorted((a, b) => toPlace(a) - toPlace(b));
	const onCard = isCard ? parts.slice(0, most.parts) : [];
	return all
		.filter(({ entry }) => !onCard.includes(entry))
		.slice(0, most.hits)
		.map((answer) => ({
			...toHit(answer.entry, stems, isNamed(answer)),
			parts: answer === best ? parts : [],
		}));
}

/** Whether a query names an entry; what is matched word by word scores about 1 at most. */
function isNamed({ score }: Ranked): boolean {
	return score >= tiers.near;
}

/** An entry as a result; `stems` are what the query's words stand for. */
function toHit(entry: Entry, stems: ReadonlySet<string> = new Set(), isExact = false): Hit {
	const { href, kind, name, summary, code } = entry;
	return {
		href,
		kind,
		title: mark(name, stems),
		path: toPath(entry),
		text: mark(summary || (code.split('\n')[0] ?? ''), stems),
		code,
		isExact,
		entry,
	};
}

/** Cuts a text so that every second piece is a word with one of the stems. */
export function mark(text: string, stems: ReadonlySet<string>): Marked {
	const pieces: Marked = [''];
	for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
		const isFound = toWords(part).some((word) => stems.has(toStem(word)));
		if (isFound) pieces.push(part, '');
		else pieces[pieces.length - 1] += part;
	}
	return pieces;
}

function toPath({ href, owner }: Entry): string {
	const folders = href.split('/').slice(1, -2);
	const titles = folders.map((folder) => folder.replace(/^./, (letter) => letter.toUpperCase()));
	return [...titles, ...(owner === undefined ? [] : [owner.name])].join(' › ');
}

/** More than are shown are read, because some are shown already or are of another kind. */
async function findTexts(
	pagefind: () => Promise<Pagefind>,
	{ query, kind, topic }: Question,
	hits: readonly Hit[],
): Promise<Hit[]> {
	const asked = { topic, most: 2 * most.texts };
	const found = await searchTexts(await pagefind(), query.slice(0, longest), asked);
	const toPage = ({ href }: { href: string }) => href.replace(/#.*/, '');
	const pages = new Set(hits.map(toPage));
	const isNew = (text: TextHit) => !pages.has(toPage(text));
	return found
		.filter((text) => (kind === undefined || text.kind === kind) && isNew(text))
		.slice(0, most.texts)
		.map((text) => ({ ...text, title: [text.title], code: '', isExact: false }));
}

/**
 * The order in which results are shown: the best one, then the others by kind, kinds in the order of
 * their best result. What the full text adds stands below, so that nothing above it moves.
 */
export function toGroups({
	hits,
	texts,
	missing,
}: Pick<Answer, 'hits' | 'texts' | 'missing'>): Group[] {
	if (missing !== undefined) {
		const nearest = hits.length > 0 ? ' Nearest:' : '';
		const title = `No page for “${missing}”.${nearest}`;
		const others: Group[] = texts.length > 0 ? [{ kind: 'text', hits: texts }] : [];
		return [{ kind: 'near', title, hits }, ...others];
	}
	const [best, ...others] = hits;
	const kinds = [...new Set(others.map(({ kind }) => kind))];
	const groups: Group[] = [
		{ hits: best === undefined ? [] : [best] },
		...kinds.map((kind) => ({ kind, hits: others.filter((hit) => hit.kind === kind) })),
		{ kind: 'text', hits: texts },
	];
	return groups.filter(({ hits }) => hits.length > 0);
}
