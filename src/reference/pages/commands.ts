import type { Reference } from '../reference.ts';
import { folders } from '../addresses.ts';
import { renderCommand, renderCommands, sortCommands, toCommandPage } from '../command.ts';
import { embedNotes } from '../notes.ts';
import { toFactPage, type NotesPage, type SitePage } from './page.ts';

/** The page of all commands and one for each, with the notes' text where they have it. */
export function toCommandPages(notes: readonly NotesPage[], reference: Reference): SitePage[] {
	const sections = notes.filter(({ kind }) => kind === 'command');
	const index = toFactPage({
		id: folders.commands,
		title: 'Commands',
		description: 'The docker commands by task, with their flags, examples and sources.',
		kind: 'command',
		isIndex: true,
		parents: [],
		body: renderCommands(reference),
	});
	const pages = sortCommands(reference.commands).map((command) => {
		const page = sections.find(({ headings }) =>
			headings.some(({ text }) => text === command.heading),
		);
		const text = page && command.heading ? embedNotes(page.body, command.heading) : '';
		return toFactPage({
			id: toCommandPage(command),
			title: command.name,
			description: command.summary,
			kind: 'command',
			parents: [folders.commands],
			body: renderCommand(command, reference, text),
			tags: command.outdated ? ['outdated'] : [],
			file: command.file,
			example: command.examples[0]?.code,
		});
	});
	return reference.commands.length === 0 ? [] : [index, ...pages];
}
