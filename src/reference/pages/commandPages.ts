import type { CommandFacts, Reference } from '../facts.ts';
import { linkTo, renderMore, toFlagAnchor } from '../addresses.ts';
import {
	escapeText,
	join,
	renderAnchor,
	renderCode,
	renderCopied,
	renderFence,
	renderFrame,
	renderList,
	renderSection,
	renderStack,
	renderText,
	startCitations,
	toTitle,
	type Citations,
} from '../markdown.ts';
import { toSlug } from '../../notes/notes.ts';
import { flagGroups, tasks } from '../schema/command.ts';
import { embedNotes, toFolder, type NotesPage, type SitePage } from './page.ts';

/** The page of all commands and one for each, with the notes' text where they have it. */
export function toCommandPages(notes: readonly NotesPage[], reference: Reference): SitePage[] {
	const sections = notes.filter(({ kind }) => kind === 'command');
	const index = {
		title: 'Commands',
		description: 'The docker commands by task, with their flags, examples and sources.',
		body: renderCommands(reference),
	};
	return toFolder('command', index, sortCommands(reference.commands), (command) => {
		const page = sections.find(({ headings }) =>
			headings.some(({ text }) => text === command.heading),
		);
		const text = page && command.heading ? embedNotes(page.body, command.heading) : '';
		return {
			title: command.name,
			description: command.summary,
			body: renderCommand(command, reference, text),
			example: command.examples[0]?.code,
		};
	});
}

/** The page of one command as Markdown; `notes` is what the author's notes say of it. */
function renderCommand(command: CommandFacts, reference: Reference, notes: string): string {
	const { name, summary, docs, checked, sources } = command;
	const named = sources.flatMap((id) => reference.sources[id] ?? []);
	const beside = named.filter(({ url }) => !docs.startsWith(url));
	const links = [{ title: `${name} in Docker's reference`, url: docs }, ...beside];
	const citations = startCitations(reference.sources, checked, { ids: sources, links });
	const [common, ...others] = flagGroups;
	const more = others.map((group) =>
		renderSection(toTitle(group), renderFlagTable(command, group), 3),
	);
	return join([
		renderText(summary),
		renderLead(command),
		renderSynopsis(command),
		renderSection('Flags', renderFlagTable(command, common)),
		renderSection('Watch out', renderNotes(command, citations)),
		renderSection('Examples', renderExamples(command)),
		renderSection('More flags', join(more)),
		renderSection('From the notes', notes),
		renderMore(command, reference, citations.render()),
	]);
}

function sortCommands(commands: readonly CommandFacts[]): CommandFacts[] {
	return commands.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The page that leads to all commands, by task. */
function renderCommands({ commands }: Reference): string {
	return join(
		tasks.map((task) => {
			const rows = sortCommands(commands)
				.filter((command) => command.task === task)
				.map((command) => [
					linkTo(command.name, { commands }),
					renderCopied(command.examples[0]?.code.split('\n')[0] ?? command.synopsis),
					renderText(command.summary),
				]);
			const table = renderStack(['Command', 'Example', 'What it does'], rows);
			return renderSection(toTitle(task), table);
		}),
	);
}

function renderSynopsis({ name, synopsis, canonical, aliases }: CommandFacts): string {
	const others = [...new Set([canonical, ...aliases])].filter((other) => other !== name);
	const also = others.length === 0 ? [] : [`*also* ${others.map(renderCode).join(' ')}`];
	return renderFrame('syntax', renderList([renderCode(synopsis), ...also]));
}

/** The first example above everything, with its task in the line below. */
function renderLead({ examples }: CommandFacts): string {
	const [first] = examples;
	if (first === undefined) return '';
	const { title, code, note } = first;
	const words = [`${escapeText(title)}.`, ...(note === undefined ? [] : [note])];
	return join([renderFence('bash', code), words.join(' ') + renderAnchor(toSlug(title))]);
}

/** The other examples: each task with its code, and behind it what to know before it is pasted. */
function renderExamples({ examples }: CommandFacts): string {
	return join(
		examples
			.slice(1)
			.map(({ title, code, note = '' }) =>
				renderSection(escapeText(title), join([renderFence('bash', code), note]), 3),
			),
	);
}

function renderFlagTable({ flags }: CommandFacts, wanted: (typeof flagGroups)[number]): string {
	const own = flags.filter(({ group }) => group === wanted);
	const rows = own.map(({ name, short, value = '', meaning, default: fallback = '' }) => {
		const typed = value === '' ? name : `${name} ${value}`;
		const forms = [...(short === undefined ? [] : [short]), typed];
		const otherwise = fallback && ` Default: ${renderText(fallback)}.`;
		return [
			forms.map(renderCode).join(', ') + renderAnchor(toFlagAnchor(name)),
			renderText(meaning) + otherwise,
		];
	});
	return renderStack(['Flag', 'What it does'], rows);
}

function renderNotes({ notes }: CommandFacts, { cite }: Citations): string {
	return renderList(notes.map(({ text, sources }) => text + cite(sources)));
}
