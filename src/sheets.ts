import type { Sheet } from './cheatsheet/model.ts';
import { getEntry } from 'astro:content';

/** The cheatsheet of facts and notes. Throws when the notes gave no pages, which stops a build earlier. */
export async function readSheet(): Promise<Sheet> {
	const topic = await getEntry('topics', 'docker');
	if (topic === undefined) throw new Error('The notes gave no sheet.');
	return topic.data.sheet;
}
