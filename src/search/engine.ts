/** What the dialog shows of one result. */
export interface Hit {
	url: string;
	title: string;
	kind: string;
	path: string;
	/** The words around the match; every second piece is the match itself. */
	excerpt: string[];
}

interface Fragment {
	url: string;
	excerpt: string;
	meta: Record<string, string>;
}

/** The part of Pagefind's browser interface that is used. https://pagefind.app/docs/api/ */
interface Pagefind {
	options(options: Record<string, unknown>): Promise<void>;
	init(): Promise<void>;
	search(query: string): Promise<{ results: { data(): Promise<Fragment> }[] } | null>;
}

const most = 12;
let pagefind: Promise<Pagefind> | undefined;

/** Fetches the engine and its index, once. `base` is the site's base path. */
export function warm(base: string): Promise<Pagefind> {
	pagefind ??= load(base).catch((error: unknown) => {
		pagefind = undefined;
		throw error;
	});
	return pagefind;
}

/** The best results for a query. Throws when the index cannot be fetched. */
export async function search(base: string, query: string): Promise<Hit[]> {
	const found = await (await warm(base)).search(query);
	const fragments = (found?.results ?? []).slice(0, most).map((result) => result.data());
	return (await Promise.all(fragments)).map(toHit);
}

async function load(base: string): Promise<Pagefind> {
	const engine: Pagefind = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
	await engine.options({ baseUrl: base, excerptLength: 18, ranking });
	await engine.init();
	return engine;
}

/** Short sections must not win for being short, and a match of the whole word beats a beginning. */
const ranking = { pageLength: 0.3, termFrequency: 0.4, termSimilarity: 8 };

function toHit({ url, excerpt, meta }: Fragment): Hit {
	const { title = url, kind = '', path = '' } = meta;
	return { url, title, kind, path, excerpt: excerpt.split(/<\/?mark>/).map(unescapeHtml) };
}

/** Pagefind gives the excerpt as HTML; shown as text it needs its characters back. */
function unescapeHtml(html: string): string {
	const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
	return html.replace(
		/&(lt|gt|quot|#39|amp);/g,
		(entity, name: string) => entities[name] ?? entity,
	);
}
