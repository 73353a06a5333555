import type { Nodes, Root } from 'mdast';
import type { Place } from '../input/message.ts';
import { Tokenizer, type Token, type TokenHandler } from 'parse5';
import { defaultSchema } from 'rehype-sanitize';
import { findNodes, toPlace, toPlaceBehind, toRange } from './parse.ts';

/** A tag, a comment or the text between them in a piece of raw HTML. */
export interface HtmlToken {
	type: 'open' | 'close' | 'comment' | 'text';
	/** The element's name in lower case; of a text its characters, with references resolved. */
	name: string;
	/** Offsets in the piece. */
	start: number;
	end: number;
	attributes: HtmlAttribute[];
	/** Whether it is written `<a/>`, which ends an element only in XML. */
	isSelfClosing: boolean;
}

/** An attribute of a tag. */
export interface HtmlAttribute {
	name: string;
	/** With its character references resolved. */
	value: string;
	/** Offsets of the whole attribute, `href="…"`, in the piece. */
	start: number;
	end: number;
}

/** An attribute of raw HTML and where it stands in the notes: place and offsets. */
export interface PlacedAttribute extends HtmlAttribute, Place {
	/** The element that has it. */
	element: string;
}

/** A tag that nothing closes or that closes nothing. */
export interface LooseTag extends HtmlToken {
	/** Which of the pieces it stands in. */
	piece: number;
}

/** Elements that notes may hold: GitHub's list, with some that it lacks and that can do no harm. */
export const elementNames: readonly string[] = [
	...(defaultSchema.tagNames ?? []).filter((name) => name !== 'input'),
	...['abbr', 'caption', 'cite', 'figcaption', 'figure', 'mark', 'small', 'u', 'wbr'],
	// The sanitizer takes the tags of these away and leaves what they hold.
	...['center', 'font', 'big', 'nobr', 'article', 'main', 'header', 'footer', 'nav', 'aside'],
	...['html', 'body'],
];

const elements: ReadonlySet<string> = new Set(elementNames);

/** Elements without content. https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const voids = /^(?:br|col|hr|img|source|wbr)$/;

/** Elements whose end tag may be left out. https://html.spec.whatwg.org/multipage/syntax.html#optional-tags */
const endless = /^(?:p|li|dt|dd|td|th|tr|thead|tbody|tfoot|html|body)$/;

/** Elements behind which words begin anew. */
const breaking = /^(?:br|p|div|li|tr|td|th|h[1-6]|summary|details|dt|dd|hr|caption)$/;

/** Whether an element acts as HTML; the tags of any other (`<name>`, `<script>`) are text. */
export function isElement(name: string): boolean {
	return elements.has(name);
}

/** Whether an element has no content and no end tag. */
export function isVoid(name: string): boolean {
	return voids.test(name);
}

/** Whether a node is nothing but `<br>`: between blocks it makes space, within a text it breaks the line. */
export function isLineBreakHtml(node: Nodes): boolean {
	return node.type === 'html' && /^(?:\s*<br\s*\/?>)+\s*$/i.test(node.value);
}

/** Whether a node is HTML of which nobody sees anything, as comments. */
export function isComment(node: Nodes): boolean {
	if (node.type !== 'html' || !node.value.includes('<!--')) return false;
	const tokens = toTokens(node.value);
	return (
		tokens.every(({ type }) => type === 'comment' || type === 'text') &&
		toVisible(node.value).trim() === ''
	);
}

/**
 * The pieces of raw HTML in their order, by the HTML standard's tokenizer. What only looks like a
 * comment (`<?php ?>`, `<!doctype>`, one that is never closed) or like a tag is left out: it has to be
 * shown as it is written.
 */
