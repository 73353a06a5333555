import type { Check } from '../reference/schema/check.ts';
import type { Shelves, Source } from './source.ts';
import { folders } from '../reference/addresses.ts';
import { toSlug } from '../notes/notes.ts';
import { toNumbered } from './source.ts';
import type { ToTags } from './tags.ts';

type Facts = Pick<Shelves, 'reference'> & { toTags: ToTags };

/** The snippets of the data files: examples of instructions and commands, and what checks find. */
export function toFactSources(facts: Facts): Source[] {
	return [
		...toInstructionSources(facts),
		...toCommandSources(facts),
		...facts.reference.checks.flatMap((check) => toCheckSources(check, facts)),
	];
}

function toInstructionSources({ reference, toTags }: Facts): Source[] {
	return reference.instructions.flatMap(({ id, name, file, examples, deprecated }) => {
		const page = `/${folders.instructions}/${id}/`;
		const toSource = (title: string, code: string, slug: string, anchor = ''): Source => ({
			id: `${id}-${slug}`,
			title: `${name}: ${title}`,
			...{ language: 'dockerfile', code, file, page: page + anchor },
			tags: [...new Set([name, ...toTags(code, 'dockerfile')])],
		});
		const shown = examples.map(({ title, code }) =>
			toSource(title, code, toSlug(title), `#${toSlug(title)}`),
		);
		const instead = deprecated && toSource('write this instead', deprecated.replacement, 'instead');
		return instead ? [instead, ...shown] : shown;
	});
}

function toCommandSources({ reference, toTags }: Facts): Source[] {
	return reference.commands.flatMap(({ id, name, file, examples, task, summary }) =>
		examples.map(({ code, note }, index) => ({
			id: toNumbered(`docker-${id}`, index),
			title: note === undefined ? summary.replace(/\.$/, '') : `${name}: ${note}`,
			...{ language: 'bash', code, file },
			page: `/${folders.commands}/${id}/#examples`,
			tags: [...new Set([task, ...toTags(code, 'shell')])],
		})),
	);
}

function toCheckSources(check: Check & { id: string; file: string }, { toTags }: Facts): Source[] {
	const { id, name, file, bad, good } = check;
	const toSource = (kind: 'bad' | 'good', code: string): Source => ({
		id: `check-${id}-${kind}`,
		title: `${name}: ${kind}`,
		...{ language: 'dockerfile', code, file, page: `/${folders.checks}/${id}/#${kind}` },
		tags: ['checks', ...toTags(code, 'dockerfile')],
		...(kind === 'bad' && { bad: name }),
	});
	return [toSource('bad', bad), toSource('good', good)];
}
