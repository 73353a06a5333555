import { Tokenizer, type Token, type TokenHandler } from 'parse5';

/** A tag, a comment or the text between them in a piece of raw HTML. */
export interface HtmlToken {
	type: 'open' | 'close' | 'comment' | 'text';
	/** The element's name in lower case; of a text its characters, with references resolved. */
	name: string;
	/** Offsets in the piece. */
	start: number;
	end: number;
	/** Whether it is written `<a/>`, which leaves a comment or a void element as it is. */
	isSelfClosing: boolean;
	attributes: HtmlAttribute[];
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

/**
 * The pieces of raw HTML in their order, by the HTML standard's tokenizer. What only looks like a
 * comment (`<?php ?>`, `<!doctype>`, one that is never closed) or like a tag is left out: it has to be
 * shown as it is written.
 */
export function toTokens(html: string): HtmlToken[] {
	const tokens: HtmlToken[] = [];
	const add = (type: HtmlToken['type'], token: Read): void => {
		const { location } = token;
		if (location) tokens.push({ ...describe(token), type, ...toRange(location) });
	};
	const addText = (token: Token.CharacterToken): void => add('text', token);
	const handler: TokenHandler = {
		onStartTag: (token) => add('open', token),
		onEndTag: (token) => add('close', token),
		onComment: (token) => {
			const { startOffset = 0, endOffset = 0 } = token.location ?? {};
			if (isClosedComment(html.slice(startOffset, endOffset))) add('comment', token);
		},
		onDoctype: nothing,
		onEof: nothing,
		onCharacter: addText,
		onNullCharacter: addText,
		onWhitespaceCharacter: addText,
	};
	new Tokenizer({ sourceCodeLocationInfo: true }, handler).write(html, true);
	return tokens;
}

type Read = Token.TagToken | Token.CommentToken | Token.CharacterToken;

function describe(token: Read) {
	if (!('tagName' in token)) {
		return { name: 'chars' in token ? token.chars : '', isSelfClosing: false, attributes: [] };
	}
	const attributes = token.attrs.map(({ name, value }) => {
		const range = token.location?.attrs?.[name];
		return { name, value, ...(range ? toRange(range) : { start: 0, end: 0 }) };
	});
	return { name: token.tagName, isSelfClosing: token.selfClosing, attributes };
}

function toRange({ startOffset, endOffset }: Token.Location): { start: number; end: number } {
	return { start: startOffset, end: endOffset };
}

function isClosedComment(text: string): boolean {
	return text.startsWith('<!--') && /--!?>$/.test(text);
}

function nothing(): void {}
