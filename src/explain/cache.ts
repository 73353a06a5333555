import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Sentence } from './model.ts';
import type { Context } from './context.ts';
import type { ScopedStage } from './scope.ts';
import { toMountFields } from '../dockerfile/dockerfile.ts';
import { escapePattern } from '../input/pattern.ts';
import { findUsed } from './files.ts';
import { say, toRanges } from './words.ts';

/** Instructions that make a step of the build; the others only change settings of the image. */
const steps: readonly string[] = ['ADD', 'COPY', 'RUN', 'WORKDIR'];

/** Settings that a later `RUN` gets along, so that it is another step when they change. */
const felt: readonly string[] = ['ARG', 'ENV', 'SHELL', 'USER'];

interface Lines {
	/** Steps that are done again. */
	sure: Instruction[];
	/** Steps that are done again if the files that they take are other ones. */
	maybe: Instruction[];
}

/** What the next build does again when an instruction changes. */
export function toAgain(instruction: Instruction, context: Context): Sentence | undefined {
	const { keyword } = instruction;
	const { stage } = context;
	if (stage === undefined) return undefined;
	if (keyword !== 'FROM' && !steps.includes(keyword) && !felt.includes(keyword))
		return ['When this line changes, no other line is built again.'];
	const lines = toLines(instruction, stage, context);
	const isFiles = keyword === 'COPY' || keyword === 'ADD';
	const when = isFiles ? 'When this line or a file of it changes' : 'When this line changes';
	const maybe = lines.maybe.filter((one) => !lines.sure.includes(one));
	const sure = toRanges(lines.sure.map(({ line, last }) => [line, last]));
	const others = toRanges(maybe.map(({ line, last }) => [line, last]));
	if (sure === '' && others === '') return say`${when}, no other line is built again.`;
	const word = (text: string) => (/\D/.test(text) ? 'lines' : 'line');
	const one = `${word(sure)} ${sure}`;
	const other = `${word(others)} ${others}, if the files taken from here differ`;
	const both = sure === '' ? other : others === '' ? one : `${one}, and ${other}`;
	return say`${when}, built again: ${both}.`;
}

function toLines(instruction: Instruction, stage: ScopedStage, context: Context): Lines {
	const { keyword, line } = instruction;
	const later = stage.stage.instructions.filter((other) => other.line > line);
	const isSetting = felt.includes(keyword);
	const first = isSetting
		? later.findIndex((other) => feels(other, instruction))
		: later.findIndex(({ keyword }) => steps.includes(keyword));
	const sure = first < 0 ? [] : later.slice(first).filter(isStep);
	const lines: Lines = { sure, maybe: [] };
	// A setting is handed on to stages that start from this one, steps or not.
	const goesOn = sure.length > 0 || !isSetting || isInherited(keyword);
	if (goesOn) addUsers(stage.index, lines, context, new Set(), isSetting && sure.length === 0);
	return lines;
}

function isInherited(keyword: string): boolean {
	return felt.includes(keyword);
}

/** Whether a step is another one when a setting changes. */
function feels(step: Instruction, setting: Instruction): boolean {
	if (step.keyword === 'RUN') return setting.keyword !== 'SHELL' || !step.isExec;
	if (setting.keyword === 'USER') return step.keyword === 'WORKDIR';
	if (setting.keyword === 'SHELL') return false;
	const text = [step.text, ...step.flags.map(({ value }) => value ?? '')].join(' ');
	return (
		isStep(step) &&
		setting.pairs.some(({ name }) => new RegExp(`\\$\\{?${escapePattern(name)}\\b`).test(text))
	);
}

/** `COPY --link` does not depend on the layers before it. */
function isStep({ keyword, flags }: Instruction): boolean {
	const link = flags.find(({ name }) => name === 'link');
	const isLinked = link !== undefined && link.value?.toLowerCase() !== 'false';
	// BuildKit takes no link mode where the mode of files is set, too.
	const isAlone = isLinked && !flags.some(({ name }) => name === 'chmod');
	return steps.includes(keyword) && !(isAlone && (keyword === 'COPY' || keyword === 'ADD'));
}

/** Adds the steps of other stages that use this one, and of those that use them. */
function addUsers(
	index: number,
	lines: Lines,
	context: Context,
	seen: Set<number>,
	isOnlyFelt: boolean,
): void {
	if (seen.has(index)) return;
	seen.add(index);
	for (const user of context.stages) {
		if (user.index <= index) continue;
		const { instructions } = user.stage;
		if (user.parent === index) {
			const first = isOnlyFelt ? instructions.findIndex(({ keyword }) => keyword === 'RUN') : 0;
			if (first >= 0) lines.sure.push(...instructions.slice(first).filter(isStep));
			addUsers(user.index, lines, context, seen, isOnlyFelt);
			continue;
		}
		if (isOnlyFelt) continue;
		const first = instructions.findIndex((one) => usesOf(one, user, context).includes(index));
		if (first < 0) continue;
		const own = instructions.slice(first).filter((one, at) => at === 0 || isStep(one));
		lines.maybe.push(...own);
		addMaybe(user.index, lines, context, seen);
	}
}

/** Beyond a copy, all depends on whether what was copied is other than before. */
function addMaybe(index: number, lines: Lines, context: Context, seen: Set<number>): void {
	const inner: Lines = { sure: [], maybe: [] };
	addUsers(index, inner, context, seen, false);
	lines.maybe.push(...inner.sure, ...inner.maybe);
}

/** The numbers of the stages whose files an instruction takes. */
export function usesOf(
	{ keyword, flags }: Instruction,
	stage: ScopedStage,
	{ stages }: Pick<Context, 'stages'>,
): number[] {
	const names = flags.flatMap(({ name, value = '' }) => {
		if (name === 'from' && keyword === 'COPY') return [value];
		if (name !== 'mount' || keyword !== 'RUN') return [];
		return toMountFields(value).flatMap(({ key, value }) => (key === 'from' ? (value ?? []) : []));
	});
	return names.flatMap((name) => findUsed(name, { stages, stage }) ?? []);
}
