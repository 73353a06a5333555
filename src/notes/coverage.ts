import type { Edit } from './body.ts';
import type { Block } from './outline.ts';
import type { Page } from './pages.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { parseOutline } from './outline.ts';
import { toPlace } from './problem.ts';
import { toProblem } from './rules/rule.ts';
import { nothingIsLost } from './rules/site.ts';
import { isComment, isLineBreakHtml } from './spacers.ts';
import { toText } from './text.ts';

/**
 * Proves that nothing of the notes is lost: every block stands on exactly one page, or is one of
 * one of those that the site drops on purpose (`<br>` spacers, tables of contents, headings with
 * nothing); and what a page's body holds is what it claims to hold, in the same order, apart from the
 * `remarks` that were put beside it.
 */
export function findLost(
	plan: Plan,
	pages: readonly Page[],
	remarks: readonly Edit[] = [],
): Problem[] {
	const altered = pages.flatMap((page) => findAltered(page, remarks));
	return [...findMisplaced(plan, pages), ...altered];
}

function findMisplaced({ outline, dropped }: Plan, pages: readonly Page[]): Problem[] {
	const homes = new Map<Block, string[]>();
	for (const { id, blocks } of pages) {
		for (const block of blocks) homes.set(block, [...(homes.get(block) ?? []), `/${id}`]);
	}
	return outline.blocks.flatMap((block) => {
		const found = homes.get(block) ?? [];
		if (isLineBreakHtml(block.node) || found.length === (dropped.has(block) ? 0 : 1)) return [];
		const where = found.length === 0 ? 'no page' : `${found.length} pages: ${found.join(', ')}`;
		return [lost(block, `${block.type} stands on ${where}`)];
	});
}

/** Compares the blocks of a page's body, parsed anew, with those that were cut from the notes. */
function findAltered(page: Page, remarks: readonly Edit[]): Problem[] {
	const body = remarks.reduce((text, remark) => text.replace(remark.text, ''), page.body);
	const expected = page.blocks.slice(1).filter(isSeen);
	const actual = parseOutline(body).blocks.filter(isSeen);
	const index = expected.findIndex((block, at) => print(block) !== print(actual[at]));
	const block = expected[index];
	return block === undefined ? [] : [lost(block, `${block.type} reads otherwise on /${page.id}`)];
}

function isSeen({ node }: Block): boolean {
	return !isLineBreakHtml(node) && !isComment(node);
}

function print(block: Block | undefined): string {
	return block === undefined ? '' : `${block.type} ${toText(block.node)}`;
}

function lost({ node }: Block, text: string): Problem {
	return toProblem(nothingIsLost, { ...toPlace(node), text }, {});
}
