import type { Placeholder } from './fill/fill.ts';
import type { Snippet } from './snippets/verify.ts';
import { getEntry } from 'astro:content';

/** What the pages need of the facts, with the types that they were made with. */
interface Facts {
	snippets: Snippet[];
	placeholders: Placeholder[];
	/** What the snippets were verified with, a line for each language. */
	tools: string[];
}

/** The catalogue, the placeholders, or what they were verified with. Throws when the notes gave no pages. */
export async function readFacts<N extends keyof Facts>(name: N): Promise<Facts[N]> {
	const entry = await getEntry('facts', name);
	if (entry === undefined) throw new Error(`The facts have no ${name}.`);
	return entry.data.facts as Facts[N];
}
