import { visit } from 'unist-util-visit';
import { toAbsoluteUrl } from '../links.ts';
import {
	cut,
	findDestination,
	inOrder,
	isLineBreakHtml,
	isMark,
	parseOutline,
	silencing,
	toRange,
	type Edit,
	type Outline,
} from '../notes/notes.ts';
import { renderMarkText } from '../snippets/marks.ts';

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
 * renderer (`<!-- #id -->`), comments that silence rules and spacers are gone. Code stays as it is to
 * the byte.
 */
export function toMarkdown({ title, body }: Pick<MarkdownPage, 'title' | 'body'>): string {
	const outline = parseOutline(body);
	const edits = [...toMarkEdits(outline), ...toLinkEdits(outline)];
	const { source } = outline;
	const text = cut(source, 0, source.length, inOrder(edits));
	return `# ${title}\n\n${text.trim()}\n`;
}

function toMarkEdits({ root, source }: Outline): Edit[] {
	const edits: Edit[] = [];
	visit(root, 'html', (node, _, parent) => {
		const isSpacer = parent?.type === 'root' && isLineBreakHtml(node);
		const json = /^<!-- snippet (.*) -->$/s.exec(node.value.trim())?.[1];
		const text = json === undefined ? '' : renderMarkText(json);
		if (json === undefined && !isSpacer && !isSiteOnly(node.value)) return;
		const { start, end } = toRange(node);
		edits.push({ start, end: text === '' ? skipEmpty(source, start, end) : end, text });
	});
	return edits;
}

function isSiteOnly(html: string): boolean {
	return isMark(html) || html.replace(silencing, '').trim() === '';
}

/** Where the next text begins, if the line before is empty: two empty lines are one. */
function skipEmpty(source: string, start: number, end: number): number {
	if (!/(?:^|\n)\s*$/.test(source.slice(0, start))) return end;
	const [gap = ''] = /^[ \t]*(?:\r?\n[ \t]*)*\r?\n/.exec(source.slice(end)) ?? [];
	return end + gap.length;
}

function toLinkEdits({ root, source }: Outline): Edit[] {
	const edits: Edit[] = [];
	visit(root, ['link', 'definition', 'image'], (node) => {
		if (!('url' in node) || !node.url.startsWith('/') || node.url.startsWith('//')) return;
		const last = node.type === 'link' ? node.children.at(-1) : undefined;
		const range = findDestination(node, last, source);
		if (range) edits.push({ ...range, text: toAbsoluteUrl(node.url) });
	});
	return edits;
}

/** The address of a page's Markdown. */
export function toMarkdownUrl(id: string): string {
	return toAbsoluteUrl(`/${id}.md`);
}
