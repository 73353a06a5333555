import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Block } from './model.ts';
import { toVariableRows, toOptionRows, type Context, type Detail } from './context.ts';
import { explainFiles } from './files.ts';
import { explainHealthcheck, explainRun, explainStart } from './programs.ts';
import * as settings from './settings.ts';
import { toAgain } from './cache.ts';
import { toGlobalVariables } from './scope.ts';
import { say, toSentence } from './words.ts';

type Explain = (instruction: Instruction, context: Context) => Detail;

const explainers: Readonly<Record<string, Explain>> = {
	ADD: explainFiles,
	ARG: settings.explainArg,
	CMD: explainStart,
	COPY: explainFiles,
	ENTRYPOINT: explainStart,
	ENV: settings.explainEnv,
	EXPOSE: settings.explainExpose,
	FROM: settings.explainFrom,
	HEALTHCHECK: explainHealthcheck,
	LABEL: settings.explainLabel,
	MAINTAINER: settings.explainMaintainer,
	ONBUILD: settings.explainOnbuild,
	RUN: explainRun,
	SHELL: settings.explainShell,
	STOPSIGNAL: settings.explainStopSignal,
	USER: settings.explainUser,
	VOLUME: settings.explainVolume,
	WORKDIR: settings.explainWorkdir,
};

/** Instructions of which only the last one of a stage counts. */
const single: readonly string[] = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'STOPSIGNAL'];

/** All lines of a Dockerfile with what they do; `broken` are lines that BuildKit refuses. */
export function toBlocks(
	source: string,
	context: Omit<Context, 'stage' | 'scope'>,
	broken: ReadonlySet<number>,
): Block[] {
	const { file, stages, facts } = context;
	const rows = source
		.replace(/^\uFEFF/, '')
		.split('\n')
		.map((row) => row.replace(/\r+$/, ''));
	const blocks = toDirectiveBlocks(rows, context);
	let done = blocks.at(-1)?.last ?? 0;
	for (const instruction of file.instructions) {
		const start = toFirst(rows, done + 1);
		const place = findPlace(instruction, stages);
		const scope = place?.stage.scopes[place.at] ?? toEarlyScope(instruction, context);
		const own = { ...context, stage: place?.stage, scope };
		const last = Math.max(instruction.last, instruction.line);
		const lines = {
			start,
			last,
			line: instruction.line,
			code: rows.slice(start - 1, last).join('\n'),
		};
		const known = facts.instructions[instruction.keyword];
		done = last;
		if (known === undefined || broken.has(instruction.line)) {
			blocks.push({ ...lines, name: instruction.written, text: [], rows: [] });
			continue;
		}
		blocks.push({ ...lines, ...explain(instruction, own), effect: known.effect, href: known.href });
	}
	return blocks;
}

const emptyScope = {
	variables: new Map(),
	workdir: undefined,
	user: undefined,
	shell: undefined,
	isWindows: false,
} as const;

/** What `FROM` and what stands before the first one can use: the arguments above. */
function toEarlyScope({ line }: Instruction, { file, facts }: Pick<Context, 'file' | 'facts'>) {
	const globals = file.globals.filter((one) => one.line < line);
	return {
		...emptyScope,
		variables: toGlobalVariables({ globals, escape: file.escape }, facts.predefined),
	};
}

function explain(
	instruction: Instruction,
	context: Context,
): Pick<Block, 'name' | 'text' | 'rows' | 'again'> {
	const { keyword, line } = instruction;
	const detail = explainers[keyword]?.(instruction, context) ?? { text: [], rows: [] };
	const later = context.stage?.stage.instructions.find(
		(other) => other.keyword === keyword && other.line > line,
	);
	const isReplaced = later !== undefined && single.includes(keyword);
	const again = toAgain(instruction, context);
	return {
		name: keyword,
		text: isReplaced ? say`${detail.text} Line ${later.line} replaces it.` : detail.text,
		rows: [
			...detail.rows,
			...toOptionRows(instruction, context),
			...toVariableRows(instruction, context),
		],
		...(again && { again }),
	};
}

function findPlace(instruction: Instruction, stages: Context['stages']) {
	for (const stage of stages) {
		const at = stage.stage.instructions.indexOf(instruction);
		if (at >= 0) return { stage, at };
		// What `FROM` finds is what its own line makes.
		if (stage.stage.from === instruction) return { stage, at: -1 };
	}
	return undefined;
}

/** The first line of a block: empty lines before it belong to nothing. */
function toFirst(rows: readonly string[], from: number): number {
	let line = from;
	while (line < rows.length && rows[line - 1]?.trim() === '') line += 1;
	return line;
}

/** The parser directives at the top, a block for each. */
function toDirectiveBlocks(
	rows: readonly string[],
	{ file, facts }: Pick<Context, 'file' | 'facts'>,
): Block[] {
	return [...file.directives.keys()].flatMap((name, at) => {
		const text = facts.directives[name.toLowerCase()];
		const lines = { start: at + 1, last: at + 1, line: at + 1, code: rows[at] ?? '' };
		return [{ ...lines, name: '', text: text === undefined ? [] : toSentence(text), rows: [] }];
	});
}
