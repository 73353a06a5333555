import type { Heading, Nodes, Root, RootContent } from 'mdast';
import Slugger from 'github-slugger';
import { findNodes, parseMarkdown, toRange } from './parse.ts';
import { toLanguageName } from './languages.ts';
import { toSlug } from './slug.ts';
import { splitOwnId, toLine, toSlugText } from './text.ts';

/** One top-level piece of the notes: a paragraph, list, table, fence, heading or spacer. */
export interface Block {
	type: RootContent['type'];
	/** First line, counted from 1. */
	line: number;
	/** Offsets in `Outline.source`: `source.slice(start, end)` is the author's text. */
	start: number;
	end: number;
	node: RootContent;
}

/** A code block, wherever it stands (lists and quotes included); an indented one has no language. */
export interface Fence {
	/** The word after the opening marks, in lower case; `undefined` when there is none. */
	language: string | undefined;
	/** The text between the marks, without the last line break. */
	code: string;
	line: number;
	start: number;
	end: number;
}

/**
 * A heading with what it holds: everything up to the next heading of the same or a lower depth, or
 * the end of the document.
 */
export interface Section {
	title: string;
	/** The heading's part of an address. */
	slug: string;
	/** The `#anchor` that GitHub gives the heading in the file, which the author's links use. */
	anchor: string;
	/** The heading's, from 1 to 6; 0 for a whole file without a title of its own. */
	depth: number;
	line: number;
	/** Offsets from the heading's first character to the end of the last sub-section. */
	start: number;
	end: number;
	heading: Block;
	/** The blocks between the heading and the first sub-section. */
	blocks: Block[];
	/** The fences within `blocks`. */
	fences: Fence[];
	children: Section[];
}

/** The notes as a tree. Nothing is left out: `blocks` has every top-level piece in order. */
export interface Outline {
	/** The notes without a byte order mark; all offsets count in it. */
	source: string;
	root: Root;
	/** What stands before the first heading. */
	preamble: Block[];
	sections: Section[];
	blocks: Block[];
}

/** Parses Markdown as CommonMark with GFM's additions. Takes any text and never throws. */
export function parseOutline(markdown: string): Outline {
	const source = markdown.replace(/^\uFEFF/, '');
	return toOutline(source, parseMarkdown(source));
}

/** The outline of a text that is parsed already. */
export function toOutline(source: string, root: Root): Outline {
	const blocks = root.children.map(toBlock);
	const outline: Outline = { source, root, preamble: [], sections: [], blocks };
	const slugger = new Slugger();
	const open: Section[] = [];

	for (const block of blocks) {
		if (block.node.type !== 'heading') {
			(open.at(-1)?.blocks ?? outline.preamble).push(block);
			continue;
		}
		const section = toSection(block, block.node, slugger);
		while ((open.at(-1)?.depth ?? 0) >= section.depth) open.pop();
		(open.at(-1)?.children ?? outline.sections).push(section);
		open.push(section);
	}
	outline.sections.forEach(complete);
	return outline;
}

/** Every section of a list and below, in the order of the notes. */
export function flatten(sections: readonly Section[]): Section[] {
	return sections.flatMap((section) => [section, ...flatten(section.children)]);
}

/** Every block of a section and of those below it, with their headings. */
export function toBlocks(section: Section): Block[] {
	return [section.heading, ...section.blocks, ...section.children.flatMap(toBlocks)];
}

function toBlock(node: RootContent): Block {
	return { type: node.type, ...toRange(node), node };
}

function toSection(block: Block, heading: Heading, slugger: Slugger): Section {
	const name = toSlugText(heading);
	return {
		title: toLine(splitOwnId(heading).shown),
		slug: toSlug(name),
		anchor: slugger.slug(name),
		depth: heading.depth,
		line: block.line,
		start: block.start,
		end: block.end,
		heading: block,
		blocks: [],
		fences: [],
		children: [],
	};
}

/** Fills in what is known only when all blocks of a section have been seen. */
function complete(section: Section): void {
	section.children.forEach(complete);
	section.fences = section.blocks.flatMap(({ node }) => toFences(node));
	section.end = section.children.at(-1)?.end ?? section.blocks.at(-1)?.end ?? section.end;
}

/** The code blocks within a node. */
export function toFences(node: Nodes): Fence[] {
	return findNodes(node, 'code').map((code) => ({
		...{ language: toLanguageName(code.lang, code.value), code: code.value },
		...toRange(code),
	}));
}
