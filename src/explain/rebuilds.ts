import type { Instruction, ResolvedStage } from '../dockerfile/dockerfile.ts';
import type { Sentence } from './explanation.ts';
import type { Context } from './context.ts';
import { toMountFields } from '../dockerfile/dockerfile.ts';
import { escapePattern } from '../input/pattern.ts';
import { findUsed, isLocal } from './transfers.ts';
import { say, toRanges } from './words.ts';

/** Settings that a later step of the build gets along, so that it is another step when they change. */
const felt: readonly string[] = ['ARG', 'ENV', 'SHELL', 'USER'];

/** Whether an instruction is a step of the build and makes a layer: the others only change settings. */
export function isStep({ keyword, text }: Instruction): boolean {
	return ['ADD', 'COPY', 'RUN'].includes(keyword) || (keyword === 'WORKDIR' && text !== '/');
}

/** How sure it is that a step is done again; `maybe` hangs on whether the files that it takes differ. */
type Again = 'no' | 'maybe' | 'yes';

/** What a stage is like at its end. */
interface End {
	again: Again;
	/** Whether it hands on the setting that changes. */
	isSet: boolean;
}

/** What the next build does again when an instruction changes. */
export function toAgain(instruction: Instruction, context: Context): Sentence | undefined {
	if (context.stage === undefined) return undefined;
	const what = toTaken(instruction);
	const when = what === undefined ? 'When this line changes' : `When this line or ${what} changes`;
	const steps = findSteps(instruction, context.stage, context);
	const lines = (again: Again) => {
		const own = [...steps].filter(([, one]) => one === again);
		const text = toRanges(own.map(([{ line, last }]) => [line, last]));
		return text === '' ? [] : [`${/\D/.test(text) ? 'lines' : 'line'} ${text}`];
	};
	const maybe = lines('maybe').map((text) => `${text}, if the files taken from here differ`);
	const all = [...lines('yes'), ...maybe].join(', and ');
	return all === ''
		? say`${when}, no other line is built again.`
		: say`${when}, built again: ${all}.`;
}

/** The files that an instruction takes, which may be others the next time. */
function toTaken({ keyword, flags, words }: Instruction): string | undefined {
	const sources = words.slice(0, -1).filter((word) => !/^\d*<</.test(word));
	if (!['ADD', 'COPY'].includes(keyword) || sources.length === 0) return undefined;
	const isOwn = sources.every(isLocal) && !flags.some(({ name }) => name === 'from');
	const verb = keyword === 'ADD' ? 'adds' : 'copies';
	return isOwn ? `a file that it ${verb}` : `what it ${verb}`;
}

/** The later steps that are done again, in this stage and in those that use it. */
function findSteps(
	instruction: Instruction,
	own: ResolvedStage,
	{ stages }: Pick<Context, 'stages'>,
): Map<Instruction, Again> {
	const steps = new Map<Instruction, Again>();
	const isSetting = felt.includes(instruction.keyword);
	const isStart = ['FROM', 'WORKDIR'].includes(instruction.keyword);
	if (!isSetting && !isStart && !isStep(instruction)) return steps;
	const ends = new Map<number, End>();
	for (const stage of stages.slice(own.index)) {
		const isOwn = stage === own;
		const before = ends.get(stage.parent ?? -1) ?? { again: 'no', isSet: false };
		const start: End = isOwn ? { again: isSetting ? 'no' : 'yes', isSet: isSetting } : before;
		const later = stage.stage.instructions.filter(({ line }) => !isOwn || line > instruction.line);
		const end = later.reduce<End>((state, step) => {
			if (!isStep(step)) return state;
			const layers = isAlone(step) ? 'no' : state.again;
			const isSure = layers === 'yes' || (state.isSet && feels(step, instruction));
			const isTaken = () =>
				usesOf(step, stage, { stages }).some((at) => (ends.get(at)?.again ?? 'no') !== 'no');
			const again = isSure ? 'yes' : isTaken() ? 'maybe' : layers;
			if (again === 'no') return state;
			steps.set(step, again);
			return state.again === 'yes' || state.again === again ? state : { ...state, again };
		}, start);
		ends.set(stage.index, end);
	}
	return steps;
}

/** Whether a step is another one when a setting changes. */
function feels(step: Instruction, setting: Instruction): boolean {
	if (step.keyword === 'RUN') return setting.keyword !== 'SHELL' || !step.isExec;
	if (setting.keyword === 'USER') return step.keyword === 'WORKDIR';
	if (setting.keyword === 'SHELL') return false;
	const text = [step.text, ...step.flags.map(({ value }) => value ?? '')].join(' ');
	return setting.pairs.some(({ name }) =>
		new RegExp(`\\$\\{?${escapePattern(name)}\\b`).test(text),
	);
}

/** `COPY --link` does not depend on the layers before it, unless it sets the mode of files, too. */
function isAlone({ keyword, flags }: Instruction): boolean {
	const link = flags.find(({ name }) => name === 'link');
	if (link === undefined || (keyword !== 'COPY' && keyword !== 'ADD')) return false;
	return link.value?.toLowerCase() !== 'false' && !flags.some(({ name }) => name === 'chmod');
}

/** The numbers of the stages whose files an instruction takes. */
export function usesOf(
	{ keyword, flags }: Instruction,
	stage: ResolvedStage,
	{ stages }: Pick<Context, 'stages'>,
): number[] {
	const names = flags.flatMap(({ name, value = '' }) => {
		if (name === 'from' && keyword === 'COPY') return [value];
		if (name !== 'mount' || keyword !== 'RUN') return [];
		return toMountFields(value).flatMap(({ key, value }) => (key === 'from' ? (value ?? []) : []));
	});
	return names.flatMap((name) => findUsed(name, { stages, stage }) ?? []);
}
