import type { Kind } from '../../notes/notes.ts';
import type { Page } from '../../notes/notes.ts';
import type { PageHeading } from '../headings.ts';

/** One page of the site as Markdown: everything else (HTML, `.md`, search) is made from it. */
export interface SitePage {
	/** The address without slashes at the ends. */
	id: string;
	title: string;
	description: string;
	kind: Kind;
	/** Whether the page only leads to others. */
	isIndex: boolean;
	/** The ids of the pages above, outermost first. */
	parents: string[];
	body: string;
	headings: readonly PageHeading[];
	/** A few words about the thing, for beside the title. */
	tags: string[];
	/** The line of the heading in the notes, for pages that come from there. */
	line?: number | undefined;
	/** The file that the author of the page would edit. */
	file?: string | undefined;
	/** The name of the file of notes that the page belongs to; none for what leads to all. */
	topic?: string | undefined;
	/** One line that shows it in use. */
	example?: string | undefined;
}

/** A page of the notes with the file that it comes from. */
export type NotesPage = Page & { file: string; topic: string };

/** A page of facts; what is not given is as most pages have it. */
export function toFactPage(
	page: Omit<SitePage, 'isIndex' | 'headings' | 'tags'> & Partial<SitePage>,
): SitePage {
	return { isIndex: false, headings: [], tags: [], ...page };
}
