import type { Link, Nodes, PhrasingContent } from 'mdast';
import type { Block, Section } from './outline.ts';
import { isComment, isLineBreakHtml } from './html.ts';
import { findNodes } from './parse.ts';
import { toLine } from './text.ts';

/** One or two links are a reference; more of them, and nothing else, are a table of contents. */
const least = 3;

/**
 * What people call a table of contents; below such a heading one link is enough, and before several a
 * label may stand.
 */
const names = /^(?:index|toc|(?:table of )?contents)$/i;

/**
 * Whether a section is a table of contents that somebody wrote by hand: whatever it is called, it
 * holds links to headings of the same file and nothing else. The navigation replaces it.
 */
export function isContents({ title, heading, blocks, children }: Section): boolean {
	if (children.length > 0) return false;
	if (isLineOfFiles(heading, blocks)) return true;
	// `### [Group](#group)` above the links to its parts is a line of the table itself.
	const isLine = (countLinks(heading.node) ?? 0) > 0;
	const isNamed = names.test(title);
	const lines = isLine ? [heading, ...blocks] : blocks;
	return (
		isContentsOnly(lines, isNamed || isLine ? 1 : least) ||
		(isNamed && isContentsOnly(lines, least, longestLabel))
	);
}

/** `### [Plugins](PLUGINS.md)` with nothing below is a line of a table of files. */
function isLineOfFiles({ node }: Block, blocks: readonly Block[]): boolean {
	if (node.type !== 'heading' || blocks.some((block) => !isSpace(block))) return false;
	const [link, ...others] = node.children;
	return link?.type === 'link' && others.length === 0 && isNotesFile.test(link.url);
}

/** Another file of notes beside this one. */
const isNotesFile = /^(?![a-z][a-z\d+.-]*:|\/)[^?]+\.md(?:#|$)/i;

/** `Data types:` before the links to each. */
const longestLabel = 40;

/** What a link says that leads back to the start of a file. */
const back = /\b(?:top|back|up|toc|contents|index|menu)\b|[↑⬆⇧▲🔝]/iu;

/** Whether a block is a way back (`[back to top](#contents)`): links to some headings and nothing else. */
export function isWayBack({ node }: Block, anchors: ReadonlySet<string>): boolean {
	if (node.type !== 'paragraph' || (countLinks(node) ?? 0) === 0) return false;
	const isHeading = ({ url }: Link) => anchors.has(url.slice(1));
	return back.test(toLine(node)) && findNodes(node, 'link').every(isHeading);
}

/** The blocks that are a table of contents without a heading of its own: lists of links to headings. */
export function toContentsBlocks(blocks: readonly Block[]): Block[] {
	return blocks.filter(({ node }) => node.type === 'list' && isContentsOnly([{ node }], least));
}

/** Whether blocks are links to headings and, of up to `longest` letters, labels before them. */
function isContentsOnly(
	blocks: readonly Pick<Block, 'node'>[],
	enough: number,
	longest = 0,
): boolean {
	const found = blocks.map(({ node }) => countLinks(node, longest));
	return found.every((count) => count !== undefined) && sum(found) >= enough;
}

/** How many links to headings a node is made of; nothing when there is something else in it. */
function countLinks(node: Nodes, longest = 0): number | undefined {
	if (isSpace({ node })) return 0;
	if (node.type === 'link') return node.url.startsWith('#') ? 1 : undefined;
	if (node.type === 'paragraph' || node.type === 'heading')
		return countPhrases(node.children, longest);
	if (node.type !== 'list' && node.type !== 'listItem') return undefined;
	const counts = node.children.map((child) => countLinks(child, longest));
	return counts.every((count) => count !== undefined) ? sum(counts) : undefined;
}

/** Marks between links are no text: `[a](#a) | [b](#b)`. */
function countPhrases(nodes: readonly PhrasingContent[], longest: number): number | undefined {
	const counts = nodes.map((node) => {
		if (node.type === 'break') return 0;
		if (node.type === 'text') return isMark(node.value, longest) ? 0 : undefined;
		if (node.type === 'html') return isLineBreakHtml(node) ? 0 : undefined;
		if (node.type === 'strong' || node.type === 'emphasis')
			return countPhrases(node.children, longest);
		return countLinks(node, longest);
	});
	return counts.every((count) => count !== undefined) ? sum(counts) : undefined;
}

/** Whether a text is only marks, or a label of so many letters at most: `1. Data types:`. */
function isMark(text: string, longest: number): boolean {
	const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
	return letters === 0 || (letters <= longest && /:\s*$/.test(text));
}

function isSpace({ node }: { node: Nodes }): boolean {
	return isLineBreakHtml(node) || isComment(node) || node.type === 'thematicBreak';
}

function sum(counts: readonly (number | undefined)[]): number {
	return counts.reduce<number>((all, count) => all + (count ?? 0), 0);
}
