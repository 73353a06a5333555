import type { CommandFacts, Reference } from '../facts.ts';
import { folders, linkCommand, toFlagAnchor } from '../addresses.ts';
import {
	join,
	renderAnchor,
	renderCaveat,
	renderCode,
	renderCopied,
	renderFence,
	renderFrame,
	renderList,
	renderSection,
	renderTable,
	renderText,
	startCitations,
	type Citations,
} from '../markdown.ts';
import { tasks } from '../schema/command.ts';
import { embedNotes, toFactPage, type NotesPage, type SitePage } from './page.ts';

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
			id: `${folders.commands}/${command.id}`,
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

/** The page of one command as Markdown; `notes` is what the author's notes say of it. */
function renderCommand(command: CommandFacts, reference: Reference, notes: string): string {
	const { name, summary, synopsis, docs, checked, sources } = command;
	const ground = { ids: sources, title: `${name} in Docker's reference`, url: docs };
	const citations = startCitations(reference.sources, checked, ground);
	const variants = reference.commands.filter(({ variantOf }) => variantOf === name);
	const related = new Set([...variants.map((variant) => variant.name), ...command.related]);
	return join([
		renderText(summary),
		renderVariant(command, reference),
		renderFence('text', synopsis),
		renderAliases(command),
		renderSection('Examples', renderExamples(command)),
		renderSection('From the notes', notes),
		renderSection('Flags', renderFlags(command)),
		renderSection('Good to know', renderNotes(command, citations)),
		renderSection(
			'Related',
			[...related].map((other) => linkCommand(other, reference)).join(' · '),
		),
		citations.render(),
	]);
}

/** The commands as people look for them: by name, those that nobody needs any more at the end. */
function sortCommands(commands: readonly CommandFacts[]): CommandFacts[] {
	return commands.toSorted(
		(a, b) => Number(a.outdated) - Number(b.outdated) || (a.name < b.name ? -1 : 1),
	);
}

/** The page that leads to all commands, by task. */
function renderCommands({ commands }: Reference): string {
	return join(
		tasks.map((task) => {
			const rows = sortCommands(commands)
				.filter((command) => command.task === task)
				.map((command) => [
					linkCommand(command.name, { commands }),
					renderCopied(command.examples[0]?.code.split('\n')[0] ?? command.synopsis),
					renderText(command.summary),
				]);
			const title = task.replace(/^./, (letter) => letter.toUpperCase());
			const table = renderTable(['Command', 'Example', 'What it does'], rows);
			return renderSection(title, renderFrame('stack', table));
		}),
	);
}

function renderVariant({ variantOf, outdated }: CommandFacts, reference: Reference): string {
	const main = variantOf === undefined ? '' : linkCommand(variantOf, reference);
	if (outdated) return `> [!WARNING]\n> Nobody needs this any more${main && `: use ${main}`}.`;
	return main === '' ? '' : `A special case of ${main}.`;
}

function renderAliases({ name, canonical, aliases }: CommandFacts): string {
	const others = [...new Set([canonical, ...aliases])].filter((other) => other !== name);
	return others.length === 0 ? '' : `The same: ${others.map(renderCode).join(' · ')}`;
}

function renderExamples({ examples }: CommandFacts): string {
	return join(
		examples.map(({ code, note }) =>
			join([note === undefined ? '' : `${renderText(note)}:`, renderFence('bash', code)]),
		),
	);
}

function renderFlags({ flags }: CommandFacts): string {
	if (flags.length === 0) return '';
	const rows = flags.map(({ name, short, value = '', meaning, default: fallback = '' }) => [
		[...(short === undefined ? [] : [short]), name].map(renderCode).join(', ') +
			(value === '' ? '' : ` ${renderCode(value)}`) +
			renderAnchor(toFlagAnchor(name)),
		fallback === 'false' ? 'off' : renderText(fallback),
		renderText(meaning),
	]);
	return renderFrame('stack', renderTable(['Flag', 'Default', 'What it does'], rows));
}

function renderNotes({ notes }: CommandFacts, { cite }: Citations): string {
	return renderList(
		notes.map(
			({ text, caveat, sources }) => `${renderText(text)}${renderCaveat(caveat)}${cite(sources)}`,
		),
	);
}
