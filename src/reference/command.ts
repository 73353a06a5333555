import type { Reference } from './reference.ts';
import { folders, linkCommand, toFlagAnchor } from './addresses.ts';
import {
	escapeText,
	join,
	renderAnchor,
	renderCode,
	renderFence,
	renderList,
	renderSection,
	renderTable,
} from './markdown.ts';
import { startCitations, type Citations } from './sources.ts';
import { tasks } from './schema/command.ts';

type Command = Reference['commands'][number];

/** The page of one command as Markdown; `notes` is what the author's notes say of it. */
export function renderCommand(command: Command, reference: Reference, notes: string): string {
	const citations = startCitations(reference.sources, command.checked);
	const variants = reference.commands.filter(({ variantOf }) => variantOf === command.name);
	const related = [...variants.map(({ name }) => name), ...command.related];
	return join([
		escapeText(command.summary) + citations.cite(command.sources),
		renderVariant(command, reference),
		renderFence('bash', command.synopsis),
		renderSection('Also typed as', renderAliases(command)),
		renderSection('Examples', renderExamples(command)),
		renderSection('From the notes', notes),
		renderSection('Flags', renderFlags(command)),
		renderSection('Good to know', renderNotes(command, citations)),
		renderSection(
			'Related',
			[...new Set(related)].map((name) => linkCommand(name, reference)).join(' · '),
		),
		`[${escapeText(command.name)} in Docker's reference](${command.docs}). Facts checked ${command.checked}.`,
		citations.render(),
	]);
}

/** The page that leads to all commands, by task. */
export function renderCommands({ commands }: Reference): string {
	return join(
		tasks.map((task) => {
			const rows = commands
				.filter((command) => command.task === task)
				.map((command) => [
					linkCommand(command.name, { commands }),
					escapeText(command.summary),
					renderCode(command.examples[0]?.code.split('\n')[0] ?? command.synopsis),
				]);
			const title = task.replace(/^./, (letter) => letter.toUpperCase());
			return renderSection(title, renderTable(['Command', 'What it does', 'Example'], rows));
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
	return others.map(renderCode).join(' · ');
}

function renderExamples({ examples }: Command): string {
	return join(
		examples.map(({ code, note }) =>
			join([note === undefined ? '' : `${escapeText(note)}:`, renderFence('bash', code)]),
		),
	);
}

function renderFlags({ flags }: Command): string {
	if (flags.length === 0) return '';
	const rows = flags.map((flag) => [
		[flag.name, ...(flag.short === undefined ? [] : [flag.short])].map(renderCode).join(' ') +
			renderAnchor(toFlagAnchor(flag.name)),
		flag.value === undefined ? '' : renderCode(flag.value),
		escapeText(flag.meaning) +
			(flag.default === undefined ? '' : ` Default: ${escapeText(flag.default)}.`),
	]);
	return renderTable(['Flag', 'Value', 'What it does'], rows);
}

function renderNotes({ notes }: Command, { cite }: Citations): string {
	return renderList(
		notes.map(({ text, caveat, sources }) => {
			const doubt = caveat === undefined ? '' : ` (Confirmed so far: ${escapeText(caveat)}.)`;
			return `${escapeText(text)}${doubt}${cite(sources)}`;
		}),
	);
}
