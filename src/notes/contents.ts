import type { Link, Nodes } from 'mdast';
import type { Block, Section } from './outline.ts';
import { isComment, isLineBreakHtml } from './html.ts';
import { findNodes } from './parse.ts';
import { toLine } from './text.ts';

/** One or two links are a reference; more of them, and nothing else, are a table of contents. */
const least = 3;

/** What people call a table of contents; below such a heading one link is enough. */
const names = /^(?:index|toc|(?:table of )?contents)$/i;

/**
 * Whether a section is a table of contents that somebody wrote by hand: whatever it is called, it
 * holds links to headings of the same file and nothing else. The navigation replaces it.
 */
export function isContents({ title, heading, blocks, children }: Section): boolean {
	if (children.length > 0) return false;
	// `### [Group](#group)` above the links to its parts is a line of the table itself.
	const isLine = countLinks(heading.node) > 0;
	const nodes = [...(isLine ? [heading] : []), ...blocks].map(({ node }) => node);
	return countAll(nodes) >= (names.test(title) || isLine ? 1 : least);
}

/** The blocks that are a table of contents without a heading of its own: lists of links to headings. */
export function toContentsBlocks(blocks: readonly Block[]): Block[] {
	return blocks.filter(({ node }) => node.type === 'list' && countLinks(node) >= least);
}

/** What a link says that leads back to the start of a file. */
const back = /\b(?:top|back|up|toc|contents|index|menu)\b|[↑⬆⇧▲🔝]/iu;

/** Whether a block is a way back (`[back to top](#contents)`): links to some headings and nothing else. */
export function isWayBack({ node }: Block, anchors: ReadonlySet<string>): boolean {
	if (node.type !== 'paragraph' || !(countLinks(node) > 0)) return false;
	const isHeading = ({ url }: Link) => anchors.has(url.slice(1));
	return back.test(toLine(node)) && findNodes(node, 'link').every(isHeading);
}

function countAll(nodes: readonly Nodes[]): number {
	return nodes.map(countLinks).reduce((all, count) => all + count, 0);
}

/** How many links to headings a node is made of; no number when there is something else in it. */
function countLinks(node: Nodes): number {
	switch (node.type) {
		case 'link':
			return node.url.startsWith('#') ? 1 : NaN;
		case 'text':
			// Marks between links are no text: `[a](#a) | [b](#b)`.
			return /[\p{L}\p{N}]/u.test(node.value) ? NaN : 0;
		case 'html':
			return isLineBreakHtml(node) || isComment(node) ? 0 : NaN;
		case 'break':
		case 'thematicBreak':
			return 0;
		case 'paragraph':
		case 'heading':
		case 'list':
		case 'listItem':
		case 'strong':
		case 'emphasis':
			return countAll(node.children);
		default:
			return NaN;
	}
}
