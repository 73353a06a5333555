import type { Reference } from '../reference.ts';
import { toExample } from '../../notes/notes.ts';
import { folders } from '../addresses.ts';
import { renderInstruction, toTags } from '../instruction.ts';
import { embedNotes } from '../notes.ts';
import { renderTruthTable } from '../table.ts';
import { toFactPage, type NotesPage, type SitePage } from './page.ts';

/** The pages of the notes; instructions with their facts, those that the notes lack behind them. */
export function toDockerfilePages(notes: readonly NotesPage[], reference: Reference): SitePage[] {
	const { instructions, tables } = reference;
	const known = new Set(notes.map(({ title }) => title));
	const missing = instructions.filter(({ name }) => !known.has(name));
	const last = notes.findLast(({ kind, isIndex }) => kind === 'instruction' && !isIndex);
	const home = notes.find(({ id }) => id === folders.tables);
	const pages = notes.flatMap((page) => {
		const facts =
			page.kind === 'instruction' && instructions.find(({ name }) => name === page.title);
		const own = facts ? toInstructionPage(facts, reference, page) : toNotesPage(page);
		const others = page === last ? missing.map((facts) => toInstructionPage(facts, reference)) : [];
		return [own, ...others];
	});
	const tablePages = tables.map((table) =>
		toFactPage({
			id: `${folders.tables}/${table.id}`,
			title: table.title,
			description: table.summary,
			kind: 'concept',
			parents: home ? [home.id] : [],
			body: renderTruthTable(table, reference),
			file: 'src/content/tables.yaml',
		}),
	);
	return [...pages, ...tablePages];
}

function toNotesPage(page: NotesPage): SitePage {
	const { id, title, description, kind, isIndex, parents, body, line, file, topic } = page;
	return {
		...{ id, title, description, kind, isIndex, parents, body, line, file, topic },
		headings: [],
		tags: [],
	};
}

function toInstructionPage(
	facts: Reference['instructions'][number],
	reference: Reference,
	page?: NotesPage,
): SitePage {
	const lines = facts.examples.flatMap(({ code }) => code.split('\n'));
	return toFactPage({
		id: `${folders.instructions}/${facts.id}`,
		title: facts.name,
		description: facts.summary,
		kind: 'instruction',
		parents: page?.parents ?? [folders.tables, folders.instructions],
		body: renderInstruction(facts, reference, page ? embedNotes(page.body) : ''),
		tags: toTags(facts),
		line: page?.line,
		file: page?.file ?? facts.file,
		topic: page?.topic,
		example:
			(page && toExample(page)) ??
			lines.find((line) => line.startsWith(`${facts.name} `)) ??
			facts.syntax[0]?.text,
	});
}
