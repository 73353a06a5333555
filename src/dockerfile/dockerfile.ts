/**
 * A Dockerfile read as BuildKit reads it, in a few kilobytes that also run in a browser. Read
 * syntaxTree.ts first (what comes out), then logicalLines.ts (lines that belong together), operands.ts
 * (options, words, arrays), grammar.ts with mounts.ts (what BuildKit refuses), stageGraph.ts (which
 * stage needs which) with environment.ts (what each instruction finds), expansion.ts with
 * expandedTexts.ts (variables), and scripts.ts (what a shell gets).
 */
import type { Dockerfile, Instruction, Pair, Refusal } from './syntaxTree.ts';
import { arrays, findRefusals } from './grammar.ts';
import { toLogicalLines, type LogicalLine } from './logicalLines.ts';
import { parseArray, splitBlanks, splitFlags, splitWords } from './operands.ts';
import { toStages } from './stageGraph.ts';

export { resolve, toPath } from './environment.ts';
export { toExpandedTexts } from './expandedTexts.ts';
export { optionsOf, toRefusal } from './grammar.ts';
export * from './syntaxTree.ts';
export { hasPosixShell, toScript, toShellText } from './scripts.ts';
export { findStage, toSources } from './stageGraph.ts';
export { toMountFault, toMountFields } from './mounts.ts';

/** Reads a Dockerfile. Takes any text and never throws. */
export function parseDockerfile(source: string): Dockerfile {
	const { lines, directives, escape, faults } = toLogicalLines(source);
	const instructions = lines.map((line) => toInstruction(line, escape));
	const unread = faults.map((fault): Refusal => ({ ...fault, step: 'parsing' }));
	const stages = toStages(instructions, escape);
	const refused = [...unread, ...findRefusals(instructions)].sort((a, b) => a.line - b.line);
	return { directives, escape, instructions, ...stages, refused };
}

function toInstruction(line: LogicalLine, escape: string): Instruction {
	const [, written = '', operands = ''] = /^([^\t\v\f\r ]+)\s*(.*)$/s.exec(line.text.trim()) ?? [];
	const keyword = written.toUpperCase();
	const { flags, rest } = splitFlags(operands, escape);
	const [, kind = '', check = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
	const isCheck = keyword === 'HEALTHCHECK';
	const command = isCheck ? check : rest;
	const items = arrays.includes(keyword) ? parseArray(command) : undefined;
	const isExec = items !== undefined && items !== 'mixed';
	const words = isExec ? items : toWords(keyword, command, escape);
	const base = {
		...{ ...line, written, keyword, flags, text: rest, command, isExec },
		words: isCheck ? [kind, ...words].filter(Boolean) : words,
		pairs: toPairs(keyword, rest, escape),
	};
	if (keyword !== 'ONBUILD' || rest === '') return base;
	return { ...base, trigger: toInstruction({ ...line, text: rest }, escape) };
}

function toWords(keyword: string, text: string, escape: string): string[] {
	if (['ADD', 'COPY', 'EXPOSE', 'FROM', 'VOLUME'].includes(keyword)) return splitBlanks(text);
	if (['ARG', 'ENV', 'LABEL'].includes(keyword)) return splitWords(text, escape);
	return text === '' ? [] : [text];
}

function toPairs(keyword: string, text: string, escape: string): Pair[] {
	if (!['ARG', 'ENV', 'LABEL'].includes(keyword)) return [];
	const words = splitWords(text, escape);
	const [, name = '', rest] = /^(\S+)[\t\v\f\r ]+(.*)$/s.exec(text) ?? [];
	if (keyword !== 'ARG' && words[0]?.includes('=') === false) {
		return [{ name: name || text, value: rest ?? '', isLegacy: true }];
	}
	return words.map((word) => {
		const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
		return { name, value, isLegacy: false };
	});
}
