import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Block } from './explanation.ts';
import { toGlobals } from '../dockerfile/dockerfile.ts';
import { toAddress, toOptionRows, toVariableRows } from './context.ts';
import type { Context, Explain, FileContext } from './context.ts';
import { toPlaces } from './chain.ts';
import { explainHealthcheck, explainRun, explainStart } from './programs.ts';
import { toAgain } from './rebuilds.ts';
import { settings } from './settings.ts';
import { explainTransfer } from './transfers.ts';
import { say, toSentence } from './words.ts';

const explainers: Readonly<Record<string, Explain>> = {
	...settings,
	...{ ADD: explainTransfer, COPY: explainTransfer, RUN: explainRun },
	...{ CMD: explainStart, ENTRYPOINT: explainStart, HEALTHCHECK: explainHealthcheck },
};

/** Instructions of which only the last one of a stage counts. */
const single: readonly string[] = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'STOPSIGNAL'];

/** All lines of a Dockerfile with what they do; `broken` are lines that BuildKit refuses. */
export function toBlocks(
	source: string,
	context: FileContext,
	broken: ReadonlySet<number>,
): Block[] {
	const { file, facts, stages } = context;
	const rows = source.split(/\r*\n/);
	const placed = stages.flatMap(toPlaces).map((place) => [place.instruction, place] as const);
	const places: ReadonlyMap<Instruction, Pick<Context, 'stage' | 'environment'>> = new Map(placed);
	const from = new Map(stages.map((stage) => [stage.stage.from, stage]));
	const blocks = toDirectiveBlocks(rows, context);
	let done = blocks.at(-1)?.last ?? 0;
	for (const instruction of file.instructions) {
		const start = toFirst(rows, done + 1);
		const { line, written } = instruction;
		done = Math.max(instruction.last, line);
		const code = rows.slice(start - 1, done).join('\n');
		const block = { start, last: done, line, code, name: written, text: [], rows: [] };
		const known = facts.instructions[instruction.keyword];
		if (known === undefined || broken.has(line)) {
			blocks.push(block);
			continue;
		}
		const early = { ...toEarly(instruction, context), stage: from.get(instruction) };
		const place = places.get(instruction) ?? early;
		const own = explain(instruction, { ...context, ...place });
		blocks.push({ ...block, ...own, effect: known.effect, href: toAddress(instruction.keyword) });
	}
	return blocks;
}

/** What `FROM` and what stands before the first one can use: the arguments above. */
function toEarly({ line }: Instruction, { file }: FileContext): Pick<Context, 'environment'> {
	const globals = file.globals.filter((one) => one.line < line);
	const variables = toGlobals({ globals, escape: file.escape });
	const base = { workdir: undefined, isPlaced: false, shell: undefined, isWindows: false };
	return { environment: { ...base, variables } };
}

function explain(
	instruction: Instruction,
	context: Context,
): Pick<Block, 'name' | 'text' | 'rows' | 'again'> {
	const { keyword, line } = instruction;
	const text = explainers[keyword]?.(instruction, context) ?? [];
	const later = context.stage?.stage.instructions.find(
		(other) => other.keyword === keyword && other.line > line,
	);
	const isReplaced = later !== undefined && single.includes(keyword);
	return {
		name: keyword,
		text: isReplaced ? say`${text} Line ${later.line} replaces it.` : text,
		rows: [...toOptionRows(instruction, context), ...toVariableRows(instruction, context)],
		again: toAgain(instruction, context),
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
