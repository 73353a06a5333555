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

/** Tells whether there was one. */
function dropWithin(parent: Parents): boolean {
	const kept: RootContent[] = [];
	const { children } = parent;
	for (const [at, child] of children.entries()) {
		if (!isBreak(child) || !isIdle(children, at)) kept.push(child);
	}
	const isChanged = kept.length < children.length;
	if (isChanged) parent.children = kept as typeof parent.children;
	return isChanged;
}

/** Whether a break stands at an edge, beside a block, or behind enough others. */
function isIdle(children: readonly RootContent[], at: number): boolean {
	let start = at;
	while (isGap(children[start - 1])) start -= 1;
	let end = at + 1;
	while (isGap(children[end])) end += 1;
	if (isEdge(children[start - 1]) || isEdge(children[end])) return true;
	return children.slice(start, at).filter(isBreak).length >= most;
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
