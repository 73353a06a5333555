import type { Card, Line, Run, Sheet, Side } from './sheetModel.ts';
import { toPlainText, toState } from './sheetModel.ts';
import { isPublic } from './papers.ts';

/** The columns of a terminal. */
const width = 80;
const indent = '    ';
/** The columns that flags with their values may take. */
const mostTerm = 34;

/** The sheet as plain ASCII of 80 columns. `site` is the address of the site, with a slash at the end. */
export function renderText(sheet: Sheet, site: string): string {
	const title = sheet.title.toUpperCase();
	const foot = [...(isPublic(site) ? [`${site}${sheet.page}/`] : []), toState(sheet)].join('\n');
	return toAscii([title, ...sheet.sides.map(renderSide), foot].join('\n\n')) + '\n';
}

function renderSide({ title, groups, legend = [] }: Side): string {
	const blocks = groups.map((group) => {
		const head = `${group.title.toUpperCase()}\n${'-'.repeat(group.title.length)}`;
		return [head, ...group.cards.map(renderCard)].join('\n\n');
	});
	const marks = legend.map(({ label }) => label).join('\n');
	const head = `${'='.repeat(width)}\n${title}\n${'='.repeat(width)}`;
	return [head, ...blocks, ...(marks === '' ? [] : [marks])].join('\n\n');
}

function renderCard({ title, marks, lines, isAlone }: Card): string {
	const labels = marks.map(({ label }) => label).join(', ');
	const room = width - title.length - labels.length;
	const head = labels === '' ? title : title + ' '.repeat(Math.max(1, room)) + labels;
	const terms = lines.flatMap((line) => (line.type === 'term' ? [toTerm(line).length] : []));
	const widest = Math.min(mostTerm, Math.max(0, ...terms));
	const shown = lines.map((line) => renderLine(line, widest));
	return (isAlone ? shown : [head, ...shown]).join('\n');
}

function renderLine(line: Line, termWidth: number): string {
	switch (line.type) {
		case 'syntax':
			return renderCode(line.code, '  ');
		case 'text':
			return wrap(toPlainText(line.runs), '  ', '  ');
		case 'point':
			return wrap(toPlainText(line.runs), '  - ', indent);
		case 'term':
			return renderTerm(toTerm(line), toPlainText(line.runs), termWidth);
		case 'recipe':
			return `${renderCode(line.code, '  ')}\n${wrap(toPlainText(line.runs), indent, indent)}`;
		case 'code':
			return renderCode(line.code, indent);
		case 'table':
			return renderTable(line.head, line.rows);
	}
}

/** A term that is wider than its column has its meaning below it. */
function renderTerm(term: string, text: string, termWidth: number): string {
	const others = ' '.repeat(termWidth + 4);
	if (term.length <= termWidth) return wrap(text, `  ${term.padEnd(termWidth)}  `, others);
	return `${renderCode(term, '  ')}\n${wrap(text, others, others)}`;
}

function toTerm({ term, value = '' }: Extract<Line, { type: 'term' }>): string {
	return `${term}${value}`;
}

/** Code can be pasted back: a line that is too long goes on behind a backslash. */
function renderCode(code: string, start: string): string {
	return code
		.split('\n')
		.map((line) => {
			const [own = ''] = /^\s*/.exec(line) ?? [];
			const words = line.trim().split(' ');
			return fill(words, start + own, `${start}${own}  `, width - 2).join(' \\\n');
		})
		.join('\n');
}

/** A table as its rows, one below the other: eighty columns are too few for cells side by side. */
function renderTable(head: readonly Run[][], rows: readonly Run[][][]): string {
	const names = head.map(toPlainText);
	return rows
		.map(([name = [], ...cells]) =>
			[
				`  ${toPlainText(name)}`,
				...cells.map((cell, at) =>
					wrap(toPlainText(cell), `${indent}${names[at + 1] ?? ''}: `, `${indent}  `),
				),
			].join('\n'),
		)
		.join('\n');
}

function wrap(text: string, first: string, others: string): string {
	return fill(text.split(' '), first, others, width).join('\n');
}

function fill(words: readonly string[], first: string, others: string, most: number): string[] {
	const lines = [first];
	let isEmpty = true;
	for (const word of words) {
		const last = lines.at(-1) ?? '';
		const next = isEmpty ? last + word : `${last} ${word}`;
		if (isEmpty || next.length <= most) lines[lines.length - 1] = next;
		else lines.push(others + word);
		isEmpty = false;
	}
	return lines;
}

const ascii: Readonly<Record<string, string>> = {
	'“': '"',
	'”': '"',
	'‘': "'",
	'’': "'",
	'–': '-',
	'—': '-',
	'→': '->',
	'…': '...',
	'×': 'x',
	'\u00a0': ' ',
};

/** Terminals and fonts agree on the width of ASCII only. */
function toAscii(text: string): string {
	return text.replace(/[^\n -~]/g, (sign) => ascii[sign] ?? '?');
}
