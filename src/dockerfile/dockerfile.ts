/**
 * A Dockerfile read as BuildKit reads it, in a few kilobytes that also run in a browser. Read
 * syntaxTree.ts first (what comes out), then logicalLines.ts (lines that belong together), operands.ts
 * (options, words, arrays), grammar.ts with mounts.ts (what BuildKit refuses), stageGraph.ts (which
 * stage needs which) with environment.ts (what each instruction finds), and expansion.ts with
 * expandedTexts.ts (variables).
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
	const items = toItems(keyword, rest);
	const own = { ...line, written, keyword, flags, text: rest, isExec: items !== undefined };
	const pairs = toPairs(keyword, rest, escape);
	const base = { ...own, pairs, words: items ?? toWords(keyword, rest, escape) };
	if (keyword !== 'ONBUILD' || rest === '') return base;
	return { ...base, trigger: toInstruction({ ...line, text: rest }, escape) };
}

function toItems(keyword: string, text: string): string[] | undefined {
	const array = keyword === 'HEALTHCHECK' ? text.replace(/^\S+\s*/, '') : text;
	if (!arrays.includes(keyword)) return undefined;
	const items = parseArray(array);
	if (items === undefined || items === 'mixed') return undefined;
	return keyword === 'HEALTHCHECK' ? [text.slice(0, -array.length).trim(), ...items] : items;
}

function toWords(keyword: string, text: string, escape: string): string[] {
	if (['ADD', 'COPY', 'EXPOSE', 'FROM', 'VOLUME'].includes(keyword)) return splitBlanks(text);
	if (['ARG', 'ENV', 'LABEL'].includes(keyword)) return splitWords(text, escape);
	if (keyword === 'HEALTHCHECK')
		return /^(\S+)\s*(.*)$/s.exec(text)?.slice(1).filter(Boolean) ?? [];
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
