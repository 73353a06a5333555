import type { Element, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';

/** The scripts that are written from right to left. */
const rightToLeft =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const blocks: ReadonlySet<string> = new Set([
	...['p', 'li', 'td', 'th', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary', 'dt', 'dd', 'caption'],
	'figcaption',
]);

/** They hold blocks with a direction of their own, which `auto` would not look into. */
const containers: ReadonlySet<string> = new Set(['ul', 'ol', 'dl', 'blockquote', 'table', 'aside']);

/**
 * Lets blocks with words in a script that is written from right to left run in the direction of their
 * first letter. Code stays from left to right, and pages without such words are as they were.
 */
export function rehypeDirection() {
	return (root: Root): void => {
		if (!rightToLeft.test(toText(root))) return;
		visit(root, 'element', (node) => {
			const direction = toDirection(node);
			if (direction !== undefined) node.properties['dir'] ??= direction;
		});
	};
}

function toDirection(node: Element): string | undefined {
	if (node.tagName === 'pre') return 'ltr';
	const text = toText(node);
	if (!rightToLeft.test(text)) return undefined;
	if (blocks.has(node.tagName)) return 'auto';
	const [letter = ''] = /\p{L}/u.exec(text) ?? [];
	return containers.has(node.tagName) && rightToLeft.test(letter) ? 'rtl' : undefined;
}

function toText(node: Element | Root): string {
	let text = '';
	visit(node, 'text', ({ value }: Text) => {
		text += value;
	});
	return text;
}
