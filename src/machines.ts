import { toAbsoluteUrl } from './links.ts';
import { comment as silencing } from './notes/silence.ts';
import { renderMarkText } from './snippets/marks.ts';

/** A page as machines read it. */
export interface MarkdownPage {
	id: string;
	title: string;
	description: string;
	/** The Markdown below the title. */
	body: string;
	[key: string]: string;
}

/**
 * The whole page as Markdown for reading outside the site: links lead to the site, marks for the
 * renderer (`<!-- #id -->`), comments that silence rules and spacers are gone.
 */
export function toMarkdown({ title, body }: Pick<MarkdownPage, 'title' | 'body'>): string {
	const text = body
		.replace(/<!-- snippet (.*?) -->/g, (_, json: string) => renderMarkText(json))
		.replace(/<!-- (?:#[\w-]+|\/?[a-z]+) -->/g, '')
		.replace(silencing, '')
		.replace(/^<br\s*\/?>$\n?/gim, '')
		.replace(/(\]\()(\/[^)\s]*)/g, (_, open: string, path: string) => open + toAbsoluteUrl(path))
		.replace(/\n{3,}/g, '\n\n');
	return `# ${title}\n\n${text.trim()}\n`;
}

/** The address of a page's Markdown. */
export function toMarkdownUrl(id: string): string {
	return toAbsoluteUrl(`/${id}.md`);
}
