import type { TextFile } from '../input/files.ts';
import type { Move } from '../notes/notes.ts';
import type { Reference } from './facts.ts';
import { escapeText, renderCode } from './markdown.ts';

/** The ids of the pages that the facts are shown on. */
export const folders = {
	instructions: 'dockerfile/instructions',
	commands: 'commands',
	checks: 'checks',
	answers: 'answers',
	guides: 'guides',
	tables: 'dockerfile',
} as const;

/** The former addresses of commands, which lead on; `files` are all data files. */
export function toMoves({ commands }: Reference, files: readonly TextFile[]): Move[] {
	return commands.flatMap(({ id, file, moved }) => {
		const owner = files.find(({ path }) => path === file) ?? { path: file, text: '' };
		const to = `/${folders.commands}/${id}/`;
		return moved.map((old) => ({ owner, address: `/${folders.commands}/${old}/`, to }));
	});
}

/** The things that have pages. */
export type Paged = Partial<Pick<Reference, keyof typeof folders>>;

/** A thing as a link to its page, by its name or, of what has a title, by its id. */
export function linkTo(name: string, paged: Paged): string {
	for (const kind of Object.keys(folders) as (keyof Paged)[]) {
		const found = paged[kind]?.find((one) => name === ('name' in one ? one.name : one.id));
		if (found === undefined) continue;
		const title =
			kind === 'commands' ? renderCode(name) : escapeText('title' in found ? found.title : name);
		return `[${title}](/${folders[kind]}/${found.id}/)`;
	}
	return escapeText(name);
}

/** What belongs to a thing, as links on one line. */
export function renderRelated(names: readonly string[], reference: Reference): string {
	return names.map((name) => linkTo(name, reference)).join(' · ');
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
