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

/** What the next build does again when an instruction changes. */
export function toAgain({ instruction, stage, file }: Context): Sentence | undefined {
	if (stage === undefined) return undefined;
	const what = toTaken(instruction);
	const when = what === undefined ? 'When this line changes' : `When this line or ${what} changes`;
	const steps = findSteps(instruction, stage, file.stages);
	const lines = (again: Exclude<Again, 'no'>) => {
		const text = toRanges(steps[again]);
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
function findSteps(
	changed: Instruction,
	own: Stage,
	stages: readonly Stage[],
): Record<Exclude<Again, 'no'>, Range[]> {
	const found = { yes: [], maybe: [] };
	const isSetting = felt.includes(changed.keyword);
	const isStart = ['FROM', 'WORKDIR'].includes(changed.keyword);
	if (!isSetting && !isStart && !own.steps.includes(changed)) return found;
	const ends = Array<State | undefined>(stages.length);
	for (const stage of stages.slice(own.index)) {
		const isOwn = stage === own;
		const first: State = { again: isSetting ? 'no' : 'yes', isSet: isSetting };
		let state = isOwn ? first : stage.parent && ends[stage.parent.index];
		if (state === undefined && stage.taken.length === 0) continue;
		for (const step of stage.steps) {
			if (isOwn && step.line <= changed.line) continue;
			const isTaken = stage.taken.some(
				(one) => one.instruction === step && (ends[one.stage]?.again ?? 'no') !== 'no',
			);
			state = toNext(step, state, isTaken, changed, found);
		}
		ends[stage.index] = state;
	}
	return found;
}

/** Notes a step that is done again, and gives what that does to the steps behind it. */
function toNext(
	step: Instruction,
	state: State | undefined,
	isTaken: boolean,
	changed: Instruction,
	found: ReturnType<typeof findSteps>,
): State | undefined {
	const { again: before = 'no', isSet = false } = state ?? {};
	const layers = isAlone(step) ? 'no' : before;
	const isSure = layers === 'yes' || (isSet && feels(step, changed));
	const again = isSure ? 'yes' : isTaken ? 'maybe' : layers;
	if (again === 'no') return state;
	addRange(found[again], [step.line, step.last]);
	return before === 'yes' || before === again ? state : { again, isSet };
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
