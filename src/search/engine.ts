import type { Kind } from './entry.ts';
import type { Hit } from './hit.ts';
import type { Details, Names } from './names.ts';
import type { Pagefind } from './pagefind.ts';
import { toEntries } from './entry.ts';
import { toHit, toTextHit } from './hit.ts';
import { toRanker, type Ranker, type Ranking } from './rank.ts';
import { isCode } from './tokens.ts';
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
	/** Whether the full text could not be fetched. */
	isPartial: boolean;
}

/** Answers queries, from all kinds or one. `show` is called each time that more is known. */
export type Engine = (
	query: string,
	kind: Kind | undefined,
	show: (answer: Answer) => void,
) => Promise<void>;

/** Starts fetching, and gives the function that answers. It rejects when there are no names. */
export function startEngine(sources: Sources): Engine {
	const early = sources.names().then((names) => toRanker(toEntries(names)));
	const full = early.then(() => toFullRanker(sources)).catch(() => early);
	const pagefind = full.then(() => sources.pagefind());
	pagefind.catch(() => undefined);
	let isFull = false;
	full.then(() => (isFull = true)).catch(() => undefined);

	return async (query, kind, show) => {
		const pinned = isFull || isCode(query) ? [] : toSure((await early)(query), kind);
		if (pinned.length > 0) show(toAnswer(pinned));
		const answer = toAnswer(pin(toHits((await full)(query), kind), pinned));
		show(answer);
		try {
			const texts = await searchText(await pagefind, query, kind);
			const hrefs = new Set(answer.hits.map(({ href }) => href));
			const added = texts.filter(({ href }) => !hrefs.has(href)).slice(0, most.texts);
			show({ ...answer, texts: added, isComplete: true });
		} catch {
			show({ ...answer, isComplete: true, isPartial: true });
		}
	};
}

async function toFullRanker({ names, details }: Sources): Promise<Ranker> {
	return toRanker(toEntries(await names(), await details()));
}

function toAnswer(hits: Hit[]): Answer {
	return { hits, texts: [], isComplete: false, isPartial: false };
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
		.map(({ entry }) => entry)
		.filter((entry) => kind === undefined || entry.kind === kind)
		.slice(0, most.hits)
		.map((entry) => toHit(entry, stems));
}

/** More than are shown are read, because some are shown already or are of another kind. */
async function searchText(engine: Pagefind, query: string, kind: Kind | undefined): Promise<Hit[]> {
	const found = await engine.search(query);
	const sections = (found?.results ?? []).slice(0, 2 * most.texts).map((result) => result.data());
	const hits = (await Promise.all(sections)).map(toTextHit);
	return hits.filter((hit) => kind === undefined || hit.kind === kind);
}
