import type { Start } from './cards.ts';
import type { Reference } from '../reference/facts.ts';
import { toSlug } from '../notes/notes.ts';
import { folders } from '../reference/addresses.ts';
import type { Run } from './model.ts';
import { parseRuns } from './runs.ts';

/** The card of a truth table; a text when there is none of that id. */
export function toTable(id: string, { tables }: Pick<Reference, 'tables'>): Start | string {
	const table = tables.find((other) => other.id === id);
	if (table === undefined) {
		return `there is no table \`${id}\`; allowed: ${tables.map((other) => other.id).join(', ')}`;
	}
	const head = table.columns.map(parseRuns);
	const rows = table.rows.map((row) => row.map(parseRuns));
	return {
		...toTopic(table.title, `/${folders.tables}/${id}/`),
		id,
		contents: [{ type: 'table', head, rows }],
	};
}

/** The card of something that has no facts of its own. */
export function toTopic(title: string, href: string): Start {
	return { id: toSlug(title), title, isCode: false, href, marks: [], contents: [] };
}

/** A few words as they are. */
export function toWords(text: string): Run[] {
	return [{ text, style: 'plain' }];
}
