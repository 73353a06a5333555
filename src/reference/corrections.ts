import type { Nodes, Parents, Root } from 'mdast';
import type { Message } from '../input/message.ts';
import type { CorrectionName, Edit, Outline } from '../notes/notes.ts';
import type { Reference } from './facts.ts';
import type { Correction } from './schema/lists.ts';
import { toString } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { toMessage } from '../input/message.ts';
import { flatten, toRange } from '../notes/notes.ts';
import { linkTo, type Paged } from './addresses.ts';
import { escapeText, renderFence, renderLinks } from './markdown.ts';

/** What is said beside a block. */
export interface Remark {
	/** The offset right behind the block. */
	at: number;
	/** What stands before each line of a remark, so that it stays in the block's list item. */
	indent: string;
	/** Markdown. */
	lines: string[];
}

/** Where it is said. */
type Place = Omit<Remark, 'lines'>;

/** A block of the notes that something is said of. */
interface Spot extends Place {
	/** The offset that the block begins at. */
	from: number;
	/** Whether it can be copied. */
	isCode: boolean;
}

/** A correction at the place of the file of notes that it is about. */
export type PlacedCorrection = Spot & Remark & { file: string; correction: Correction };

/** What is looked at: the facts with the corrections. */
interface Facts extends Pick<Reference, 'tables'> {
	corrections: readonly Correction[];
}

/**
 * Finds the place of each correction: a heading is looked for in one file of notes after the other.
 * One whose heading or words are gone is a warning at the heading, or else at the first file.
 */
export function placeCorrections(
	files: readonly { file: string; outline: Outline }[],
	{ corrections, tables }: Facts,
): { placed: PlacedCorrection[]; messages: Message[] } {
	const sections = files.flatMap(({ file, outline }) =>
		flatten(outline.sections).map((section) => ({ file, outline, section })),
	);
	const placed: PlacedCorrection[] = [];
	const messages: Message[] = [];
	for (const correction of corrections) {
		const lines = renderCorrection(correction, { tables });
		for (const { heading, quote } of correction.at) {
			const found = sections.find(({ section }) => section.title === heading);
			const place = found && findPlace(found.section.blocks, quote, found.outline.source);
			if (found && place) {
				placed.push({ ...place, file: found.file, correction, lines });
				continue;
			}
			const { file = files[0]?.file ?? '', section } = found ?? {};
			const what = section ? `the words “${quote}” are gone` : `the heading \`${heading}\` is gone`;
			messages.push(
				toMessage(
					{ file, line: section?.line ?? 1, rule: 'correction-fits', isWarning: true },
					`correction \`${correction.id}\` no longer fits: ${what}`,
					'Correct its `at` in src/content/corrections.yaml, or delete it if it is settled.',
				),
			);
		}
	}
	return { placed, messages };
}

/** The smallest block that has the quoted words: a paragraph, a table or a fence, lists included. */
function findPlace(
	blocks: readonly { node: Nodes }[],
	quote: string,
	source: string,
): Spot | undefined {
	const wanted = toPlain(quote);
	for (const { node } of blocks) {
		let found: Spot | undefined;
		const root = { type: 'root', children: [node] } as Root;
		visitParents(root, ['paragraph', 'table', 'code'], (inner, parents) => {
			if (!toPlain(toText(inner)).includes(wanted)) return;
			const place = toPlaceBehind(inner, parents, source);
			found = { ...place, from: toRange(inner).start, isCode: inner.type === 'code' };
		});
		if (found !== undefined) return found;
	}
	return undefined;
}

function toText(node: Nodes): string {
	return node.type === 'table'
		? node.children.flatMap((row) => row.children.map((cell) => toString(cell))).join('\n')
		: toString(node);
}

function toPlain(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/**
 * The place right behind a block. Lines of a remark within a list item have to begin in the column
 * of the item's text.
 */
export function toPlaceBehind(node: Nodes, parents: readonly Parents[], source: string): Place {
	const { start, end } = toRange(node);
	const isInItem = parents.some(({ type }) => type === 'listItem');
	const column = start - (source.lastIndexOf('\n', start - 1) + 1);
	return { at: end, indent: isInItem ? ' '.repeat(column) : '' };
}

/** The remarks as edits of the source; several at one block keep their order. */
export function toRemarkEdits(remarks: readonly Remark[]): Edit[] {
	return remarks.map(({ at, indent, lines }) => ({
		start: at,
		end: at,
		text: `\n\n${lines.map((line) => `${indent}${line}`.trimEnd()).join('\n')}\n`,
	}));
}

/**
 * The corrections as edits of the source: each stands before the block that it is about. A block whose
 * code is given anew is framed as the author's, because what is copied is the new code.
 */
export function toCorrectionEdits(placed: readonly PlacedCorrection[]): Edit[] {
	const spots = [...Map.groupBy(placed, ({ from }) => from).values()];
	return spots.flatMap((corrections): Edit[] => {
		const [{ from, at, indent, isCode }] = corrections as [PlacedCorrection];
		const isReplaced = isCode && corrections.some(({ correction }) => correction.snippet);
		const asides = corrections.flatMap(({ lines }) => [...lines, '']);
		const frame = isReplaced ? ['<!-- written -->', '', 'From the notes, as written:', ''] : [];
		// The first line stands where the block did; the block gets that of the last one.
		const text = [...asides, ...frame]
			.map((line, at) => (at === 0 ? line : `${indent}${line}`.trimEnd()))
			.join('\n');
		const before = { start: from, end: from, text: `${text}\n${indent}` };
		const behind = { start: at, end: at, text: `\n\n${indent}<!-- /written -->\n` };
		return isReplaced ? [before, behind] : [before];
	});
}

/** The word that stands for a verdict in marks. */
export function toCorrectionName(verdict: Correction['verdict']): CorrectionName {
	return verdict === 'end of life' ? 'ended' : verdict;
}

/** What stands beside the notes: a quotation that GitHub shows as an alert too. */
function renderCorrection(correction: Correction, facts: Paged): string[] {
	const { id, text, verdict, snippet } = correction;
	const mark = toCorrectionName(verdict);
	const code = snippet ? ['', ...renderFence(snippet.language, snippet.code).split('\n')] : [];
	return [
		'[!IMPORTANT]',
		`${text.trim()}<!-- ${mark} --><!-- #correction-${id} -->`,
		...code,
		'',
		renderProof(correction, facts),
	].map((line) => (line === '' ? '>' : `> ${line}`));
}

/** Since when it holds, where there is more to read, what says so, and when it was checked. */
export function renderProof({ since, see, links, checked }: Correction, facts: Paged): string {
	return [
		since === undefined ? '' : `Since ${escapeText(since)}`,
		see === undefined ? '' : linkTo(see, facts),
		renderLinks(links),
		`checked ${checked}`,
	]
		.filter(Boolean)
		.join(' · ');
}
