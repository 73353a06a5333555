/** One section of the text that a query was found in. */
export interface Found {
	/** Below the address that the engine was told; see `baseUrl`. */
	url: string;
	/** HTML, with `<mark>` around what was found. */
	excerpt: string;
	meta: Record<string, string>;
}

/** The part of Pagefind's browser interface that is used. https://pagefind.app/docs/api/ */
export interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>;
	init(): Promise<void>;
	search(
		query: string,
		options?: { filters: Record<string, string> },
	): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

/** What answers queries of the full text, here or in a worker. */
export type Searcher = Pick<Pagefind, 'search'>;

/**
 * How the full text ranks: short sections must not win for being short (`build`), and the whole word
 * beats a beginning (`arg`, not `argument`).
 */
export const ranking = { pageLength: 0.3, termFrequency: 0.4, termSimilarity: 8 };

/** What Pagefind is told when it starts; words around a match are counted. */
export const options = { baseUrl: '/', excerptLength: 18, ranking };

/** Pagefind gives the excerpt as HTML; shown as text it needs its characters back. */
export function toText(html: string): string {
	const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
	return html.replace(
		/&(lt|gt|quot|#39|amp);/g,
		(entity, name: string) => entities[name] ?? entity,
	);
}
