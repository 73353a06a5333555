import type { Blockquote, Nodes, Parents } from 'mdast';
import type { Lifecycle } from './schema/lifecycle.ts';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { cut } from '../notes/notes.ts';
import { parseOutline } from '../notes/notes.ts';
import { findAged, renderAged } from './ages.ts';
import { toRemark, toRemarkEdits } from './place.ts';

/**
 * Says beside each snippet of a page which of its images have no support any more, unless a remark
 * that names the image stands there already.
 */
export function addAges(body: string, lifecycles: readonly Lifecycle[], today: string): string {
	const { root, source } = parseOutline(body);
	const remarks: Parameters<typeof toRemarkEdits>[0][number][] = [];
	visitParents(root, 'code', (node, parents) => {
		const said = toAsideText(node, parents.at(-1));
		const aged = findAged(node.value, lifecycles, today).filter(({ name }) => !said.includes(name));
		if (aged.length === 0) return;
		const texts = [...new Set(aged.map(renderAged))];
		const lines = ['> [!WARNING]', ...texts.map((text) => `> ${text}`)];
		remarks.push({ ...toRemark(node, parents, source), lines });
	});
	return cut(source, 0, source.length, toRemarkEdits(remarks));
}

/** Whether a quotation is an aside: GitHub's `> [!NOTE]`. */
export function isAside(node: Nodes | undefined): node is Blockquote {
	return node?.type === 'blockquote' && /^\[!\w+\]/.test(toString(node.children[0]));
}

/** What the asides right behind a block say. */
function toAsideText(node: Nodes, parent: Parents | undefined): string {
	const siblings: readonly Nodes[] = parent?.children ?? [];
	const behind = siblings.slice(siblings.indexOf(node) + 1);
	const end = behind.findIndex((sibling) => !isAside(sibling));
	return behind
		.slice(0, end < 0 ? undefined : end)
		.map((aside) => toString(aside))
		.join('\n');
}
