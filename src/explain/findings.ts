import type { Finding as Checked } from '../checks/checks.ts';
import { parseDockerfile } from '../dockerfile/dockerfile.ts';
import type { Fact, Finding, Sentence } from './explanation.ts';
import type { Context } from './context.ts';
import { fileWatches } from './fileWatches.ts';
import { toFix } from './fixes.ts';
import { imageWatches } from './imageWatches.ts';
import { packageWatches } from './packageWatches.ts';
import { runWatches } from './runWatches.ts';
import { startWatches } from './startWatches.ts';
import { toSentence } from './words.ts';

const watches = [
	...[...imageWatches, ...fileWatches, ...packageWatches, ...runWatches, ...startWatches],
];

/** What is looked for beside the build checks, in words. */
export const watchNames: readonly string[] = [...new Set(watches.map(([, label]) => label))];

/** The facts that findings rest on, by their names. */
export const usedFacts: readonly string[] = watches.map(([fact]) => fact);

/** Something that was found in an instruction, and what corrects that one or another like it. */
interface Found {
	context: Context;
	finding: Finding;
	correct: (context: Context) => string | undefined;
}

/** Everything that is found in a Dockerfile, in the order of its lines. */
export function findAll(contexts: readonly Context[], checked: readonly Checked[]): Finding[] {
	const byLine = Map.groupBy(checked, ({ line }) => line);
	const found = [
		...contexts.flatMap((context) => findChecked(context, byLine)),
		...contexts.flatMap(findSurprises),
	];
	const byInstruction = Map.groupBy(found, ({ context }) => context);
	return [...byInstruction.values()].flatMap(withCorrection).sort((a, b) => a.line - b.line);
}

/** What the build checks find; one of them names the last line of an instruction, not the first. */
function findChecked(
	context: Context,
	checked: ReadonlyMap<number | undefined, readonly Checked[]>,
): Found[] {
	const { instruction, facts } = context;
	const { line, gap } = instruction;
	const own = [line, ...(gap === line ? [] : [gap])].flatMap((at) => checked.get(at) ?? []);
	return own.map((one) => {
		const text = toSentence(`${one.text.charAt(0).toUpperCase()}${one.text.slice(1)}.`);
		const hit = { line: one.line, text, kind: 'check' } as const;
		return {
			...{ context, finding: toFinding(one.rule, hit, facts.facts[one.rule]) },
			correct: (other) => toFix(one, other.instruction),
		};
	});
}

function findSurprises(context: Context): Found[] {
	const { instruction, facts, stage } = context;
	const own = watches.filter(([, , keywords]) => keywords.split(' ').includes(instruction.keyword));
	return (stage === undefined ? [] : own).flatMap(([fact, , , find]) => {
		const hit = find(context);
		if (hit === undefined) return [];
		const { text, why = facts.facts[fact], isSaid } = hit;
		const rule = fact.replace(/^.*\//, '');
		const known = isSaid ? { ...why, text: '' } : why;
		const finding = toFinding(rule, { line: instruction.line, text }, known);
		return [{ context, finding, correct: (other) => find(other)?.instead }];
	});
}

/** Something that was found, with what the facts say of it. */
export function toFinding(
	rule: string,
	hit: { line: number; text: Sentence; kind?: Finding['kind'] },
	{ text = '', href = '', links = [] }: Partial<Fact> = {},
): Finding {
	const page = href === '' ? [] : [{ text: 'More', href }];
	return { rule, kind: 'watch out', ...hit, why: toSentence(text), links: [...page, ...links] };
}

/** What was found in one instruction; the first that can be corrected shows the lines with all corrections. */
function withCorrection(found: readonly Found[]): Finding[] {
	let instead: string | undefined;
	let first: Finding | undefined;
	for (const { context, finding, correct } of found) {
		const own = instead === undefined ? context : toCorrected(context, instead);
		const next = own && correct(own);
		if (next === undefined) continue;
		first ??= finding;
		instead = next;
	}
	return found.map(({ finding }) => (finding === first ? { ...finding, instead } : finding));
}

/** An instruction as it is once it is corrected; nothing where several have come of it. */
function toCorrected(context: Context, source: string): Context | undefined {
	const { instructions, escape } = parseDockerfile(source);
	const [instruction, ...others] = instructions;
	if (instruction === undefined || others.length > 0 || escape !== context.file.escape) return;
	const { line } = context.instruction;
	return { ...context, instruction: { ...instruction, line, last: line + instruction.last - 1 } };
}
