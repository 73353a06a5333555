import type { Edit } from './slices.ts';
import type { Block, Outline, Section } from './outline.ts';
import { isContents } from './contents.ts';
import { toTokens, toVisible } from './html.ts';
import { toFences } from './outline.ts';

/** What the renderer knows a title by that the page says already; the sanitizer lets it through. */
export const titleMark = 'page-title';

/**
 * The heading that names a file: the first one when it is a `#`, or when it is alone at its level. A
 * table of contents above it is none; behind one, the `#` counts that is alone or has nothing below it.
 */
export function findTitle({ sections }: Outline): Section | undefined {
	const [first, ...others] = sections.filter((section) => !isContents(section));
	if (first === undefined || first.title === '') return undefined;
	if (others.length === 0)
		return first.children.length > 0 || first.depth === 1 ? first : undefined;
	if (first.depth > 1) return undefined;
	const isBare = first.blocks.length === 0 && first.children.length === 0;
	return first === sections[0] || isBare ? first : undefined;
}

/**
 * The whole file as one section: its title with what stands before it, and everything below. A file
 * may have no title, or several: then the further ones stand beside the groups of the first. A title
 * in HTML before all headings counts.
 */
export function toRoot(outline: Outline, title: string): Section {
	const { preamble, sections } = outline;
	const first = findTitle(outline);
	const others = sections.filter((section) => section !== first);
	const written = findHeading(outline)?.words;
	const isTitled = first !== undefined && written === undefined;
	if (isTitled && others.length === 0 && preamble.length === 0) return first;
	const top = isTitled ? first : toUntitled(outline, written ?? title);
	const blocks = isTitled ? [...preamble, ...first.blocks] : [...preamble];
	return {
		...top,
		// Beside its other titles, the first one is no deeper than they are.
		depth: others.some(({ depth }) => depth === 1) ? shallow : top.depth,
		blocks,
		fences: blocks.flatMap(({ node }) => toFences(node)),
		children: isTitled ? [...first.children, ...others] : [...sections],
	};
}

/** What a file or folder is called that does not say so itself: `bash-scripting` gives `Bash scripting`. */
export function nameToTitle(name: string): string {
	return name
		.replace(/[-_]+/g, ' ')
		.trim()
		.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

/** Deeper than nothing: a heading of depth 1 stands below it. */
const shallow = 0;

function toUntitled({ source, sections, blocks }: Outline, title: string): Section {
	const node: Block['node'] = { type: 'heading', depth: 1, children: [] };
	const heading: Block = { type: 'heading', line: 1, start: 0, end: 0, node };
	return {
		...{ title, slug: '', anchor: '', depth: shallow, line: 1, start: 0, heading },
		end: sections.at(-1)?.end ?? blocks.at(-1)?.end ?? source.length,
		...{ blocks: [], fences: [], children: [] },
	};
}

/** Marks the title in HTML: the page has it above everything, and shows it once. */
export function toTitleEdits(outline: Outline, { title }: Section): Edit[] {
	const heading = findHeading(outline);
	if (heading?.words !== title || heading.hasPicture) return [];
	const start = heading.start + '<h1'.length;
	return [{ start, end: start, text: ` itemprop="${titleMark}"` }];
}

/** `<h1 align="center">Title</h1>`, which people write to have it in the middle. */
interface Heading {
	words: string;
	/** The offset of its `<h1` in the notes. */
	start: number;
	hasPicture: boolean;
}

function findHeading({ preamble, source }: Outline): Heading | undefined {
	for (const { node, start: from, end: to } of preamble) {
		if (node.type !== 'html') continue;
		const html = source.slice(from, to);
		const tokens = toTokens(html);
		const start = tokens.findIndex(({ type, name }) => type === 'open' && name === 'h1');
		const end = tokens.findIndex(({ type, name }) => type === 'close' && name === 'h1');
		const [open, close] = [tokens[start], tokens[end]];
		if (open === undefined || close === undefined) continue;
		const words = toVisible(html.slice(open.end, close.start)).trim().replace(/\s+/g, ' ');
		const hasPicture = tokens.slice(start, end).some(({ name }) => name === 'img');
		if (words !== '') return { words, start: from + open.start, hasPicture };
	}
	return undefined;
}
