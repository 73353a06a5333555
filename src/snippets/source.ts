import type { DataFile, Reference } from '../reference/reference.ts';
import type { SitePage } from '../reference/site.ts';
import type { Topic } from '../notes/notes.ts';
import type { Draft } from './snippet.ts';

/** A snippet where it is written, before it has what follows from its text. */
export type Source = Pick<Draft, 'id' | 'title' | 'language' | 'code' | 'page' | 'tags' | 'file'> &
	Partial<Pick<Draft, 'line' | 'bad'>>;

/** What the catalogue is made from. */
export interface Shelves {
	/** The files of notes in the order of the site. */
	topics: readonly Pick<Topic, 'name' | 'file' | 'plan' | 'hints'>[];
	reference: Reference;
	pages: readonly SitePage[];
	/** The data files, to find lines in. */
	files: readonly DataFile[];
}

/** What makes two snippets the same for a reader. */
export function toKey({ language, code }: Pick<Draft, 'language' | 'code'>): string {
	return `${language}\n${code}`;
}

/** Numbers the names that come again within one section: `a`, `a-2`, `a-3`. */
export function toNumbered(name: string, index: number): string {
	return index === 0 ? name : `${name}-${index + 1}`;
}

/** Where a snippet stands in the catalogue, from the root of the site. */
export function toCataloguePlace(id: string): string {
	return `/snippets/#${id}`;
}

/** The address of a whole Dockerfile under its own name, from the root of the site. */
export function toDockerfile(id: string): string {
	return `/snippets/${id}/Dockerfile`;
}
