import type { Reference } from './facts.ts';
import { escapeText, join, renderCode, renderFrame, renderSection } from './markdown.ts';

/** The ids of the pages that the facts are shown on. */
export const folders = {
	instructions: 'dockerfile/instructions',
	commands: 'commands',
	checks: 'checks',
	answers: 'answers',
	guides: 'guides',
	tables: 'dockerfile',
} as const;

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

/**
 * What few readers need, at the end of a page: the things that its facts name, and the answers and
 * guides that name them; then other blocks.
 */
export function renderMore(
	{ name, related = [] }: { name?: string; related?: readonly string[] },
	reference: Reference,
	...others: readonly string[]
): string {
	const naming = [...reference.answers, ...reference.guides]
		.filter((one) => name !== undefined && one.related.includes(name))
		.map(({ id }) => id);
	const links = [...new Set([...related, ...naming])].map((other) => linkTo(other, reference));
	return renderFrame('more', join([renderSection('Related', links.join(' · ')), ...others]));
}

/** The `#` part of an option's address: `--from` → `option-from`. */
export function toOptionAnchor(name: string): string {
	return `option-${name.replace(/^--/, '').toLowerCase()}`;
}

/** The `#` part of a flag's address: `--no-cache` → `flag-no-cache`. */
export function toFlagAnchor(name: string): string {
	return `flag-${name.replace(/^-+/, '').toLowerCase().replaceAll('_', '-')}`;
}
