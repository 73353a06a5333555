import { kinds, type Kind } from './record.ts';
import { hiddenMark, toWords } from './spelling.ts';

/** One section of the text that a query was found in. */
interface Found {
	/** Below the address that the engine was told; see `baseUrl`. */
	url: string;
	/** HTML, with `<mark>` around what was found. */
	excerpt: string;
	/** The text itself, and the `title`, `kind` and `path` of its section. */
	meta: Readonly<Record<string, string>>;
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

/** A section that the full text has a query in. */
export interface TextHit {
	href: string;
	kind: Kind;
	title: string;
	/** The titles of the pages above, as one line. */
	path: string;
	/** The text around what was found, in pieces: every second one is what the query asks for. */
	text: string[];
}

/**
 * What Pagefind is told when it starts. Short sections must not win for being short, and the whole word
 * beats a beginning (`arg`, not `argument`). https://pagefind.app/docs/ranking/
 */
const options = {
	baseUrl: '/',
	excerptLength: 18,
	ranking: { pageLength: 0.3, termFrequency: 0.4, termSimilarity: 8 },
};

/** Starts Pagefind, which works in a worker of its own; `folder` is the address of its files. */
export async function startPagefind(pagefind: Pagefind, folder: string): Promise<Pagefind> {
	await pagefind.options({ ...options, basePath: folder });
	await pagefind.init();
	return pagefind;
}

/** The first sections that have a query in their text, of all files of notes or of one. */
export async function searchTexts(
	pagefind: Pagefind,
	query: string,
	{ topic, most }: { topic: string | undefined; most: number },
): Promise<TextHit[]> {
	// A letter alone, as in `-p`, stands in every text.
	const words = toWords(query).filter((word) => word.length > 1);
	if (words.length === 0) return [];
	const filters = topic === undefined ? {} : { topic };
	const found = await pagefind.search(words.join(' '), { filters });
	const sections = (found?.results ?? []).slice(0, most).map((result) => result.data());
	const hits = (await Promise.all(sections)).map(toTextHit).filter((hit) => isAbout(hit, words));
	// Sections of one page stand together, at the place of the best.
	const pages = Map.groupBy(hits, ({ href }) => href.replace(/#.*/, ''));
	return [...pages.values()].flat().map((hit) => ({ ...hit, text: hideFrom(hit.text) }));
}

/** A section as Pagefind gives it, as text. */
function toTextHit({ url, excerpt, meta }: Found): TextHit {
	const { title = url, kind = '', path = '' } = meta;
	return {
		href: url,
		kind: kinds.find((known) => known === kind) ?? 'concept',
		title,
		path,
		text: excerpt.split(/<\/?mark>/).map(toText),
	};
}

/** Cuts off the words that are there to be found only. */
function hideFrom(text: string[]): string[] {
	const at = text.findIndex((piece) => piece.includes(hiddenMark));
	return at < 0 ? text : [...text.slice(0, at), (text[at] ?? '').split(hiddenMark)[0] ?? ''];
}

/** Pagefind gives the excerpt as HTML; shown as text it needs its characters back. */
function toText(html: string): string {
	const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
	return html.replace(
		/&(lt|gt|quot|#39|amp);/g,
		(entity, name: string) => entities[name] ?? entity,
	);
}

/** The full text may end a word otherwise, so much of it has to be the same: `installs`. */
const alike = 0.7;

/** Pagefind shortens a word that nobody has until it finds something: `xyzzy` finds `x`. */
function isAbout({ text }: TextHit, words: readonly string[]): boolean {
	const found = text.filter((_, at) => at % 2 === 1).flatMap(toWords);
	const isFound = (word: string) => found.some((other) => other.includes(word));
	return words.some((word) => isFound(word.slice(0, Math.ceil(word.length * alike))));
}
