import type { TruthTable } from './schema/table.ts';
import { linkInstruction } from './addresses.ts';
import { escapeText, join, renderList, renderSection, renderTable } from './markdown.ts';
import { startCitations } from './sources.ts';

/** The page of one truth table as Markdown; it prints on one page. */
export function renderTruthTable(table: TruthTable): string {
	const { citeLink, render } = startCitations({}, table.checked);
	const marks = table.links.map((link) => citeLink(link, table.checked)).join('');
	return join([
		escapeText(table.summary) + marks,
		renderTable(table.columns, table.rows),
		renderList(table.notes),
		renderSection('Related', table.instructions.map(linkInstruction).join(' · ')),
		render(),
	]);
}
