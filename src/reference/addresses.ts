import type { TextFile } from '../input/files.ts';
import type { Move } from '../notes/notes.ts';
import type { Reference } from './facts.ts';
import { escapeText } from './markdown.ts';

/** The ids of the pages that the facts are shown on. */
export const folders = {
	instructions: 'dockerfile/instructions',
	commands: 'commands',
	checks: 'checks',
	answers: 'answers',
	guides: 'guides',
	tables: 'dockerfile',
} as const;

/** `[COPY](/dockerfile/instructions/copy/)`. */
export function linkInstruction(name: string): string {
	return `[${name}](/${folders.instructions}/${name.toLowerCase()}/)`;
}

/** The former addresses of commands, which lead on; `files` are all data files. */
export function toMoves({ commands }: Reference, files: readonly TextFile[]): Move[] {
	return commands.flatMap(({ id, file, moved }) => {
		const owner = files.find(({ path }) => path === file) ?? { path: file, text: '' };
		const to = `/${folders.commands}/${id}/`;
		return moved.map((old) => ({ owner, address: `/${folders.commands}/${old}/`, to }));
	});
}

/** A command's name as a link to its page; plain code for one without a page. */
export function linkCommand(name: string, { commands }: Pick<Reference, 'commands'>): string {
	const command = commands.find((other) => other.name === name);
	return command ? `[\`${name}\`](/${folders.commands}/${command.id}/)` : `\`${name}\``;
}

/** A build check's name as a link to its page. */
export function linkCheck(name: string, { checks }: Pick<Reference, 'checks'>): string {
	const check = checks.find((other) => other.name === name);
	return check ? `[${name}](/${folders.checks}/${check.id}/)` : name;
}

/** A truth table's title as a link to its page. */
export function linkTable(id: string, { tables }: Pick<Reference, 'tables'>): string {
	const table = tables.find((other) => other.id === id);
	return `[${table?.title ?? id}](/${folders.tables}/${id}/)`;
}

/** Anything that has a page as a link to it: a name, or the id of an answer, a guide or a table. */
function linkName(name: string, reference: Reference): string {
	const { instructions, commands, checks, answers, guides, tables } = reference;
	if (commands.some((one) => one.name === name)) return linkCommand(name, reference);
	if (instructions.some((one) => one.name === name)) return linkInstruction(name);
	if (checks.some((one) => one.name === name)) return linkCheck(name, reference);
	const titled = { answers, guides, tables };
	for (const folder of ['answers', 'guides', 'tables'] as const) {
		const found = titled[folder].find(({ id }) => id === name);
		if (found) return `[${escapeText(found.title)}](/${folders[folder]}/${name}/)`;
	}
	return escapeText(name);
}

/** What belongs to a thing, as links on one line. */
export function renderRelated(names: readonly string[], reference: Reference): string {
	return names.map((name) => linkName(name, reference)).join(' · ');
}

/** The answers and guides that name a thing, so that its page leads there, too. */
export function findNaming(name: string, { answers, guides }: Reference): string[] {
	return [...answers, ...guides]
		.filter(({ related }) => related.includes(name))
		.map(({ id }) => id);
}

/** The `#` part of an option's address: `--from` → `option-from`. */
export function toOptionAnchor(name: string): string {
	return `option-${name.replace(/^--/, '').toLowerCase()}`;
}

/** The `#` part of a flag's address: `--no-cache` → `flag-no-cache`. */
export function toFlagAnchor(name: string): string {
	return `flag-${name.replace(/^-+/, '').toLowerCase().replaceAll('_', '-')}`;
}
