import type { Kind } from './entry.ts';
import type { Answer } from './engine.ts';
import type { Hit } from './hit.ts';
import type { Searcher } from './pagefind.ts';
import { toTextHit } from './hit.ts';
import { toWords } from './tokens.ts';
import { alike, longest, most } from './weights.ts';

/** Adds what the full text has below an answer; what is there already is not said twice. */
export async function addTexts(
	answer: Answer,
	pagefind: Promise<Searcher>,
	query: string,
	kind: Kind | undefined,
	topic: string | undefined,
): Promise<Answer> {
	try {
		const texts = await search(await pagefind, query, kind, topic);
		const hrefs = new Set(answer.hits.map(({ href }) => href));
		const added = texts.filter(({ href }) => !hrefs.has(href)).slice(0, most.texts);
		return { ...answer, texts: added, isComplete: true };
	} catch {
		return { ...answer, isComplete: true, isPartial: true };
	}
}

/** More than are shown are read, because some are shown already or are of another kind. */
async function search(
	engine: Searcher,
	query: string,
	kind: Kind | undefined,
	topic: string | undefined,
): Promise<Hit[]> {
	const filters = topic === undefined ? {} : { topic };
	const found = await engine.search(query.slice(0, longest), { filters });
	const sections = (found?.results ?? []).slice(0, 2 * most.texts).map((result) => result.data());
	const hits = (await Promise.all(sections)).map(toTextHit);
	return hits.filter((hit) => (kind === undefined || hit.kind === kind) && isAbout(hit, query));
}

/** Pagefind shortens a word that nobody has until it finds something: `xyzzy` finds `x`. */
function isAbout({ text }: Hit, query: string): boolean {
	const found = text.filter((_, at) => at % 2 === 1).flatMap(toWords);
	const isBegun = (word: string) => found.some((other) => other.startsWith(word));
	return toWords(query).some((word) => isBegun(word.slice(0, Math.ceil(word.length * alike))));
}
