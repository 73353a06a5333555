import type { Entry, Kind } from './entry.ts';
import type { Hit } from './hit.ts';
import type { Details, Names } from './names.ts';
import type { Pagefind } from './pagefind.ts';
import { distance } from 'fastest-levenshtein';
import { toEntries } from './entry.ts';
import { toHit, toTextHit } from './hit.ts';
import { toRanker, type Ranker, type Ranking } from './rank.ts';
import { isCode, toKey } from './tokens.ts';
import { most, sure } from './weights.ts';

/** Where the parts of the index come from; each is asked for once it is needed. */
export interface Sources {
	names: () => Promise<Names>;
	details: () => Promise<Details>;
	pagefind: () => Promise<Pagefind>;
}

/** What is known of a query so far. Later answers to it only add below. */
export interface Answer {
	/** From the small index, the best first. */
	hits: Hit[];
	/** From the full text. */
	texts: Hit[];
	/** Whether nothing more comes. */
	isComplete: boolean;
	/** Whether the first one is named by the query in full, so that it is the answer. */
	isExact: boolean;
	/** Whether the full text could not be fetched. */
	isPartial: boolean;
}

/** Answers queries from the index, of all kinds or of one. */
export interface Engine {
	/** `show` is called each time that more is known. Rejects when there are no names. */
	ask: (query: string, kind: Kind | undefined, show: (answer: Answer) => void) => Promise<void>;
	/** What there is of a kind, for a query that is empty. */
	browse: (kind: Kind) => Promise<Hit[]>;
	/** Names that are written like a query that found nothing. */
	guess: (query: string) => Promise<Hit[]>;
}

/** Starts fetching the names, then the details, then the full text. */
export function startEngine(sources: Sources): Engine {
	const entries = sources.names().then((names) => toEntries(names));
	const early = entries.then((all) => toRanker(all));
	const full = early.then(() => toFullRanker(sources)).catch(() => early);
	const pagefind = full.then(() => sources.pagefind());
	pagefind.catch(() => undefined);
	let isFull = false;
	full.then(() => (isFull = true)).catch(() => undefined);

	return {
		ask: async (query, kind, show) => {
			const pinned = isFull || isCode(query) ? [] : toSure((await early)(query), kind);
			if (pinned.length > 0) show(toAnswer(pinned));
			const answer = toAnswer(pin(toHits((await full)(query), kind), pinned));
			show(answer);
			show(await addTexts(answer, pagefind, query, kind));
		},
		browse: async (kind) => toBrowsed(await entries, kind),
		guess: async (query) => toNearest(query, await entries),
	};
}

async function addTexts(
	answer: Answer,
	pagefind: Promise<Pagefind>,
	query: string,
	kind: Kind | undefined,
): Promise<Answer> {
	try {
		const texts = await searchText(await pagefind, query, kind);
		const hrefs = new Set(answer.hits.map(({ href }) => href));
		const added = texts.filter(({ href }) => !hrefs.has(href)).slice(0, most.texts);
		return { ...answer, texts: added, isComplete: true };
	} catch {
		return { ...answer, isComplete: true, isPartial: true };
	}
}

/** Throws when one file comes from an older build, as caches may have it. */
async function toFullRanker({ names, details }: Sources): Promise<Ranker> {
	const [known, more] = await Promise.all([names(), details()]);
	if (known.version !== more.version) throw new Error('The details are of another build.');
	return toRanker(toEntries(known, more), more.synonyms);
}

function toAnswer(hits: Hit[]): Answer {
	const isExact = hits[0]?.isExact ?? false;
	return { hits, texts: [], isComplete: false, isExact, isPartial: false };
}

/** The best answer, if the names alone are enough to be sure of it. */
function toSure({ ranked, stems }: Ranking, kind: Kind | undefined): Hit[] {
	const isSure = (ranked[0]?.score ?? 0) >= sure;
	return isSure ? toHits({ ranked, stems }, kind).slice(0, 1) : [];
}

/** What was shown stays where it is. */
function pin(hits: readonly Hit[], pinned: readonly Hit[]): Hit[] {
	const isPinned = ({ href }: Hit) => pinned.some((hit) => hit.href === href);
	return [...hits.filter(isPinned), ...hits.filter((hit) => !isPinned(hit))];
}

function toHits({ ranked, stems }: Ranking, kind: Kind | undefined): Hit[] {
	return ranked
		.filter(({ entry }) => kind === undefined || entry.kind === kind)
		.slice(0, most.hits)
		.map(({ entry, score }) => toHit(entry, stems, score > 1.5));
}

/** The pages of a kind; options of instructions, since those of all commands are too many. */
function toBrowsed(entries: readonly Entry[], kind: Kind): Hit[] {
	const isShown = ({ owner, isAside, isHeading }: Entry) =>
		!isAside && (owner === undefined || (owner.kind === 'instruction' && !isHeading));
	return entries
		.filter((entry) => entry.kind === kind && isShown(entry))
		.map((entry) => toHit(entry, new Set()));
}

function toNearest(query: string, entries: readonly Entry[]): Hit[] {
	const key = toKey(query).slice(0, most.letters);
	return entries
		.filter(({ owner, isHeading }) => owner === undefined && !isHeading)
		.map((entry) => ({ entry, far: Math.min(...entry.names.map((name) => distance(toKey(name), key))) }))
		.sort((a, b) => a.far - b.far)
		.slice(0, most.nearest)
		.map(({ entry }) => toHit(entry, new Set()));
}

/** More than are shown are read, because some are shown already or are of another kind. */
async function searchText(engine: Pagefind, query: string, kind: Kind | undefined): Promise<Hit[]> {
	const found = await engine.search(query);
	const sections = (found?.results ?? []).slice(0, 2 * most.texts).map((result) => result.data());
	const hits = (await Promise.all(sections)).map(toTextHit);
	return hits.filter((hit) => kind === undefined || hit.kind === kind);
}
