import type { Parents, Root, Text } from 'hast';
import { nameToEmoji } from 'gemoji';
import { visitParents } from 'unist-util-visit-parents';

/** Codes that no word and no number touches: `image:tag`, `10:100:45` and `a::key::b` have none. */
const codes = /(?<![\w:/])(?::[+\w-]+:)+(?![\w:])/g;

/** A text with GitHub's codes for emoji (`:rocket:`) as the signs that they stand for. */
export function toEmoji(text: string): string {
	if (!text.includes(':')) return text;
	return text.replace(codes, (run) => run.replace(/:([+\w-]+):/g, toSign));
}

/** Where signs stand for themselves. */
const literal: ReadonlySet<string> = new Set(['code', 'pre', 'kbd', 'samp', 'var']);

/** Shows codes for emoji as signs, but never within code. */
export function rehypeEmoji() {
	return (root: Root): void => {
		visitParents(root, 'text', (node: Text, ancestors: Parents[]) => {
			if (!ancestors.some(isLiteral)) node.value = toEmoji(node.value);
		});
	};
}

function toSign(code: string, name: string): string {
	return Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? code) : code;
}

function isLiteral(node: Parents): boolean {
	return node.type === 'element' && literal.has(node.tagName);
}
