import type { Hit, Watch, WatchContext } from './watch.ts';
import { toChain, toRootImage, toStart } from './result.ts';
import { placesOf } from './watch.ts';
import { code, say } from './words.ts';

/** What stands in `FROM` and what becomes of the user. */
export const imageWatches: Watch[] = [
	{
		rule: 'no-tag',
		label: 'images without a fixed tag',
		fact: 'from/no-tag-means-latest',
		find: findUntagged,
	},
	{ rule: 'end-of-life', label: 'the end of life of the base image', find: findAged },
	{ rule: 'root-user', label: 'the root user', fact: 'no-user', find: findRoot },
	{
		rule: 'undeclared-argument',
		label: 'arguments that are not there',
		fact: 'arg/global-arg-only-in-from',
		find: findLostArguments,
	},
];

function findUntagged({ stages }: WatchContext): Hit[] {
	return stages.flatMap(({ image, parent, stage }) => {
		const name = image.replace(/^.*\//, '');
		if (parent !== undefined || image === 'scratch' || image.includes('$') || image.includes('@'))
			return [];
		if (name.includes(':') && !name.endsWith(':latest')) return [];
		const text = name.includes(':')
			? say`${code(image)} is a tag that moves.`
			: say`${code(image)} has no tag.`;
		return [{ line: stage.from.line, text }];
	});
}

/** `3.10` is the tag of `3.10` and `3.10-slim`, not of `3.1`; `bookworm` may stand behind a version. */
function isTag(tag: string, beginning: string): boolean {
	return tag === beginning || tag.startsWith(`${beginning}-`) || tag.startsWith(`${beginning}.`);
}

function findAged({ stages, facts }: WatchContext): Hit[] {
	return stages.flatMap(({ image, parent, stage }) => {
		if (parent !== undefined) return [];
		const [name = '', tag = ''] =
			image
				.replace(/^(?:docker\.io\/)?(?:library\/)?/, '')
				.split('@')[0]
				?.split(/:(?=[^/]*$)/) ?? [];
		const ended = facts.lifecycles.find(
			(one) => one.image === name && isTag(tag, one.tag) && one.until < facts.today,
		);
		if (ended === undefined) return [];
		const note = ended.note === undefined ? '' : ` (${ended.note})`;
		const why = {
			text: ended.instead === undefined ? '' : `Supported: \`${ended.instead}\`.`,
			href: '',
			links: [{ text: 'End of life', href: ended.url }],
		};
		return [
			{
				line: stage.from.line,
				text: say`The support of ${code(image)} ended on ${ended.until}${note}.`,
				why,
			},
		];
	});
}

/** Images whose name says that they set a user. */
const harmless = /nonroot|non-root|unprivileged|rootless|chainguard/i;

function findRoot(context: WatchContext): Hit[] {
	const chain = toChain(context);
	const { entry, cmd } = toStart(chain);
	const base = toRootImage(context);
	const start = (entry ?? cmd)?.instruction;
	const end = context.stages.at(-1)?.end;
	if (start === undefined || end === undefined || end.isWindows || harmless.test(base)) return [];
	if (end.user === undefined) {
		const text =
			base === 'scratch'
				? say`No line sets a user: containers run as root.`
				: say`No line sets a user: containers run as the user of ${code(base)}, or as root if it sets none.`;
		return [{ line: start.line, text }];
	}
	const isRoot = /^(?:root|0)(?::|$)/.test(end.user.text);
	return isRoot ? [{ line: end.user.line, text: say`Containers run as root.` }] : [];
}

/** Arguments from before the first `FROM` that a stage uses without declaring them. */
function findLostArguments(context: WatchContext): Hit[] {
	const globals = new Map(
		context.file.globals.flatMap(({ pairs, line }) =>
			pairs.map(({ name }) => [name, line] as const),
		),
	);
	const seen = new Set<string>();
	return placesOf(context, 'RUN', 'ENV', 'LABEL', 'WORKDIR', 'COPY', 'ADD').flatMap(
		({ instruction, scope, stage }) => {
			if (instruction.isExec && instruction.keyword === 'RUN') return [];
			const names = [...instruction.text.matchAll(/(?<!\\)\$\{?(\w+)/g)].map(
				([, name = '']) => name,
			);
			return [...new Set(names)].flatMap((name) => {
				const line = globals.get(name);
				const isOwn = new RegExp(
					`(?:^|[\\s;(])(?:${name}=|(?:read|for)\\s[^;]*\\b${name}\\b)`,
				).test(instruction.text);
				const key = `${stage.index} ${name}`;
				if (line === undefined || scope.variables.has(name) || isOwn || seen.has(key)) return [];
				seen.add(key);
				return [
					{
						line: instruction.line,
						text: say`${code(`$${name}`)} is not the argument of line ${line}; ${code(`ARG ${name}`)} in this stage would make it so.`,
					},
				];
			});
		},
	);
}
