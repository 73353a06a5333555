// Brings the types of `data.hName` and `data.hProperties`.
import type {} from 'mdast-util-to-hast';
import type { BlockContent, Blockquote, Html, Parents, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import {
	correctionLabels,
	frames,
	readAlert,
	type CorrectionName,
	type FrameName,
} from '../notes/notes.ts';

const anchor = /^<!-- #([\w-]+) -->$/;
/** What gets the address that stands within it; the innermost does. */
const addressed: ReadonlySet<string> = new Set(['listItem', 'tableRow', 'blockquote']);

/**
 * Turns the marks of composed pages into structure: `<!-- #id -->` gives the table row, list item,
 * aside or paragraph around it an address; `<!-- notes -->` … `<!-- /notes -->` frames the author's
 * own words, `<!-- glance -->` and others frame facts; `> [!NOTE]` is an aside. In the page's
 * Markdown they stay out of the reader's way.
 */
export function remarkMarks() {
	return (root: Root): void => {
		visitParents(root, 'html', giveAnchor);
		visit(root, 'blockquote', toAside);
		frameBlocks(root);
	};
}

function giveAnchor(node: Html, parents: Parents[]): void {
	const id = anchor.exec(node.value.trim())?.[1];
	if (id === undefined) return;
	const around =
		parents.findLast(({ type }) => addressed.has(type)) ??
		parents.findLast(({ type }) => type === 'paragraph');
	if (around) around.data = { ...around.data, hProperties: { id } };
}

function toAside(node: Blockquote): void {
	const alert = readAlert(node);
	if (alert === undefined) return;
	const correction = findCorrection(alert.children[0]);
	const label = correction ? correctionLabels[correction] : alert.label;
	const name = correction ? 'correction' : alert.kind;
	// A note, not a landmark: a page may have many.
	const properties = { className: ['aside', `aside-${name}`], role: 'note', ariaLabel: label };
	node.data = { hName: 'aside', hProperties: { ...node.data?.hProperties, ...properties } };
	const title: BlockContent = {
		type: 'paragraph',
		data: {
			hProperties: {
				className: ['aside-title', ...(alert.isTitled ? ['is-titled'] : [])],
				ariaHidden: 'true',
			},
		},
		children: [{ type: 'text', value: label }],
	};
	node.children = [title, ...alert.children];
}

/** The mark that makes an aside a correction of the author's words. */
function findCorrection(
	node: Blockquote['children'][number] | undefined,
): CorrectionName | undefined {
	const children = node?.type === 'paragraph' ? node.children : [];
	const names = Object.keys(correctionLabels) as CorrectionName[];
	return names.find((name) =>
		children.some((child) => child.type === 'html' && child.value === `<!-- ${name} -->`),
	);
}

/** Puts what stands between the two comments of a frame into an element of its own. */
function frameBlocks(root: Root): void {
	visit(root, 'html', (node, index, parent) => {
		const name = /^<!-- (\w+) -->$/.exec(node.value)?.[1];
		if (name === undefined || !isFrame(name) || parent === undefined || index === undefined) return;
		const end = parent.children.findIndex(
			(other, at) => at > index && other.type === 'html' && other.value === `<!-- /${name} -->`,
		);
		if (end < 0) return;
		const children = parent.children.slice(index + 1, end) as BlockContent[];
		const frame: RootContent = {
			type: 'blockquote',
			data: { hName: 'div', hProperties: { className: [frames[name]] } },
			children,
		};
		parent.children.splice(index, end - index + 1, frame);
		// The frame itself comes next, because there may be others in it.
		return index;
	});
}

function isFrame(name: string): name is FrameName {
	return name in frames;
}
