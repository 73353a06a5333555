import type { Reference } from './reference.ts';
import type { TruthTable } from './schema/table.ts';
import type { Citations } from './sources.ts';
import { linkInstruction } from './addresses.ts';
import {
	join,
	renderFrame,
	renderList,
	renderSection,
	renderTable,
	renderText,
} from './markdown.ts';
import { toRows } from './rows.ts';
import { startCitations } from './sources.ts';

/** The page of one truth table as Markdown; it prints on one page. */
export function renderTruthTable(table: TruthTable, reference: Reference): string {
	const citations = startCitations(reference.sources, table.checked);
	const mark = citations.citeLinks(table.links, table.checked);
	const rows = renderTable(table.columns, toRows(table, reference, citations));
	return join([
		renderText(table.summary) + mark,
		// What is made from facts ends with a sentence; other tables are compared across.
		table.of === undefined ? rows : renderFrame('stack', rows),
		renderSection('Watch out', renderGotchas(table, reference, citations)),
		renderSection('Related', table.instructions.map(linkInstruction).join(' · ')),
		citations.render(),
	]);
}

function renderGotchas({ gotchas }: TruthTable, reference: Reference, { cite }: Citations): string {
	return renderList(
		reference.instructions.flatMap((instruction) =>
			instruction.gotchas
				.filter(({ id }) => gotchas.includes(`${instruction.id}/${id}`))
				.map(
					({ text, sources, checked }) =>
						`${linkInstruction(instruction.name)}: ${renderText(text)}${cite(sources, checked)}`,
				),
		),
	);
}
