import type { Block } from './explanation.ts';
import { toAddress, toOptionRows, toVariableRows } from './context.ts';
import type { Context, Explain } from './context.ts';
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
	contexts: readonly Context[],
	broken: ReadonlySet<number>,
): Block[] {
	const rows = source.split(/\r*\n/);
	const blocks = toDirectiveBlocks(rows, contexts[0]);
	let done = blocks.at(-1)?.last ?? 0;
	for (const context of contexts) {
		const { instruction, facts } = context;
		const start = toFirst(rows, done + 1);
		const { line, written, keyword } = instruction;
		done = Math.max(instruction.last, line);
		const code = rows.slice(start - 1, done).join('\n');
		const block = { start, last: done, line, code, name: written, text: [], rows: [] };
		const known = broken.has(line) ? undefined : facts.instructions[keyword];
		const { effect } = known ?? {};
		blocks.push(
			effect ? { ...block, ...explain(context), effect, href: toAddress(keyword) } : block,
		);
	}
	return blocks;
}

function explain(context: Context): Pick<Block, 'name' | 'text' | 'rows' | 'again'> {
	const { keyword, line } = context.instruction;
	const text = explainers[keyword]?.(context) ?? [];
	const later = single.includes(keyword)
		? context.stage?.instructions.find((one) => one.keyword === keyword && one.line > line)
		: undefined;
	return {
		name: keyword,
		text: later === undefined ? text : say`${text} Line ${later.line} replaces it.`,
		rows: [...toOptionRows(context), ...toVariableRows(context)],
		again: toAgain(context),
	};
}

/** The first line of a block: empty lines before it belong to nothing. */
function toFirst(rows: readonly string[], from: number): number {
	let line = from;
	while (line < rows.length && rows[line - 1]?.trim() === '') line += 1;
	return line;
}

/** The parser directives at the top, a block for each. */
function toDirectiveBlocks(rows: readonly string[], context: Context | undefined): Block[] {
	return [...(context?.file.directives.keys() ?? [])].map((name, at) => {
		const text = toSentence(context?.facts.directives[name.toLowerCase()] ?? '');
		const line = at + 1;
		return { start: line, last: line, line, code: rows[at] ?? '', name: '', text, rows: [] };
	});
}