export function toTokens(html: string): HtmlToken[] {
	const tokens: HtmlToken[] = [];
	const add = (type: HtmlToken['type'], token: Read): void => {
		const { location } = token;
		if (location) tokens.push({ ...describe(token), type, ...toOffsets(location) });
	};
	const addText = (token: Token.CharacterToken): void => add('text', token);
	const handler: TokenHandler = {
		onStartTag: (token) => add('open', token),
		onEndTag: (token) => add('close', token),
		onComment: (token) => {
			const { startOffset = 0, endOffset = 0 } = token.location ?? {};
			if (/^<!--[^]*--!?>$/.test(html.slice(startOffset, endOffset))) add('comment', token);
		},
		onDoctype: () => {},
		onEof: () => {},
		onCharacter: addText,
		onNullCharacter: addText,
		onWhitespaceCharacter: addText,
	};
	new Tokenizer({ sourceCodeLocationInfo: true }, handler).write(html, true);
	return tokens;
}

/** The words of raw HTML as a reader sees them: tags that act are gone, those that are text stay. */
export function toVisible(html: string): string {
	let text = '';
	let from = 0;
	for (const token of toTokens(html)) {
		text += html.slice(from, token.start) + toWords(token, html);
		from = token.end;
	}
	return text + html.slice(from);
}

/**
 * The tags without a counterpart in pieces of raw HTML that stand beside each other, with other nodes
 * between them or not: nothing closes them, or nothing is open for them.
 */
export function findLoose(pieces: readonly string[]): LooseTag[] {
	const open: LooseTag[] = [];
	const loose: LooseTag[] = [];
	const tags = pieces.flatMap((html, piece) =>
		toTokens(html)
			.filter(({ type, name }) => type !== 'text' && isElement(name) && !isVoid(name))
			.map((token) => ({ ...token, piece })),
	);
	for (const tag of tags) {
		if (tag.type === 'open' && !tag.isSelfClosing) open.push(tag);
		if (tag.type !== 'close') continue;
		const at = open.findLastIndex(({ name }) => name === tag.name);
		const within = at < 0 ? [tag] : open.splice(at).slice(1);
		loose.push(...within.filter(({ name }) => !endless.test(name)));
	}
	// These end with their table or page; a paragraph ends where the next block begins.
	return [...loose, ...open.filter(({ name }) => !/^(?:t[dhr]|html|body)$/.test(name))];
}

/** The attributes of all tags of raw HTML in the notes, with offsets in the notes. */
export function findAttributes({
	root,
	source,
}: {
	root: Root;
	source: string;
}): PlacedAttribute[] {
	return findNodes(root, 'html').flatMap((node) => {
		const { start, end } = toRange(node);
		// Not the node's value, which lacks what a list or a quotation puts before each line.
		const html = source.slice(start, end);
		return toTokens(html).flatMap(({ name: element, attributes }) =>
			attributes.map((attribute) => ({
				...attribute,
				...toPlaceBehind(toPlace(node), html.slice(0, attribute.start)),
				element,
				start: start + attribute.start,
				end: start + attribute.end,
			})),
		);
	});
}

type Read = Token.TagToken | Token.CommentToken | Token.CharacterToken;

function describe(token: Read): Pick<HtmlToken, 'name' | 'attributes' | 'isSelfClosing'> {
	if (!('tagName' in token)) {
		return { name: 'chars' in token ? token.chars : '', attributes: [], isSelfClosing: false };
	}
	const attributes = token.attrs.map(({ name, value }) => {
		const range = token.location?.attrs?.[name];
		return { name, value, ...(range ? toOffsets(range) : { start: 0, end: 0 }) };
	});
	return { name: token.tagName, attributes, isSelfClosing: token.selfClosing };
}

function toOffsets({ startOffset, endOffset }: Token.Location): { start: number; end: number } {
	return { start: startOffset, end: endOffset };
}

function toWords({ type, name, start, end, attributes }: HtmlToken, html: string): string {
	if (type === 'text') return name;
	if (type === 'comment') return '';
	if (name === 'img') return attributes.find((one) => one.name === 'alt')?.value ?? '';
	if (breaking.test(name)) return ' ';
	return isElement(name) ? '' : html.slice(start, end);
}
