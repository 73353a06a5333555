import type { Message } from '../input/message.ts';
import type { Edit } from './slices.ts';
import type { Block } from './outline.ts';
import type { Page } from './plannedPages.ts';
import type { Plan } from './plan.ts';
import { toMessage } from '../input/message.ts';
import { isComment, isLineBreakHtml } from './html.ts';
import { parseOutline } from './outline.ts';
import { toPlace } from './parse.ts';
import { toText } from './text.ts';

/**
 * Proves that nothing of the notes is lost: every block stands on exactly one page, or is one of
 * those that the site drops on purpose (`<br>` spacers, tables of contents, headings with
 * nothing); and what a page's body holds is what it claims to hold, in the same order, apart from the
 * `remarks` that were put beside it.
 */
export function findLost(
	file: string,
	plan: Plan,
	pages: readonly Page[],
	remarks: readonly Edit[] = [],
): Message[] {
	const altered = pages.flatMap((page) => findAltered(page, remarks));
	const faults = [...findMisplaced(plan, pages), ...altered];
	return faults.map(({ block: { node }, reason }) =>
		toMessage({ file, ...toPlace(node), rule: 'nothing-is-lost' }, reason, note),
	);
}

const note = 'This is a defect of the site generator, not of the notes: please report it.';

interface Fault {
	block: Block;
	reason: string;
}

function findMisplaced({ outline, dropped }: Plan, pages: readonly Page[]): Fault[] {
	const homes = new Map<Block, string[]>();
	for (const { id, blocks } of pages) {
		for (const block of blocks) homes.set(block, [...(homes.get(block) ?? []), `/${id}`]);
	}
	return outline.blocks.flatMap((block) => {
		const found = homes.get(block) ?? [];
		if (isLineBreakHtml(block.node) || found.length === (dropped.has(block) ? 0 : 1)) return [];
		const where = found.length === 0 ? 'no page' : `${found.length} pages: ${found.join(', ')}`;
		return [{ block, reason: `${block.type} stands on ${where}` }];
	});
}

/** Compares the blocks of a page's body with those that were cut from the notes. */
function findAltered({ id, body, outline, blocks }: Page, remarks: readonly Edit[]): Fault[] {
	const plain = remarks.reduce((text, remark) => text.replace(remark.text, ''), body);
	const parsed = plain === outline.source ? outline : parseOutline(plain);
	const expected = blocks.slice(1).filter(isSeen);
	const actual = parsed.blocks.filter(isSeen);
	const index = expected.findIndex((block, at) => print(block) !== print(actual[at]));
	const block = expected[index];
	return block === undefined ? [] : [{ block, reason: `${block.type} reads otherwise on /${id}` }];
}

function isSeen({ node }: Block): boolean {
	return !isLineBreakHtml(node) && !isComment(node);
}

function print(block: Block | undefined): string {
	return block === undefined ? '' : `${block.type} ${toText(block.node)}`;
}
