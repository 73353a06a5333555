import type { TextFile } from '../input/files.ts';
import type { Hints, Kind } from './hints.ts';
import type { Block, Outline, Section } from './outline.ts';
import type { Place, Plan } from './plan.ts';
import { startDefinitions, type ToDefinitions } from './definitions.ts';
import { toDescription } from './description.ts';
import { toEdits } from './edits.ts';
import { homeId, startTargets, type Targets } from './targets.ts';
import { flatten, parseOutline } from './outline.ts';
import { cut, inOrder, type Edit } from './slices.ts';

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
	/** The same, parsed for all that look into it. */
	outline: Outline;
	/** The headings within the body, as the table of contents shows them. */
	headings: { depth: number; slug: string; text: string }[];
	/** The section and, unless it is an index, everything below it. */
	sections: Section[];
	/** Every block of the notes that stands on this page. */
	blocks: Block[];
}

/** A file of notes on its way to the site. */
export interface Topic {
	/** The file's name without its ending. */
	name: string;
	/** Its path from the root of the project. */
	file: string;
	/** The folders of the notes that it lies in, outermost first. */
	folders: readonly string[];
	/** What readers call it. */
	title: string;
	/** The file as it was read. */
	text: string;
	/** The file with its hints. */
	beside?: TextFile | undefined;
	hints: Hints;
	plan: Plan;
	/** Where its links lead. */
	targets: Targets;
	/** Its pages with what is said beside the author's text, the file's own page first. */
	pages: readonly Page[];
}

/** A file of notes before it is cut. */
export type PlannedTopic = Omit<Topic, 'pages'>;

interface Context {
	plan: Plan;
	edits: readonly Edit[];
	toDefinitions: ToDefinitions;
}

/**
 * Cuts the notes into pages, in their order; the first one is the file's own page. `remarks` are what
 * is said beside the author's text; `targets` tells where links lead.
 */
export function toPages(plan: Plan, remarks: readonly Edit[] = [], targets = alone(plan)): Page[] {
	const edits = inOrder([...toEdits(plan, targets), ...remarks]);
	const context = { plan, edits, toDefinitions: startDefinitions(plan.outline, edits) };
	return cutPages(plan.root, [], context);
}

/** Where links lead when there is no other file. */
function alone(plan: Plan): Targets {
	return startTargets('', { plans: new Map([['', plan]]), exists: () => true, taken: [] });
}

function cutPages(section: Section, parents: string[], context: Context): Page[] {
	const { places } = context.plan;
	const place = places.get(section);
	if (place === undefined) return [];
	const inner = place.isIndex ? [] : flatten(section.children).filter((part) => places.has(part));
	const own = toPage([section, ...inner], place, parents, context);
	if (!place.isIndex) return [own];
	const below = place.page === homeId ? [] : [...parents, place.page];
	return [own, ...section.children.flatMap((child) => cutPages(child, below, context))];
}

function toPage(sections: Section[], place: Place, parents: string[], context: Context): Page {
	const { plan, edits, toDefinitions } = context;
	const [section = plan.root, ...inner] = sections;
	const isShown = (block: Block) => !plan.dropped.has(block);
	const content = sections.flatMap((part, index) =>
		(index === 0 ? part.blocks : [part.heading, ...part.blocks]).filter(isShown),
	);
	const body = join([toBody(content, plan.outline.source, edits), ...toDefinitions(content)]);
	return {
		id: place.page,
		title: section.title,
		description: toDescription({
			...section,
			blocks: section.blocks.filter(isShown),
			children: section.children.filter(({ heading }) => isShown(heading)),
		}),
		kind: place.kind,
		isIndex: place.isIndex,
		line: section.line,
		parents,
		body,
		outline: parseOutline(body),
		headings: inner.flatMap((part) => {
			const own = plan.places.get(part);
			return own ? [{ depth: own.depth, slug: own.fragment, text: part.title }] : [];
		}),
		sections,
		blocks: [section.heading, ...content],
	};
}

function toBody(content: readonly Block[], source: string, edits: readonly Edit[]): string {
	const first = content[0];
	const last = content.at(-1);
	if (first === undefined || last === undefined) return '';
	return cut(source, toIndented(source, first.start), last.end, edits);
}

/** An indented fence begins where its line begins, or its lines would not be indented alike. */
function toIndented(source: string, start: number): number {
	let lineStart = start;
	while (lineStart > 0 && !/[\n\r]/.test(source.charAt(lineStart - 1))) lineStart -= 1;
	return source.slice(lineStart, start).trim() === '' ? lineStart : start;
}

function join(parts: readonly string[]): string {
	return parts.filter(Boolean).join('\n\n');
}

/** The line of the page's fences that shows the title itself in use, if there is one. */
export function toExample(page: Page): string | undefined {
	const lines = page.sections
		.flatMap(({ fences }) => fences)
		.flatMap(({ code }) => code.split(/\r?\n/));
	return lines.find((line) => line.split(' ')[0] === page.title);
}
