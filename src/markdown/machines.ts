import type { Image, ImageReference, Link, LinkReference, Parents } from 'mdast';
import type { Verdict } from '../snippets/verdict.ts';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { toAbsoluteUrl } from '../links.ts';
import {
	correctionLabels,
	cut,
	findAddresses,
	findNodes,
	inOrder,
	isLineBreakHtml,
	isMark,
	silencing,
	toDefined,
	toRange,
	type Edit,
	type Outline,
} from '../notes/notes.ts';
import { toPlaceBehind, toRemarkEdits } from '../reference/corrections.ts';
import { findVerdict, renderVerdict } from './verdicts.ts';

/** What the Markdown of a page is made from. */
interface Source {
	title: string;
	/** The Markdown below the title. */
	outline: Outline;
	/** What is said of its snippets. */
	verdicts: readonly Verdict[];
	/** What its facts hold for. */
	foot?: string | undefined;
}

/**
 * The whole page as Markdown for reading outside the site: links lead to the site, marks for the
 * renderer (`<!-- #id -->`), comments that silence rules and spacers are gone. Code stays as it is to
 * the byte.
 */
export function toMarkdown({ title, outline, verdicts, foot }: Source): string {
	const edits = [
		...toMarkEdits(outline),
		...toVerdictEdits(outline, verdicts),
		...toLinkEdits(outline),
	];
	const { source } = outline;
	const text = cut(source, 0, source.length, inOrder(edits));
	const parts = [
		`# ${toPlainTitle(title)}`,
		text.trim(),
		...(foot === undefined ? [] : [`*${foot}*`]),
	];
	return `${parts.join('\n\n')}\n`;
}

/** A title, which is no Markdown, where Markdown is read. */
export function toPlainTitle(title: string): string {
	return title.replace(/[\\`*[\]<]/g, '\\$&');
}

function toMarkEdits({ root, source }: Outline): Edit[] {
	const edits: Edit[] = [];
	visit(root, 'html', (node, _, parent) => {
		const isSpacer = parent?.type === 'root' && isLineBreakHtml(node);
		if (!isSpacer && !isSiteOnly(node.value)) return;
		const { start, end } = toRange(node);
		const label = findLabel(node.value);
		const text = label === undefined ? '' : ` (${label})`;
		edits.push({ start, end: text === '' ? skipEmpty(source, start, end) : end, text });
	});
	return edits;
}

function toVerdictEdits({ root, source }: Outline, verdicts: readonly Verdict[]): Edit[] {
	const remarks: Parameters<typeof toRemarkEdits>[0][number][] = [];
	visitParents(root, 'code', (node, parents: Parents[]) => {
		const verdict = findVerdict(node, verdicts);
		if (verdict === undefined) return;
		remarks.push({ ...toPlaceBehind(node, parents, source), lines: [renderVerdict(verdict)] });
	});
	return toRemarkEdits(remarks);
}

function findLabel(html: string): string | undefined {
	const name = /^<!-- (\w+) -->$/.exec(html.trim())?.[1];
	return Object.entries(correctionLabels).find(([own]) => own === name)?.[1];
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

/** Links lead to the site; of what leads nowhere the words stay. */
function toLinkEdits(outline: Outline): Edit[] {
	const { root, source } = outline;
	const defined = toDefined(root);
	const edits = findAddresses(outline).flatMap(({ url, range, isHtml, isImage }): Edit[] => {
		if (range === undefined || !/^\/(?!\/)/.test(url)) return [];
		const address = toAbsoluteUrl(url);
		const attribute = isImage ? 'src' : 'href';
		return [{ ...range, text: isHtml ? `${attribute}="${address}"` : address }];
	});
	const dead = findNodes(root, 'link', 'linkReference', 'image', 'imageReference').filter(
		(node) => ('url' in node ? node : defined.get(node.identifier))?.url === '',
	);
	return [...edits, ...dead.map((node) => toWords(node, source))];
}

function toWords(node: Link | LinkReference | Image | ImageReference, source: string): Edit {
	const { start, end } = toRange(node);
	if (node.type === 'image' || node.type === 'imageReference') {
		return { start, end, text: node.alt ?? '' };
	}
	const [first, last] = [node.children[0], node.children.at(-1)];
	const text = first && last ? source.slice(toRange(first).start, toRange(last).end) : '';
	return { start, end, text };
}

/** The address of a page's Markdown. */
export function toMarkdownUrl(id: string): string {
	return toAbsoluteUrl(`/${id}.md`);
}
