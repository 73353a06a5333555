import type { Environment, Instruction, ResolvedStage } from '../dockerfile/dockerfile.ts';
import type { Block } from './explanation.ts';
import { toGlobals } from '../dockerfile/dockerfile.ts';
import {
	toOptionRows,
	toVariableRows,
	type Context,
	type Detail,
	type FileContext,
} from './context.ts';
import { explainHealthcheck, explainRun, explainStart } from './programs.ts';
import { toAgain } from './rebuilds.ts';
import * as settings from './settings.ts';
import { explainTransfer } from './transfers.ts';
import { say, toSentence } from './words.ts';

type Explain = (instruction: Instruction, context: Context) => Detail;

const explainers: Readonly<Record<string, Explain>> = {
	ADD: explainTransfer,
	ARG: settings.explainArg,
	CMD: explainStart,
	COPY: explainTransfer,
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
	context: FileContext,
	broken: ReadonlySet<number>,
): Block[] {
	const { file, facts } = context;
	const rows = source.replace(/^\uFEFF/, '').split(/\r*\n/);
	const places = findPlaces(context);
	const blocks = toDirectiveBlocks(rows, context);
	let done = blocks.at(-1)?.last ?? 0;
	for (const instruction of file.instructions) {
		const start = toFirst(rows, done + 1);
		const { line } = instruction;
		done = Math.max(instruction.last, line);
		const lines = { start, last: done, line, code: rows.slice(start - 1, done).join('\n') };
		const known = facts.instructions[instruction.keyword];
		if (known === undefined || broken.has(line)) {
			blocks.push({ ...lines, name: instruction.written, text: [], rows: [] });
			continue;
		}
		const place = places.get(instruction) ?? toEarly(instruction, context);
		const own = explain(instruction, { ...context, ...place });
		blocks.push({ ...lines, ...own, effect: known.effect, href: known.href });
	}
	return blocks;
}

type Place = Pick<Context, 'stage' | 'environment'>;

/** Where each instruction stands; a `FROM` finds what is there before its stage has anything. */
function findPlaces(context: FileContext): Map<Instruction, Place> {
	const toPlaces = (stage: ResolvedStage): [Instruction, Place][] => [
		[stage.stage.from, { ...toEarly(stage.stage.from, context), stage }],
		...stage.stage.instructions.map((instruction, at): [Instruction, Place] => [
			instruction,
			{ stage, environment: stage.environments[at] ?? stage.end },
		]),
	];
	return new Map(context.stages.flatMap(toPlaces));
}

/** What `FROM` and what stands before the first one can use: the arguments above. */
function toEarly({ line }: Instruction, { file }: Pick<Context, 'file'>) {
	const globals = file.globals.filter((one) => one.line < line);
	const variables: Environment['variables'] = toGlobals({ globals, escape: file.escape });
	const environment = { variables, workdir: undefined, shell: undefined, isWindows: false };
	return { stage: undefined, environment };
}

function explain(
	instruction: Instruction,
	context: Context,
): Pick<Block, 'name' | 'text' | 'rows' | 'again'> {
	const { keyword, line } = instruction;
	const { text, rows = [] } = explainers[keyword]?.(instruction, context) ?? { text: [] };
	const later = context.stage?.stage.instructions.find(
		(other) => other.keyword === keyword && other.line > line,
	);
	const isReplaced = later !== undefined && single.includes(keyword);
	const again = toAgain(instruction, context);
	return {
		name: keyword,
		text: isReplaced ? say`${text} Line ${later.line} replaces it.` : text,
		rows: [...rows, ...toOptionRows(instruction, context), ...toVariableRows(instruction, context)],
		...(again && { again }),
	};
}

/** The first line of a block: empty lines before it belong to nothing. */
function toFirst(rows: readonly string[], from: number): number {
	let line = from;
	while (line < rows.length && rows[line - 1]?.trim() === '') line += 1;
	return line;
}

/** The parser directives at the top, a block for each. */
function toDirectiveBlocks(rows: readonly string[], { file, facts }: FileContext): Block[] {
	return [...file.directives.keys()].map((name, at) => {
		const text = toSentence(facts.directives[name.toLowerCase()] ?? '');
		const line = at + 1;
		return { start: line, last: line, line, code: rows[at] ?? '', name: '', text, rows: [] };
	});
}
