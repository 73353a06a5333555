import type { Snippet } from './snippet.ts';
import { tasks } from '../reference/schema/command.ts';
import { toKey } from './source.ts';

/** What a snippet is about, with the kind of thing that it names. */
export interface Tag {
	name: string;
	kind: 'Instruction' | 'Command' | 'Task' | 'Language' | 'Other';
}

/** A snippet as the catalogue lists it; the same text in several places stands there once. */
export interface Group extends Omit<Snippet, 'tags'> {
	tags: Tag[];
	isFaulty: boolean;
	/** The other places where it stands. */
	places: Pick<Snippet, 'id' | 'title' | 'page'>[];
}

/** The snippets as the catalogue lists them, in the order of the site. */
export function toGroups(snippets: readonly Snippet[]): Group[] {
	const groups = new Map<string, Group>();
	for (const snippet of snippets) {
		const key = toKey(snippet);
		const group = groups.get(key);
		if (group) group.places.push(snippet);
		else groups.set(key, toGroup(snippet));
	}
	return [...groups.values()];
}

function toGroup(snippet: Snippet): Group {
	const names = [...snippet.tags, snippet.language || 'text'];
	return {
		...snippet,
		tags: [...new Set(names)].map(toTag),
		isFaulty: snippet.bad !== undefined,
		places: [],
	};
}

function toTag(name: string): Tag {
	if (/^[A-Z]+$/.test(name)) return { name, kind: 'Instruction' };
	if (name.startsWith('docker ')) return { name, kind: 'Command' };
	if (tasks.some((task) => task === name)) return { name, kind: 'Task' };
	return { name, kind: name === 'checks' ? 'Other' : 'Language' };
}
