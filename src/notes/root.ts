import type { Block, Outline, Section } from './outline.ts';
import { isContents } from './contents.ts';
import { toFences } from './outline.ts';
import { findHtmlTitle, findLogoTitle } from './title.ts';

/**
 * The whole file as one section: its title with what stands before it, and everything below. A file
 * may have no title, or several: then the further ones stand beside the groups of the first. A title
 * in HTML before all headings counts, and where there is none the name on a logo; a table of contents
 * does not.
 */
export function toRoot(outline: Outline, title: string): Section {
	const { preamble, sections } = outline;
	const [first, ...others] = sections;
	const isNamed = first?.depth === 1 && first.title !== '' && !isContents(first);
	const written = findHtmlTitle(outline) ?? (isNamed ? undefined : findLogoTitle(outline));
	const isTitled = isNamed && written === undefined;
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

/** Every block of a section and of those below it, with their headings. */
export function toBlocks(section: Section): Block[] {
	return [section.heading, ...section.blocks, ...section.children.flatMap(toBlocks)];
}

/** What a file is called that does not say so itself: `bash-scripting` gives `Bash scripting`. */
export function toTitle(name: string): string {
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
