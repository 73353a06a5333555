import type { Address } from './address.ts';
import type { Kind } from './layout.ts';
import type { Block, Outline, Section } from './outline.ts';
import { homeId, isSplit, toAddresses } from './address.ts';
import { toDefinitions } from './definitions.ts';
import { cut, toEdits, type Edit } from './body.ts';
import { toDescription } from './description.ts';
import { presentationOf } from './layout.ts';
import { flatten } from './outline.ts';

/** One page of the site, made from one section of the notes. */
export interface Page {
	/** The address without slashes at the ends; `homeId` for the home page. */
	id: string;
	title: string;
	/** The first sentence of the section, without markup. */
	description: string;
	kind: Kind;
	/** Whether the page only leads to the pages below it. */
	isIndex: boolean;
	/** The line of the heading in the notes. */
	line: number;
	/** The ids of the pages above, outermost first. */
	parents: string[];
	/** The Markdown below the title. */
	body: string;
	/** The headings within the body, as the table of contents shows them. */
	headings: { depth: number; slug: string; text: string }[];
	/** The section and, unless it is an index, everything below it. */
	sections: Section[];
	/** Every block of the notes that stands on this page. */
	blocks: Block[];
}

interface Context {
	outline: Outline;
	addresses: ReadonlyMap<Section, Address>;
	edits: readonly Edit[];
}

/**
 * Cuts the notes into pages, in the order of the notes; the first one is the home page. `remarks`
 * are what is said beside the author's text.
 */
export function toPages(outline: Outline, remarks: readonly Edit[] = []): Page[] {
	const addresses = toAddresses(outline);
	const edits = [...toEdits(outline, addresses), ...remarks].sort((a, b) => a.start - b.start);
	const context = { outline, addresses, edits };
	return outline.sections.flatMap((section) => cutPages(section, [], 'concept', context));
}

function cutPages(section: Section, parents: string[], above: Kind, context: Context): Page[] {
	const address = context.addresses.get(section);
	if (address === undefined) return [];
	const kind = presentationOf(section.title).kind ?? above;
	const isPlaced = (part: Section) => context.addresses.has(part);
	if (!isSplit(section) || !section.children.some(isPlaced)) {
		return [toPage(section, flatten([section]).filter(isPlaced), parents, kind, context)];
	}
	const below = address.page === homeId ? [] : [...parents, address.page];
	const pages = section.children.flatMap((child) => cutPages(child, below, kind, context));
	const own = toPage(section, [section], parents, kind, context);
	return [{ ...own, isIndex: true }, ...pages];
}

function toPage(
	section: Section,
	sections: Section[],
	parents: string[],
	kind: Kind,
	{ outline, addresses, edits }: Context,
): Page {
	const inner = sections.slice(1);
	const content = sections.flatMap((part, index) =>
		index === 0 ? part.blocks : [part.heading, ...part.blocks],
	);
	const definitions = toDefinitions(outline, content, edits);
	return {
		id: addresses.get(section)?.page ?? homeId,
		title: section.title,
		description: toDescription(section),
		kind,
		isIndex: false,
		line: section.line,
		parents,
		body: join([toBody(content, outline, edits), ...definitions]),
		headings: inner.map((part) => ({
			depth: part.depth - section.depth + 1,
			slug: addresses.get(part)?.fragment ?? part.slug,
			text: part.title,
		})),
		sections,
		blocks: [section.heading, ...content],
	};
}

function toBody(content: readonly Block[], outline: Outline, edits: readonly Edit[]): string {
	const first = content[0];
	const last = content.at(-1);
	if (first === undefined || last === undefined) return '';
	return cut(outline.source, toIndented(outline.source, first.start), last.end, edits);
}

/** An indented fence begins where its line begins, or its lines would not be indented alike. */
function toIndented(source: string, start: number): number {
	const lineStart =
		Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
	return source.slice(lineStart, start).trim() === '' ? lineStart : start;
}

function join(parts: readonly string[]): string {
	return parts.filter(Boolean).join('\n\n');
}
