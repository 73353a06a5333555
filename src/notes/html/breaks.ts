import type { Parents, Root, RootContent } from 'hast';
import { phrasing } from 'hast-util-phrasing';
import { SKIP, visit } from 'unist-util-visit';

/** So many breaks one after the other part two texts; more of them only make a hole. */
const most = 2;

/**
 * Takes out the `<br>` that only make room: around blocks, where the style sheet says how far they
 * are apart, and behind the second of a run within a text.
 */
export function dropBreaks(root: Root): void {
	visit(root, (node, index, parent) => {
		if (node.type === 'element' && node.tagName === 'pre') return SKIP;
		if (!('children' in node) || (node.type === 'element' && phrasing(node))) return;
		const isSpacer = dropWithin(node) && node.type === 'element' && node.tagName === 'p';
		if (!isSpacer || node.children.some((child) => !isBlank(child))) return;
		if (parent === undefined || index === undefined) return;
		parent.children.splice(index, 1);
		return index;
	});
}

/** Tells whether there was one. Each gap is read once: there may be thousands of breaks in one. */
function dropWithin(parent: Parents): boolean {
	const { children } = parent;
	const kept: RootContent[] = [];
	for (let start = 0; start < children.length;) {
		let end = start;
		while (isGap(children[end])) end += 1;
		const isIdle = isEdge(children[start - 1]) || isEdge(children[end]);
		for (const node of toKept(children.slice(start, end), isIdle ? 0 : most)) kept.push(node);
		const next = children[end];
		if (next) kept.push(next);
		start = end + 1;
	}
	const isChanged = kept.length < children.length;
	if (isChanged) parent.children = kept as typeof parent.children;
	return isChanged;
}

/** A gap with its first breaks alone. */
function toKept(gap: readonly RootContent[], count: number): RootContent[] {
	let breaks = 0;
	return gap.filter((node) => !isBreak(node) || (breaks += 1) <= count);
}

function isGap(node: RootContent | undefined): boolean {
	return node !== undefined && (isBreak(node) || isBlank(node));
}

function isEdge(node: RootContent | undefined): boolean {
	return node === undefined || (node.type === 'element' && !phrasing(node));
}

function isBreak(node: RootContent): boolean {
	return node.type === 'element' && node.tagName === 'br';
}

function isBlank(node: RootContent): boolean {
	return node.type === 'text' && /^[ \t\r\n]*$/.test(node.value);
}
