import type { Reference } from './reference.ts';
import { folders, linkCommand, toFlagAnchor } from './addresses.ts';
import {
	join,
	renderAnchor,
	renderCode,
	renderCopied,
	renderFence,
	renderFrame,
	renderList,
	renderSection,
	renderTable,
	renderText,
} from './markdown.ts';
import { startCitations, type Citations } from './sources.ts';
import { tasks } from './schema/command.ts';

type Command = Reference['commands'][number];

/** The page of one command as Markdown; `notes` is what the author's notes say of it. */
export function renderCommand(command: Command, reference: Reference, notes: string): string {
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
export function sortCommands(commands: readonly Command[]): Command[] {
	return commands.toSorted(
		(a, b) => Number(a.outdated) - Number(b.outdated) || (a.name < b.name ? -1 : 1),
	);
}

/** The page that leads to all commands, by task. */
export function renderCommands({ commands }: Reference): string {
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

/** The id of a command's page. */
export function toCommandPage({ id }: Command): string {
	return `${folders.commands}/${id}`;
}

function renderVariant({ variantOf, outdated }: Command, reference: Reference): string {
	const main = variantOf === undefined ? '' : linkCommand(variantOf, reference);
	if (outdated) return `> [!WARNING]\n> Nobody needs this any more${main && `: use ${main}`}.`;
	return main === '' ? '' : `A special case of ${main}.`;
}

function renderAliases({ name, canonical, aliases }: Command): string {
	const others = [...new Set([canonical, ...aliases])].filter((other) => other !== name);
	return others.length === 0 ? '' : `The same: ${others.map(renderCode).join(' · ')}`;
}

function renderExamples({ examples }: Command): string {
	return join(
		examples.map(({ code, note }) =>
			join([note === undefined ? '' : `${renderText(note)}:`, renderFence('bash', code)]),
		),
	);
}

function renderFlags({ flags }: Command): string {
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

function renderNotes({ notes }: Command, { cite }: Citations): string {
	return renderList(
		notes.map(({ text, caveat, sources }) => {
			const doubt = caveat === undefined ? '' : ` (Confirmed so far: ${renderText(caveat)}.)`;
			return `${renderText(text)}${doubt}${cite(sources)}`;
		}),
	);
}
