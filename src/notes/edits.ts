import type { Outline, Section } from './outline.ts';
import type { Plan } from './plan.ts';
import type { Edit } from './slices.ts';
import { toDoubleEdits } from './definitions.ts';
import { toLinkEdits, type Targets } from './targets.ts';
import { isMark } from './marks.ts';
import { findNodes, toRange } from './parse.ts';
import { toTitleEdits } from './title.ts';

/**
 * The only changes that a page makes to the source: headings rise so that the page's own heading
 * becomes its title, links to headings lead to the page that holds the heading, links that lead
 * nowhere are their words, a table of contents is gone, a title in HTML is marked as the page's, and
 * comments that look like marks of the site's own are none.
 */
export function toEdits(plan: Plan, targets: Targets): Edit[] {
	const { outline, root, dropped } = plan;
	// With text before it, the title stands within what its page is cut from.
	const title = root.blocks.some(({ start }) => start < root.heading.start) ? [root.heading] : [];
	const cuts = [...dropped, ...title].map(({ start, end }) => ({ start, end, text: '' }));
	const edits = [
		...toRaised(plan),
		...toLinkEdits(outline, targets),
		...toHarmless(outline),
		...toDoubleEdits(outline),
		...toTitleEdits(outline, root),
	];
	return [...cuts, ...edits];
}

/** Takes a space from comments of the author's that would act as marks of the site's own. */
function toHarmless({ root, source }: Outline): Edit[] {
	return findNodes(root, 'html')
		.filter(({ value }) => isMark(value))
		.map((node) => {
			const start = source.indexOf('<!-- ', toRange(node).start) + '<!--'.length;
			return { start, end: start + 1, text: '' };
		});
}

function toRaised({ places, outline }: Plan): Edit[] {
	return [...places].flatMap(([section, { depth, isPage }]) =>
		isPage || depth === section.depth ? [] : [toRise(section, depth, outline.source)],
	);
}

function toRise({ start, depth: own, heading }: Section, depth: number, source: string): Edit {
	const text = source.slice(start, heading.end);
	if (text.startsWith('#')) return { start, end: start + own, text: '#'.repeat(depth) };
	// Underlined: the line below the text goes, and marks come before it.
	const words = text.replace(/\r?\n[ \t]*[=-]+[ \t]*$/, '').replace(/\s*\r?\n\s*/g, ' ');
	return { start, end: heading.end, text: `${'#'.repeat(depth)} ${words}` };
}
