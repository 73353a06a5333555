import type { TextSection } from '../search/sections.ts';
import { close, createIndex } from 'pagefind';
import { findHidden, hiddenMark } from '../search/spelling.ts';
import { escapeXml } from './xml.ts';

/** A file of the index, with its path below the index's folder. */
export interface IndexFile {
	path: string;
	content: Uint8Array;
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

function toHtml({ name, title, kind, path, topic, text, code }: TextSection): string {
	const meta = { title: name, kind, path: path.join(' › ') };
	const metas = Object.entries(meta).map(
		([name, value]) => `<meta data-pagefind-meta="${name}[content]" content="${escapeXml(value)}">`,
	);
	if (topic !== undefined) {
		const content = escapeXml(topic);
		metas.push(`<meta data-pagefind-filter="topic[content]" content="${content}">`);
	}
	const lines = text.map((line) => `<p>${escapeXml(line)}</p>`);
	const fences = code.map((lines) => `<pre>${escapeXml(lines)}</pre>`);
	const hidden = findHidden([title, ...text, ...code].join('\n')).join(' ');
	if (hidden !== '') fences.push(`<p>${hiddenMark} ${escapeXml(hidden)}</p>`);
	const body = `<h1 data-pagefind-weight="10">${escapeXml(title)}</h1>${lines.join('')}${fences.join('')}`;
	return `<html lang="en"><head>${metas.join('')}</head><body>${body}</body></html>`;
}

/** What the development server calls a file of the index. */
export function toMediaType(path: string): string {
	if (path.endsWith('.js')) return 'text/javascript';
	return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
