import type { Parents } from 'mdast';
import type { SitePage } from '../reference/site.ts';
import type { Snippet } from './snippet.ts';
import { visitParents } from 'unist-util-visit-parents';
import { cut } from '../notes/notes.ts';
import { parseOutline } from '../notes/notes.ts';
import { toRemark, toRemarkEdits } from '../reference/place.ts';
import { toKey } from './source.ts';

/** What the page says below a snippet. */
export interface Mark {
	id: string;
	/** From the root of the site. */
	raw: string;
	/** Whether it can be saved as a Dockerfile. */
	isComplete: boolean;
	/** Whether something was found. */
	isFaulty: boolean;
	/** What was found out, in one line. */
	words: string;
	/** When and with what, in one line. */
	by: string;
}

type ToMark = (snippet: Snippet) => Mark;

/** What stands behind fences of one text. */
interface Marks {
	/** Behind those that have no snippet of their own on their page. */
	first: Mark;
	/** By the id of the page that the snippet is named after. */
	byPage: Map<string, Mark>;
}

/** Puts a mark behind every fence of the pages that is in the catalogue. */
export function addMarks(
	pages: readonly SitePage[],
	snippets: readonly Snippet[],
	toMark: ToMark,
): SitePage[] {
	const known = snippets.map((snippet) => ({
		key: toKey(snippet),
		page: snippet.page.replace(/^\/|\/(?:#.*)?$/g, ''),
		mark: toMark(snippet),
	}));
	const marks = new Map<string, Marks>();
	for (const { key, page, mark } of known) {
		const { byPage } = getOrInsert(marks, key, () => ({ first: mark, byPage: new Map() }));
		getOrInsert(byPage, page, () => mark);
	}
	const signature = JSON.stringify(known);
	const before = last.signature === signature ? last.bodies : new Map<string, string>();
	const bodies = new Map<string, string>();
	const marked = pages.map((page) => {
		const key = `${page.id}\n${page.body}`;
		const body = before.get(key) ?? toMarked(page, marks);
		bodies.set(key, body);
		return { ...page, body };
	});
	last = { signature, bodies };
	return marked;
}

/** By what they are made from: most pages are the same after a save. */
let last: { signature: string; bodies: ReadonlyMap<string, string> } = {
	signature: '',
	bodies: new Map(),
};

/** A mark as a comment, which stays out of sight where nobody turns it into structure. */
export function renderMark(mark: Mark): string {
	return `<!-- snippet ${JSON.stringify(mark).replaceAll('>', String.raw`\u003e`)} -->`;
}

/** What a mark's comment says, as a line of text for machines; `json` stands between its ends. */
export function renderMarkText(json: string): string {
	const { words, by } = JSON.parse(json) as Mark;
	return `*${[words, by].filter(Boolean).join(' · ')}*`;
}

function toMarked(page: SitePage, marks: ReadonlyMap<string, Marks>): string {
	const { root, source } = parseOutline(page.body);
	const remarks: Parameters<typeof toRemarkEdits>[0][number][] = [];
	visitParents(root, 'code', (node, parents: Parents[]) => {
		const found = marks.get(toKey({ language: node.lang?.toLowerCase() ?? '', code: node.value }));
		const mark = found?.byPage.get(page.id) ?? found?.first;
		if (mark) remarks.push({ ...toRemark(node, parents, source), lines: [renderMark(mark)] });
	});
	return cut(source, 0, source.length, toRemarkEdits(remarks));
}

function getOrInsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	const known = map.get(key) ?? make();
	map.set(key, known);
	return known;
}
