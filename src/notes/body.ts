import type { Outline } from './outline.ts';
import type { Plan } from './plan.ts';
import type { Targets } from './targets.ts';
import { toDoubleEdits } from './definitions.ts';
import { isMark } from './marks.ts';
import { findNodes } from './nodes.ts';
import { toRange } from './outline.ts';
import { toLinkEdits } from './relink.ts';
import { toRaised } from './raise.ts';
import { toTitleEdits } from './title.ts';

/** A replacement of `source.slice(start, end)`; what it does not name stays as the author wrote it. */
export interface Edit {
	start: number;
	end: number;
	text: string;
}

/** The source between two offsets with the edits that lie within applied; `edits` are in order. */
export function cut(source: string, start: number, end: number, edits: readonly Edit[]): string {
	let text = '';
	let from = start;
	for (let at = findFirst(edits, start); at < edits.length; at += 1) {
		const edit = edits[at];
		if (edit === undefined || edit.start > end) break;
		if (edit.start < from || edit.end > end) continue;
		text += source.slice(from, edit.start) + edit.text;
		from = edit.end;
	}
	return text + source.slice(from, end);
}

/** Where the edits begin that start at an offset or behind it: a page has few of a large file's. */
function findFirst(edits: readonly Edit[], start: number): number {
	let [low, high] = [0, edits.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((edits[middle]?.start ?? 0) < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

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
	return [...cuts, ...edits].sort((a, b) => a.start - b.start || b.end - a.end);
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
