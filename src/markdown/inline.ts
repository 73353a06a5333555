import type { ElementContent, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { isRightToLeft, rightToLeft } from '../input/pattern.ts';
import { isUnsafe, toEmoji } from '../notes/notes.ts';

/** Puts the base path before links and images within the site, which are written from `/`. */
export function rehypeBase(base: string) {
	return (root: Root): void => {
		visit(root, 'element', ({ tagName, properties }) => {
			const name = tagName === 'a' ? 'href' : 'src';
			const url = tagName === 'a' || tagName === 'img' ? properties[name] : undefined;
			if (typeof url !== 'string' || !url.startsWith('/') || url.startsWith('//')) return;
			properties[name] = base + url.slice(1);
		});
	};
}

/** Takes the address from links that run something: no link of a page does, whoever wrote it. */
export function rehypeSafeLinks() {
	return (root: Root): void => {
		visit(root, { tagName: 'a' }, ({ properties }) => {
			if (isUnsafe(String(properties['href'] ?? ''))) delete properties['href'];
		});
	};
}

/**
 * Shows codes for emoji as signs, but never within code. (Not `remark-gemoji`, which finds the code
 * `:100:` in `10:100:45`, and does not know what the outline takes for a title.)
 */
export function rehypeEmoji() {
	const isLiteral = (node: Parents) =>
		node.type === 'element' && /^(?:code|pre|kbd|samp|var)$/.test(node.tagName);
	return (root: Root): void => {
		visitParents(root, 'text', (node, ancestors) => {
			if (!ancestors.some(isLiteral)) node.value = toEmoji(node.value);
		});
	};
}

/** Says of the boxes of task lists what they mean: they have no label of their own. */
export function rehypeTasks() {
	return (root: Root): void => {
		visit(root, { tagName: 'input' }, ({ properties }) => {
			properties['ariaLabel'] = properties['checked'] ? 'Done' : 'To do';
		});
	};
}

/** The longest code that is not broken; it fits beside an indent on a phone. */
const longest = 30;

/** Keeps flags and names in one piece: a browser would break `--from` behind its dashes. */
export function rehypeWords() {
	return (root: Root): void => {
		visit(root, { tagName: 'code' }, (node, _, parent) => {
			const [text] = node.children;
			const isInline = parent?.type === 'element' && parent.tagName !== 'pre';
			if (!isInline || text?.type !== 'text') return;
			if (text.value.length <= longest && !/\s/.test(text.value)) {
				node.properties['className'] = ['word'];
			} else node.children = text.value.split(/(\s+|(?<=[|\]/]))/).flatMap(toWord);
		});
	};
}

/** A choice goes on in the next line behind its bar, where no browser breaks it by itself. */
function toWord(value: string): ElementContent[] {
	const isWhole = value.includes('-') && value.length <= longest;
	const text = { type: 'text', value } as const;
	const properties = { className: ['word'] };
	const word: ElementContent = isWhole
		? { type: 'element', tagName: 'span', properties, children: [text] }
		: text;
	const mayBreak = /[|\]/]$/.test(value);
	return mayBreak
		? [word, { type: 'element', tagName: 'wbr', properties: {}, children: [] }]
		: [word];
}

/** Leaves each footnote one way back, to the first place that refers to it, instead of one for each. */
export function rehypeFootnotes() {
	return (root: Root): void => {
		visit(root, { tagName: 'li' }, (item) => {
			let isFirst = true;
			visit(item, 'element', (node, index, parent) => {
				if (node.properties['dataFootnoteBackref'] === undefined) return;
				const wasFirst = isFirst;
				isFirst = false;
				if (wasFirst || parent === undefined || index === undefined) return;
				parent.children.splice(index, 1);
				return index;
			});
		});
	};
}

const textual = /^(?:p|li|t[dh]|h[2-6]|summary|d[td]|caption|figcaption)$/;

/** They hold blocks with a direction of their own, which `auto` would not look into. */
const containing = /^(?:[uod]l|blockquote|table|aside)$/;

/**
 * Lets blocks with words in a script that is written from right to left run in the direction of their
 * first letter. Code stays from left to right, and pages without such words are as they were.
 */
export function rehypeDirection() {
	return (root: Root): void => {
		if (!rightToLeft.test(toString(root))) return;
		visit(root, 'element', (node) => {
			const { tagName, properties } = node;
			if (tagName === 'pre') properties['dir'] ??= 'ltr';
			else if (textual.test(tagName) && rightToLeft.test(toString(node)))
				properties['dir'] ??= 'auto';
			else if (containing.test(tagName) && isRightToLeft(toString(node)))
				properties['dir'] ??= 'rtl';
		});
	};
}
