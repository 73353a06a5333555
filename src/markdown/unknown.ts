import type { Html, Parents, Paragraph, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { findLoose, isElement, isFlow, isLineBreakHtml, isVoid, toTokens } from '../notes/notes.ts';

/**
 * Turns into text what HTML does not know (`<name>`, `docker run <image>:<tag>`), what acts
 * (`<script>`), and tags without a counterpart, before the HTML parser sees any of it: that would make
 * an `<img>` of `<image>`, and let an element that nobody closes swallow what follows. Comments vanish.
 * Must stand behind all that reads comments as marks.
 */
export function remarkUnknown() {
	return (root: Root): void => {
		visit(root, (parent) => {
			if ('children' in parent && parent.children.some(({ type }) => type === 'html')) {
				rewriteChildren(parent);
			}
		});
	};
}

/**
 * Makes breaks of `<br>` within a text; between blocks, where it only makes space, it vanishes. Must
 * stand before `remarkUnknown`.
 */
export function remarkBreaks() {
	return (root: Root): void => {
		visit(root, 'html', (node, index, parent) => {
			if (parent === undefined || index === undefined || !isLineBreakHtml(node)) return;
			parent.children.splice(index, 1, ...(isFlow(parent) ? [] : [{ type: 'break' } as const]));
			return index;
		});
	};
}

function rewriteChildren(parent: Parents): void {
	const children: RootContent[] = [...parent.children];
	const pieces = children.map((node) => (node.type === 'html' ? node.value : ''));
	const loose = findLoose(pieces);
	const rewritten = children.flatMap((node, piece): RootContent[] => {
		if (node.type !== 'html') return [node];
		const own = loose.filter((tag) => tag.piece === piece);
		const value = rewrite(
			node.value,
			own.map(({ start }) => start),
			own.filter(({ type, name }) => type === 'open' && name === 'p').length,
		);
		if (value.trim() === '') return [];
		const html: Html = { ...node, value };
		return [isFlow(parent) && isWords(value) ? toParagraph(html) : html];
	});
	parent.children = rewritten as typeof parent.children;
}

/** A piece of HTML in which only those tags are left that act; a paragraph ends with its piece. */
function rewrite(html: string, loose: readonly number[], openParagraphs: number): string {
	let text = '';
	let from = 0;
	for (const { type, name, start, end, isSelfClosing } of toTokens(html)) {
		if (type === 'text') continue;
		const own = html.slice(start, end);
		text += escape(html.slice(from, start));
		from = end;
		if (type === 'comment') continue;
		const isLoose = loose.includes(start) && name !== 'p';
		if (!isElement(name) || isLoose) text += escape(own.replaceAll('&', '&amp;'));
		// Only XML closes `<a name="x"/>`.
		else text += isSelfClosing && !isVoid(name) ? `${own.slice(0, -2)}></${name}>` : own;
	}
	return text + escape(html.slice(from)) + '</p>'.repeat(openParagraphs);
}

function escape(text: string): string {
	return text.replaceAll('<', '&lt;');
}

/** Elements that are words, or hold nothing but words. */
const phrasing =
	/^(?:a|abbr|b|big|br|cite|code|del|em|font|i|img|ins|kbd|mark|nobr|picture|q|s|samp|small|source|span|strike|strong|sub|sup|tt|u|var|wbr)$/;

/** Whether a block of HTML is no block: text, or `<img>` alone on its line. */
function isWords(html: string): boolean {
	const tags = toTokens(html).filter(({ type }) => type !== 'text');
	return tags.every(({ name }) => phrasing.test(name)) && findLoose([html]).length === 0;
}

function toParagraph(html: Html): Paragraph {
	return { type: 'paragraph', children: [html] };
}
