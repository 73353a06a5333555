import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Part, Row, Sentence } from './model.ts';
import type { Context } from './context.ts';
import type { Scope, ScopedStage } from './scope.ts';
import { resolve } from './scope.ts';
import { toProgram } from './programs.ts';
import { code, listOf, say, shorten } from './words.ts';

/** An instruction of the last stage, or of one that it is built on, with what it finds. */
export interface Placed {
	instruction: Instruction;
	scope: Scope;
	stage: ScopedStage;
}

/** The instructions that make the image, from the first stage on. */
export function toChain({ stages }: Pick<Context, 'stages'>): Placed[] {
	const chain: ScopedStage[] = [];
	for (let stage = stages.at(-1); stage !== undefined;) {
		chain.unshift(stage);
		stage = stage.parent === undefined ? undefined : stages[stage.parent];
	}
	return chain.flatMap((stage) =>
		stage.stage.instructions.map((instruction, at) => ({
			instruction,
			scope: stage.scopes[at] ?? stage.end,
			stage,
		})),
	);
}

/** The image that the last stage is built on in the end. */
export function toRootImage({ stages }: Pick<Context, 'stages'>): string {
	let stage = stages.at(-1);
	while (stage?.parent !== undefined) stage = stages[stage.parent];
	return stage?.image ?? '';
}

/** What the image is like that a build without `--target` makes. */
export function toResult(context: Omit<Context, 'stage' | 'scope'>): Row[] {
	const chain = toChain(context);
	const base = toRootImage(context);
	const escape = context.file.escape;
	const find = (keyword: string) =>
		chain.findLast(({ instruction }) => instruction.keyword === keyword);
	const text = (keyword: string): Sentence => {
		const found = find(keyword);
		if (found === undefined) return [];
		const { instruction, scope } = found;
		return say`${code(resolve(instruction.text, scope, escape).text)} (line ${instruction.line})`;
	};
	const end = context.stages.at(-1)?.end;
	const workdir = end?.workdir;
	const rows: Row[] = [
		{ label: ['User'], text: text('USER') },
		{
			label: ['Working directory'],
			text: workdir === undefined ? text('WORKDIR') : [code(workdir)],
		},
		{ label: ['Health check'], text: toHealth(find('HEALTHCHECK')) },
		{ label: ['Stop signal'], text: text('STOPSIGNAL') },
	];
	const { set = [], open = [] } = Object.groupBy(rows, (row) =>
		row.text.length > 0 ? 'set' : 'open',
	);
	return [
		{ label: ['Starts'], text: toStartText(chain, base) },
		...set,
		...toLists(chain, base, escape),
		{ label: ['Layers'], text: toLayers(chain, base) },
		...toOpen(open, base),
	];
}

/** What the file leaves to the base image. */
function toOpen(rows: readonly Row[], base: string): Row[] {
	if (rows.length === 0 || base === 'scratch') return [];
	const names = rows.map(({ label }) => String(label[0]).toLowerCase());
	return [{ label: ['As in the base image'], text: listOf(names) }];
}

function toHealth(found: Placed | undefined): Sentence {
	if (found === undefined) return [];
	const { instruction, scope } = found;
	if (instruction.words[0]?.toUpperCase() === 'NONE')
		return say`turned off (line ${instruction.line})`;
	return say`${code(shorten(toProgram(instruction, scope), 120))} (line ${instruction.line})`;
}

/** Ports, volumes, environment and labels: all lines add to them. */
function toLists(chain: readonly Placed[], base: string, escape: string): Row[] {
	const more = base === 'scratch' ? [] : say`, and what the base image has`;
	const words = (keyword: string): Part[] =>
		chain.flatMap(({ instruction, scope }) =>
			instruction.keyword === keyword
				? instruction.words.map((word) => code(resolve(word, scope, escape).text))
				: [],
		);
	const pairs = (keyword: string): Part[] => {
		const values = new Map(
			chain.flatMap(({ instruction, scope }) =>
				instruction.keyword === keyword
					? instruction.pairs.map(({ name, value = '' }): [string, string] => [
							resolve(name, scope, escape).text,
							resolve(value, scope, escape).text,
						])
					: [],
			),
		);
		return [...values].map(([name, value]) => code(`${name}=${shorten(value, 60)}`));
	};
	const rows = [
		{ label: 'Ports', items: words('EXPOSE') },
		{ label: 'Volumes', items: words('VOLUME') },
		{ label: 'Environment', items: pairs('ENV') },
		{ label: 'Labels', items: pairs('LABEL') },
	];
	return rows.flatMap(({ label, items }) =>
		items.length === 0 ? [] : [{ label: [label], text: [...listOf(items, 40), ...more] }],
	);
}

function toLayers(chain: readonly Placed[], base: string): Sentence {
	const own = chain.filter(
		({ instruction: { keyword, text } }) =>
			['ADD', 'COPY', 'RUN'].includes(keyword) || (keyword === 'WORKDIR' && text !== '/'),
	).length;
	return base === 'scratch' ? say`${own}` : say`${own}, on those of ${code(base)}`;
}

/** What a container starts, by the table of `CMD` and `ENTRYPOINT`. */
function toStartText(chain: readonly Placed[], base: string): Sentence {
	const { entry, cmd, isClearing } = toStart(chain);
	const of = (one: Placed) => toProgram(one.instruction, one.scope);
	const isCleared = (one: Placed | undefined) =>
		one?.instruction.isExec === true && one.instruction.words.length === 0;
	const isExternal = base !== 'scratch';
	if (entry && !isCleared(entry)) {
		const program = code(
			shorten([of(entry), entry.instruction.isExec && cmd ? of(cmd) : ''].join(' ').trim(), 200),
		);
		if (!entry.instruction.isExec) {
			return cmd
				? say`${program}; the shell form of ENTRYPOINT ignores CMD in line ${cmd.instruction.line}`
				: [program];
		}
		if (cmd && !isCleared(cmd)) return [program];
		const isLost = isClearing && isExternal;
		return isLost ? say`${program}; ENTRYPOINT clears a CMD of the base image` : [program];
	}
	if (cmd && !isCleared(cmd)) {
		const program = code(shorten(of(cmd), 200));
		return isExternal && entry === undefined
			? say`${program}, as arguments of the entrypoint of ${code(base)} if that has one`
			: [program];
	}
	if (entry === undefined && cmd === undefined && isExternal)
		return say`what the base image ${code(base)} starts`;
	if (entry === undefined && isExternal)
		return say`the entrypoint of ${code(base)}, without a default command`;
	return say`nothing; ${code('docker run')} fails unless you name a command`;
}

/** The `ENTRYPOINT` and the `CMD` that hold in the end. */
export function toStart(chain: readonly Placed[]): {
	entry: Placed | undefined;
	cmd: Placed | undefined;
	/** Whether an `ENTRYPOINT` drops the `CMD` of the base image. */
	isClearing: boolean;
} {
	let entry: Placed | undefined;
	let cmd: Placed | undefined;
	for (const placed of chain) {
		const { instruction, stage } = placed;
		if (instruction.keyword === 'CMD') cmd = placed;
		if (instruction.keyword !== 'ENTRYPOINT') continue;
		entry = placed;
		// A `CMD` of a stage before is dropped, one of the same stage stays.
		if (cmd?.stage !== stage) cmd = undefined;
	}
	return { entry, cmd, isClearing: entry !== undefined && cmd === undefined };
}
