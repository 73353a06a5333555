/*
 * The stages of a file with what each instruction finds, and which stages need which:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 */
import type { Dockerfile, Environment, Instruction, Place, Stage } from './syntaxTree.ts';
import { resolve, toFirst, toNext, toOuter } from './environment.ts';
import { toMountFields } from './mounts.ts';

/** A stage whose instructions nobody has gone through. */
type Draft = Pick<Stage, 'from' | 'name' | 'base' | 'platform' | 'instructions'> & {
	parent: number | undefined;
	taken: Map<Instruction, readonly number[]>;
};

type Stages = Pick<Dockerfile, 'globals' | 'outer' | 'names' | 'stages' | 'places'>;

/** Goes through all instructions and notes what each finds. */
export function toStages(instructions: readonly Instruction[], escape: string): Stages {
	const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
	const globals: Place[] = [];
	let outer = toOuter(escape);
	for (const instruction of first < 0 ? instructions : instructions.slice(0, first)) {
		const place = { instruction, environment: outer };
		globals.push(place);
		if (instruction.keyword === 'ARG') outer = toNext(place, outer, 0);
	}
	const { drafts, names } = toDrafts(first < 0 ? [] : instructions.slice(first), outer);
	for (const { instructions, taken } of drafts)
		for (const instruction of instructions) {
			const known = toSources(instruction)
				.flatMap((source) => findStage({ names }, instruction, source) ?? [])
				.filter((stage) => stage < drafts.length);
			if (known.length > 0) taken.set(instruction, known);
		}
	const needed = findNeeded(drafts);
	const stages: Stage[] = [];
	for (const [index, draft] of drafts.entries()) {
		const parent = stages[draft.parent ?? -1];
		// BuildKit says of what is put off that it stands in the line of `FROM`.
		const { line } = draft.from;
		const isNeeded = needed.has(index);
		const putOff = (isNeeded ? (parent?.instructions ?? []) : []).flatMap(({ trigger }) =>
			trigger === undefined ? [] : [{ ...trigger, line, last: line }],
		);
		let end = parent?.end ?? toFirst(draft.base.value, escape);
		const visit = (instruction: Instruction): Place => {
			const place = { instruction, environment: end };
			end = toNext(place, outer, line);
			return place;
		};
		const triggers = putOff.map(visit);
		const places = draft.instructions.map(visit);
		const root = parent?.root ?? draft.base.text;
		const steps = draft.instructions.filter(isStep);
		stages.push({ ...draft, steps, index, parent, root, isNeeded, triggers, places, end });
	}
	const places = stages.flatMap((stage) => [...stage.triggers, ...stage.places]);
	return { globals, outer, names, stages, places };
}

function isStep({ keyword, text }: Instruction): boolean {
	return ['ADD', 'COPY', 'RUN'].includes(keyword) || (keyword === 'WORKDIR' && text !== '/');
}

/** Names are kept in lower case, and `FROM` looks for what is written; `COPY --from` ignores case. */
function toDrafts(instructions: readonly Instruction[], outer: Environment) {
	const drafts: Draft[] = [];
	const names = new Map<string, number>();
	for (const from of instructions) {
		if (from.keyword !== 'FROM') {
			drafts.at(-1)?.instructions.push(from);
			continue;
		}
		const [written = '', as = '', word] = from.words;
		const base = resolve(written, outer);
		const name = as.toUpperCase() === 'AS' ? word : undefined;
		const platform = from.flags.find((flag) => flag.name === 'platform')?.value;
		drafts.push({
			...{ from, name, base, parent: names.get(base.value), instructions: [], taken: new Map() },
			platform: platform === undefined ? undefined : resolve(platform, outer),
		});
		if (name !== undefined) names.set(name.toLowerCase(), drafts.length - 1);
	}
	return { drafts, names };
}

/** The numbers of the stages that the last one needs. */
function findNeeded(drafts: readonly Draft[]): Set<number> {
	const needed = new Set<number>();
	const open = [drafts.length - 1];
	for (const at of open) {
		const draft = drafts[at];
		if (draft === undefined || needed.has(at)) continue;
		needed.add(at);
		open.push(draft.parent ?? -1, ...[...draft.taken.values()].flat());
	}
	return needed;
}

/** The stages and images that an instruction takes files from, as it names them. */
export function toSources({ keyword, flags }: Instruction): string[] {
	if (keyword === 'COPY')
		return flags.flatMap(({ name, value }) => (name === 'from' && value) || []);
	if (keyword !== 'RUN') return [];
	return flags
		.filter(({ name }) => name === 'mount')
		.flatMap(({ value = '' }) => toMountFields(value))
		.flatMap(({ key, value }) => (key === 'from' && value) || []);
}

/** The number of the stage that an instruction means by a name; `COPY` may name one by its number. */
export function findStage(
	{ names }: Pick<Dockerfile, 'names'>,
	{ keyword }: Instruction,
	source: string,
): number | undefined {
	if (keyword === 'COPY' && /^[-+]?\d+$/.test(source)) return Number(source);
	return names.get(source.toLowerCase());
}
