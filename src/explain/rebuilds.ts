import type { Instruction, Stage } from '../dockerfile/dockerfile.ts';
import type { Sentence } from './explanation.ts';
import type { Context } from './context.ts';
import { escapePattern } from '../input/pattern.ts';
import { isLocal } from './transfers.ts';
import { addRange, say, toRanges, type Range } from './words.ts';

/** Settings that a later step of the build gets along, so that it is another step when they change. */
const felt: readonly string[] = ['ARG', 'ENV', 'SHELL', 'USER'];

/** How sure it is that a step is done again; `maybe` hangs on whether the files that it takes differ. */
type Again = 'no' | 'maybe' | 'yes';

/** What the build has done again up to a step. */
interface State {
	again: Again;
	/** Whether it hands on the setting that changes. */
	isSet: boolean;
}

/** The steps that are done again. */
interface Steps {
	yes: Range[];
	maybe: Range[];
	/** How many were looked at, and how sure the one is that came after the last of them. */
	count: number;
	cut?: Again;
}

/** So many steps are looked at: a file with more was written by no one, and each line would take as long. */
const most = 500;

/** What the next build does again when an instruction changes. */
export function toAgain({ instruction, stage, file }: Context): Sentence | undefined {
	if (stage === undefined) return undefined;
	const what = toTaken(instruction);
	const when = what === undefined ? 'When this line changes' : `When this line or ${what} changes`;
	const steps = findSteps(instruction, stage, file.stages);
	const lines = (again: Exclude<Again, 'no'>) => {
		const text = toRanges(steps[again], steps.cut === again);
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

/** The lines of the later steps that are done again, in this stage and in those that use it. */
function findSteps(changed: Instruction, own: Stage, stages: readonly Stage[]): Steps {
	const found: Steps = { yes: [], maybe: [], count: 0 };
	const isSetting = felt.includes(changed.keyword);
	const isStart = ['FROM', 'WORKDIR'].includes(changed.keyword);
	if (!isSetting && !isStart && !own.steps.includes(changed)) return found;
	const feels = toFeeling(changed);
	const ends = new Map<number, State>();
	for (let at = own.index; at < stages.length && found.cut === undefined; at += 1) {
		const stage = stages[at] ?? own;
		const isOwn = stage === own;
		const first: State = { again: isSetting ? 'no' : 'yes', isSet: isSetting };
		let state = isOwn ? first : ends.get(stage.parent?.index ?? -1);
		if (state === undefined && stage.taken.size === 0) continue;
		for (const step of stage.steps) {
			if (isOwn && step.line <= changed.line) continue;
			const isTaken = (one: number) => (ends.get(one)?.again ?? 'no') !== 'no';
			const again = toNext(step, state, stage.taken.get(step)?.some(isTaken) === true, feels);
			if (again === 'no') continue;
			found.count += 1;
			if (found.count > most) return { ...found, cut: again };
			addRange(found[again], [step.line, step.last]);
			if (state?.again !== 'yes') state = { again, isSet: state?.isSet === true };
		}
		if (state !== undefined) ends.set(at, state);
	}
	return found;
}

/** How sure it is that a step is done again behind what has been done again before it. */
function toNext(
	step: Instruction,
	{ again: before, isSet }: State = { again: 'no', isSet: false },
	isTaken: boolean,
	feels: (step: Instruction) => boolean,
): Again {
	const layers = isAlone(step) ? 'no' : before;
	if (layers === 'yes' || (isSet && feels(step))) return 'yes';
	return isTaken ? 'maybe' : layers;
}

/** Tells whether a step is another one when a setting changes. */
function toFeeling({ keyword, pairs }: Instruction): (step: Instruction) => boolean {
	const names = pairs.map(({ name }) => escapePattern(name)).join('|');
	const used = new RegExp(`\\$\\{?(?:${names})\\b`);
	return (step) => {
		if (step.keyword === 'RUN') return keyword !== 'SHELL' || !step.isExec;
		if (keyword === 'USER') return step.keyword === 'WORKDIR';
		if (keyword === 'SHELL') return false;
		return [step.text, ...step.flags.map(({ value = '' }) => value)].some((text) =>
			used.test(text),
		);
	};
}

/** `COPY --link` does not depend on the layers before it, unless it sets the mode of files, too. */
function isAlone({ keyword, flags }: Instruction): boolean {
	const link = flags.find(({ name }) => name === 'link');
	if (link === undefined || (keyword !== 'COPY' && keyword !== 'ADD')) return false;
	return link.value?.toLowerCase() !== 'false' && !flags.some(({ name }) => name === 'chmod');
}
