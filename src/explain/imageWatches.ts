import type { Context } from './context.ts';
import { escapePattern } from '../input/pattern.ts';
import { findEnded } from '../reference/support.ts';
import type { Hit, Watch } from './watch.ts';
import { code, say } from './words.ts';

/** What stands in `FROM`, and what becomes of the arguments before it. */
export const imageWatches: Watch[] = [
	['from/no-tag-means-latest', 'images without a fixed tag', 'FROM', findNoTag],
	['end-of-life', 'the end of life of the base image', 'FROM', findAged],
	[
		'arg/global-arg-only-in-from',
		'arguments that are not there',
		'RUN ENV LABEL WORKDIR COPY ADD',
		findLostArgument,
	],
];

function findNoTag({ stage }: Context): Hit | undefined {
	return stage?.parent === undefined ? toUntagged(stage?.base.text ?? '') : undefined;
}

/** Said of an image whose tag is missing or moves; also of one in a Compose file. */
export function toUntagged(image: string): Hit | undefined {
	const name = image.replace(/^.*\//, '');
	if (image === '' || image === 'scratch' || /[$@]/.test(image)) return undefined;
	if (!name.includes(':')) return { text: say`${code(image)} has no tag.` };
	return name.endsWith(':latest') ? { text: say`${code(image)} is a tag that moves.` } : undefined;
}

function findAged({ stage, facts }: Context): Hit | undefined {
	if (stage === undefined || stage.parent !== undefined) return undefined;
	const image = stage.base.text;
	const plain = image.replace(/^(?:docker\.io\/)?(?:library\/)?/, '').replace(/@.*$/, '');
	const [name = '', tag = ''] = plain.split(/:(?=[^/]*$)/);
	const ended = findEnded(name, tag, facts.lifecycles);
	if (ended === undefined) return undefined;
	const { lifecycle, when, supported } = ended;
	const { url, note } = lifecycle;
	const more = note === undefined ? '' : ` (${note})`;
	return {
		text: say`The support of ${code(image)} ended ${when}${more}.`,
		why: {
			text: supported === undefined ? '' : `Supported: \`${supported}\`.`,
			...{ href: '', links: [{ text: 'End of life', href: url }] },
		},
	};
}

/** An argument from before the first `FROM` that a stage uses without declaring it; the first use counts. */
function findLostArgument({ instruction, environment, stage, file }: Context): Hit | undefined {
	if (instruction.isExec && instruction.keyword === 'RUN') return undefined;
	const lost = file.globals
		.flatMap(({ instruction: { pairs, line } }) => pairs.map(({ name }) => ({ name, line })))
		.find(({ name }) => {
			if (environment.variables.has(name) || !instruction.text.includes(name)) return false;
			const isUsed = new RegExp(`(?<!\\\\)\\$\\{?${escapePattern(name)}\\b`);
			const isOwn = new RegExp(`(?:^|[\\s;(])(?:${name}=|(?:read|for)\\s[^;]*\\b${name}\\b)`);
			const first = stage?.instructions.find(({ text }) => isUsed.test(text));
			return first === instruction && !isOwn.test(instruction.text);
		});
	if (lost === undefined) return undefined;
	const { name, line } = lost;
	return {
		text: say`${code(`$${name}`)} is not the argument of line ${line}; ${code(`ARG ${name}`)} in this stage would make it so.`,
	};
}
