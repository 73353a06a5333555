import type { SearchRecord } from '../search/records.ts';
import { close, createIndex } from 'pagefind';
import { escapeHtml } from '../search/escape.ts';

/** A file of the search index, with its path below the index's folder. */
export interface IndexFile {
	path: string;
	content: Uint8Array;
}

/** Pagefind's own user interfaces, which the site does not use. */
const unused = /^(?:pagefind-(?:ui|modular-ui|component-ui|highlight)|wasm\.unknown)/;

/**
 * Builds the search index with Pagefind. Every record is given as a small HTML page of its own, so
 * that headings weigh more than text, and results land on the section.
 */
export async function renderIndex(records: readonly SearchRecord[]): Promise<IndexFile[]> {
	const { index, errors } = await createIndex({ forceLanguage: 'en' });
	if (index === undefined) throw new Error(`Pagefind gives no index: ${errors.join('; ')}`);
	// One after the other: together they would come in any order, and give other bytes each time.
	for (const record of records) {
		const added = await index.addHTMLFile({ url: record.href, content: toHtml(record) });
		if (added.errors.length > 0) throw new Error(added.errors.join('; '));
	}
	const { files } = await index.getFiles();
	await close();
	return files.filter(({ path }) => !unused.test(path));
}

function toHtml({ title, kind, path, topic, text, code }: SearchRecord): string {
	const meta = { title, kind, path: path.join(' › ') };
	const metas = Object.entries(meta).map(
		([name, value]) =>
			`<meta data-pagefind-meta="${name}[content]" content="${escapeHtml(value)}">`,
	);
	if (topic !== undefined) {
		const content = escapeHtml(topic);
		metas.push(`<meta data-pagefind-filter="topic[content]" content="${content}">`);
	}
	const lines = text.map((line) => `<p>${escapeHtml(line)}</p>`);
	const fences = code.map((lines) => `<pre>${escapeHtml(lines)}</pre>`);
	const body = `<h1 data-pagefind-weight="10">${escapeHtml(title)}</h1>${lines.join('')}${fences.join('')}`;
	return `<html lang="en"><head>${metas.join('')}</head><body>${body}</body></html>`;
}

/** What the development server calls a file of the index. */
export function toMediaType(path: string): string {
	if (path.endsWith('.js')) return 'text/javascript';
	return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
