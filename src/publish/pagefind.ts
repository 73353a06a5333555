import type { Nodes } from 'mdast';
import type { Block } from '../notes/notes.ts';
import { close, createIndex } from 'pagefind';
import { flatten, type Outline, toUniqueSlugs, toLine, toSlugText } from '../notes/notes.ts';
import { escapeXml } from './xml.ts';

/** What the full text needs of a page. */
export interface IndexedPage {
	id: string;
	title: string;
	kind: string;
	/** The ids of the pages above, outermost first. */
	parents: readonly string[];
	/** The name of its file of notes. */
	topic?: string | undefined;
	/** The page as the reader sees it. */
	outline: Outline;
}

/** One result of the full text: a page, or a section within it. */
export interface TextSection {
	/** From the root of the site, with the section's `#`. */
	href: string;
	title: string;
	kind: string;
	/** The titles of the pages above, outermost first. */
	path: string[];
	topic?: string;
	text: string[];
	code: string[];
}

/** A file of the index, with its path below the index's folder. */
export interface IndexFile {
	path: string;
	content: Uint8Array;
}

/** Cuts all pages into the parts that a reader can land on; `hasTopics` says whether files of notes are told apart. */
export function toTextSections(pages: readonly IndexedPage[], hasTopics: boolean): TextSection[] {
	const titles = new Map(pages.map(({ id, title }) => [id, title]));
	return pages.flatMap((page) => {
		const path = page.parents.flatMap((parent) => titles.get(parent) ?? []);
		return toSections(page, path, hasTopics ? page.topic : undefined);
	});
}

function toSections(
	{ id, title, kind, outline }: IndexedPage,
	path: string[],
	topic: string | undefined,
): TextSection[] {
	const { preamble, sections } = outline;
	const own = { kind, ...(topic !== undefined && { topic }) };
	const page = { href: `/${id}/`, title, ...own, path, ...toContent(preamble) };
	const parts = flatten(sections).filter((section) => section.title !== '');
	const slugs = toUniqueSlugs(parts.map(({ heading }) => toSlugText(heading.node)));
	const below = parts.map((section, index) => ({
		href: `${page.href}#${slugs[index]}`,
		title: section.title,
		...own,
		path: [...path, title],
		...toContent(section.blocks),
	}));
	return [page, ...below];
}

/** The words of some blocks, apart from their code. */
function toContent(blocks: readonly Block[]): { text: string[]; code: string[] } {
	const nodes = blocks
		.map(({ node }) => node)
		// Footnotes name sources: every page would be found by `docker reference`.
		.filter(({ type }) => type !== 'html' && type !== 'footnoteDefinition');
	return { text: nodes.flatMap(toLines).filter(Boolean), code: nodes.flatMap(toCode) };
}

/** One line for each paragraph, row and item, so that words of two of them do not run together. */
function toLines(node: Nodes): string[] {
	if (node.type === 'code') return [];
	if (node.type === 'tableRow') return [node.children.map((cell) => toLine(cell)).join(' · ')];
	if (node.type === 'paragraph' || !('children' in node)) return [toLine(node)];
	return node.children.flatMap(toLines);
}

function toCode(node: Nodes): string[] {
	if (node.type === 'code') return [node.value];
	return 'children' in node ? node.children.flatMap(toCode) : [];
}

/** Pagefind's own user interfaces, which the site does not use. */
const unused = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)|wasm\.unknown)/;

/**
 * Builds the full-text index with Pagefind. Every section is given as a small HTML page of its own, so
 * that headings weigh more than text, and results land on the section.
 */
export async function renderIndex(sections: readonly TextSection[]): Promise<IndexFile[]> {
	const { index, errors } = await createIndex({ forceLanguage: 'en' });
	if (index === undefined) throw new Error(`Pagefind gives no index: ${errors.join('; ')}`);
	// One after the other: together they would come in any order, and give other bytes each time.
	for (const section of sections) {
		const added = await index.addHTMLFile({ url: section.href, content: toHtml(section) });
		if (added.errors.length > 0) throw new Error(added.errors.join('; '));
	}
	const { files } = await index.getFiles();
	await close();
	return files.filter(({ path }) => !unused.test(path));
}

function toHtml({ title, kind, path, topic, text, code }: TextSection): string {
	const meta = { title, kind, path: path.join(' › ') };
	const metas = Object.entries(meta).map(
		([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeXml(value)}">`,
	);
	if (topic !== undefined) {
		const content = escapeXml(topic);
		metas.push(`<meta data-pagefind-filter="topic[content]" content="${content}">`);
	}
	const lines = text.map((line) => `<p>${escapeXml(line)}</p>`);
	const fences = code.map((lines) => `<pre>${escapeXml(lines)}</pre>`);
	const body = `<h1 data-pagefind-weight="10">${escapeXml(title)}</h1>${lines.join('')}${fences.join('')}`;
	return `<html lang="en"><head>${metas.join('')}</head><body>${body}</body></html>`;
}

/** What the development server calls a file of the index. */
export function toMediaType(path: string): string {
	if (path.endsWith('.js')) return 'text/javascript';
	return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
