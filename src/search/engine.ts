import type { Entry, Kind } from './entry.ts';
import type { Hit } from './hit.ts';
import type { Details, Names } from './names.ts';
import type { Searcher } from './pagefind.ts';
import type { Ranker, Ranking } from './rank.ts';
import type * as RankingModule from './ranking.ts';
import { toEntries } from './entry.ts';
import { toHit } from './hit.ts';
import { toOrdered, type Ranked } from './ordered.ts';
import { pause } from './pause.ts';
import { addTexts } from './texts.ts';
import { toTiers } from './tiers.ts';
import { toSides } from './versus.ts';
import { isCode, toStem, toWords } from './tokens.ts';
import { most, sure, tiers } from './weights.ts';

/** Where the parts of the index come from; each is asked for once it is needed. */
export interface Sources {
	names: () => Promise<Names>;
	details: () => Promise<Details>;
	/** The part of the program that ranks by words; it is not needed for a whole name. */
	ranking: () => Promise<typeof RankingModule>;
	pagefind: () => Promise<Searcher>;
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

/** Answers queries from the index: of all kinds or of one, of all files of notes or of one. */
export interface Engine {
	/** `show` is called each time that more is known. Rejects when there are no names. */
	ask: (
		query: string,
		kind: Kind | undefined,
		show: (answer: Answer) => void,
		topic?: string,
	) => Promise<void>;
	/** What there is of a kind, for a query that is empty; again when there are details. */
	browse: (kind: Kind, show: (hits: Hit[]) => void, topic?: string) => Promise<void>;
	/** Names that are written like a query that found nothing. */
	guess: (query: string) => Promise<Hit[]>;
}

/** The index when everything is there. */
interface Full {
	entries: Entry[];
	rank: Ranker;
	guess: (query: string) => Hit[];
}

/** Starts fetching the names; behind them the details with the ranking, and then the full text. */
export function startEngine(sources: Sources): Engine {
	const early = pause()
		.then(sources.names)
		.then((names) => toEntries(names));
	const full = toRetried(() => early.then(() => toFull(sources)));
	const pagefind = toRetried(() => full().then(() => sources.pagefind()));
	let isFull = false;
	const settle = () => full().then(() => (isFull = true));
	settle()
		.then(pagefind, () => undefined)
		.catch(() => undefined);

	return {
		ask: async (query, kind, show, topic) => {
			const isWanted = toIsWanted(kind, topic);
			const named = isFull ? [] : toSure(query, await early, isWanted);
			if (named.length > 0) show(toAnswer(named));
			const answer = toAnswer(
				pin(toHits((await full()).rank(query), isWanted, kind === undefined), named),
			);
			show(answer);
			show(await addTexts(answer, pagefind(), query, kind, topic));
		},
		browse: async (kind, show, topic) => {
			const isWanted = toIsWanted(kind, topic);
			if (!isFull) show(toBrowsed(await early, isWanted));
			show(toBrowsed((await full()).entries, isWanted));
		},
		guess: async (query) => (await full()).guess(query),
	};
}

/** Without details, or with those of an older build as caches may have them, the names answer. */
async function toFull({ names, details, ranking }: Sources): Promise<Full> {
	const [{ toRanker, toNearest }, known, more] = await Promise.all([
		ranking(),
		names(),
		details().catch(() => undefined),
	]);
	await pause();
	const entries = toEntries(known, known.version === more?.version ? more : undefined);
	await pause();
	return {
		entries,
		rank: await toRanker(entries, more?.synonyms),
		guess: (query) => toNearest(query, entries).map((entry) => toHit(entry, new Set())),
	};
}

/** Asks once; what failed is asked for again the next time. */
function toRetried<T>(load: () => Promise<T>): () => Promise<T> {
	let loaded: Promise<T> | undefined;
	return () => {
		loaded ??= load().catch((error: unknown) => {
			loaded = undefined;
			throw error;
		});
		return loaded;
	};
}

function toAnswer(hits: Hit[]): Answer {
	const isExact = hits[0]?.isExact ?? false;
	return { hits, texts: [], isComplete: false, isExact, isPartial: false };
}

type IsWanted = (entry: Entry) => boolean;

/** Whether an entry is of the kind and of the file of notes that are asked for. */
function toIsWanted(kind: Kind | undefined, topic: string | undefined): IsWanted {
	return (entry) =>
		(kind === undefined || entry.kind === kind) &&
		(topic === undefined || (entry.owner ?? entry).topic === topic);
}

/** The best answer, if the names alone are enough to be sure of it. */
function toSure(query: string, entries: readonly Entry[], isWanted: IsWanted): Hit[] {
	if (isCode(query) || toSides(query).length > 1) return [];
	const [best] = toOrdered(toTiers(query.trim(), entries), entries);
	const isSure = best !== undefined && best.score >= sure;
	return isSure && isWanted(best.entry)
		? [toHit(best.entry, new Set(toWords(query).map(toStem)), true)]
		: [];
}

/** What was shown stays where it is. */
function pin(hits: readonly Hit[], pinned: readonly Hit[]): Hit[] {
	const isPinned = ({ href }: Hit) => pinned.some((hit) => hit.href === href);
	return [...hits.filter(isPinned), ...hits.filter((hit) => !isPinned(hit))];
}

function toHits({ ranked, stems }: Ranking, isWanted: IsWanted, isAnyKind: boolean): Hit[] {
	const all = ranked.filter(({ entry }) => isWanted(entry));
	const best = all[0]?.entry;
	// The card of the best answer has its first parts.
	const isOnCard = (entry: Entry) =>
		isAnyKind && isNamed(all[0]) && best?.parts.slice(0, most.parts).includes(entry);
	return all
		.filter(({ entry }) => !isOnCard(entry))
		.slice(0, most.hits)
		.map((answer) => toHit(answer.entry, stems, isNamed(answer)));
}

/** Whether a query names an entry; what is matched word by word scores about 1 at most. */
function isNamed(answer: Ranked | undefined): boolean {
	return answer !== undefined && answer.score >= tiers.literal;
}

/** The pages of a kind; options of instructions, since those of all commands are too many. */
function toBrowsed(entries: readonly Entry[], isWanted: IsWanted): Hit[] {
	const isShown = ({ owner, isAside, isHeading }: Entry) =>
		!isAside && (owner === undefined || (owner.kind === 'instruction' && !isHeading));
	return entries
		.filter((entry) => isWanted(entry) && isShown(entry))
		.map((entry) => toHit(entry, new Set()));
}
