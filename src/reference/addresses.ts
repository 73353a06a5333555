import type { Reference } from './facts.ts';

/** The ids of the pages that the facts are shown on. */
export const folders = {
	instructions: 'dockerfile/instructions',
	commands: 'commands',
	checks: 'checks',
	tables: 'dockerfile',
} as const;

/** `[COPY](/dockerfile/instructions/copy/)`. */
export function linkInstruction(name: string): string {
	return `[${name}](/${folders.instructions}/${name.toLowerCase()}/)`;
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

/** The `#` part of an option's address: `--from` → `option-from`. */
export function toOptionAnchor(name: string): string {
	return `option-${name.replace(/^--/, '').toLowerCase()}`;
}

/** The `#` part of a flag's address: `--no-cache` → `flag-no-cache`. */
export function toFlagAnchor(name: string): string {
	return `flag-${name.replace(/^-+/, '').toLowerCase().replaceAll('_', '-')}`;
}
