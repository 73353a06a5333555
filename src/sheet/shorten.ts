import type { Content, Run } from './sheetModel.ts';
import { toPlainText } from './sheetModel.ts';

/** What paper has room for in one piece: characters of a word, of a sentence, lines of code. */
const most = { word: 32, sentence: 220, code: 14, term: 26, columns: 3, rows: 12 } as const;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** What a column of paper can hold of a piece of the notes: cut into parts that can go one by one. */
export function toFitting(content: Content): Content[] {
	switch (content.type) {
		case 'code':
			return toPieces(content.code).map((code) => ({ ...content, code }));
		case 'table':
			return fitTable(content);
		case 'text':
		case 'point':
			return [{ ...content, runs: toFirstSentence(content.runs) }];
		default:
			return [content];
	}
}

/** Code in parts of a few lines, cut at its empty lines where it has some. */
function toPieces(code: string): string[] {
	const pieces: string[][] = [[]];
	for (const line of code.replace(/\s+$/, '').split('\n')) {
		const last = pieces.at(-1) ?? [];
		const isCut = last.length >= most.code || (last.length >= most.code / 2 && line.trim() === '');
		if (isCut) pieces.push([line]);
		else last.push(line);
	}
	return pieces.map((lines) => lines.join('\n').replace(/^\n+/, '')).filter(Boolean);
}

/** Of a long paragraph its first sentence: the page has the rest. */
function toFirstSentence(runs: readonly Run[]): Run[] {
	const text = toPlainText(runs);
	if (text.length <= most.sentence) return [...runs];
	const [first] = sentences.segment(text);
	let left = Math.min(first?.segment.trimEnd().length ?? 0, 2 * most.sentence);
	return runs.flatMap((run) => {
		const part = run.text.slice(0, left);
		left -= part.length;
		return part === '' ? [] : [{ ...run, text: part }];
	});
}

/** Two columns are terms; more are a table as long as their words fit, or else a point for each row. */
function fitTable(table: Extract<Content, { type: 'table' }>): Content[] {
	const { head, rows } = table;
	const longest = Math.max(...[head, ...rows].flat().map((cell) => toLongest(toPlainText(cell))));
	const fits =
		head.length <= most.columns && rows.length <= most.rows && longest <= most.word / head.length;
	if (fits || isPair(head, rows)) return toTerms(table);
	return rows.map((row) => ({ type: 'point', runs: toRowRuns(head, row) }));
}

/** A table of two columns as terms; anything else as it is. */
export function toTerms(content: Content): Content[] {
	if (content.type !== 'table' || !isPair(content.head, content.rows)) return [content];
	return content.rows.map(([name = [], text = []]) => ({
		...{ type: 'term', term: toPlainText(name), runs: text },
	}));
}

function isPair(head: readonly Run[][], rows: readonly Run[][][]): boolean {
	return head.length === 2 && rows.every(([name = []]) => toPlainText(name).length <= most.term);
}

/** `name: head cell; head cell`. */
function toRowRuns(head: readonly Run[][], [name = [], ...cells]: readonly Run[][]): Run[] {
	const others = cells.flatMap((cell, at): Run[] => {
		if (toPlainText(cell) === '') return [];
		const label = cells.length > 1 ? `${toPlainText(head[at + 1] ?? [])}: ` : '';
		return [{ text: `${at === 0 ? ': ' : '; '}${label}`, style: 'plain' }, ...cell];
	});
	const strong = name.map((run): Run => (run.style === 'code' ? run : { ...run, style: 'strong' }));
	return [...strong, ...others];
}

function toLongest(text: string): number {
	return Math.max(0, ...text.split(/\s+/).map(({ length }) => length));
}
