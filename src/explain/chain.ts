import type { Environment, Instruction, ResolvedStage } from '../dockerfile/dockerfile.ts';

/** An instruction with where it stands and what it finds. */
export interface Place {
	instruction: Instruction;
	environment: Environment;
	stage: ResolvedStage;
}

/** The instructions of a stage. */
export function toPlaces(stage: ResolvedStage): Place[] {
	return stage.stage.instructions.map((instruction, at) => ({
		...{ instruction, stage },
		environment: stage.environments[at] ?? stage.end,
	}));
}

/** The instructions that make an image, the last stage or another one, from the first stage on. */
export function toChain(stages: readonly ResolvedStage[], at = stages.length - 1): Place[] {
	return toStages(stages, at).flatMap(toPlaces);
}

/** The image that a stage is built on in the end. */
export function toRootImage(stages: readonly ResolvedStage[], at = stages.length - 1): string {
	return toStages(stages, at)[0]?.image ?? '';
}

function toStages(stages: readonly ResolvedStage[], at: number): ResolvedStage[] {
	const chain: ResolvedStage[] = [];
	for (let stage = stages[at]; stage !== undefined; stage = stages[stage.parent ?? -1])
		chain.push(stage);
	return chain.reverse();
}

/** The `ENTRYPOINT` and the `CMD` that hold in the end. */
export function toStart(chain: readonly Place[]): {
	entry: Place | undefined;
	cmd: Place | undefined;
} {
	let entry: Place | undefined;
	let cmd: Place | undefined;
	for (const place of chain) {
		const { instruction, stage } = place;
		if (instruction.keyword === 'CMD') cmd = place;
		if (instruction.keyword !== 'ENTRYPOINT') continue;
		entry = place;
		// A `CMD` of a stage before is dropped, one of the same stage stays.
		if (cmd?.stage !== stage) cmd = undefined;
	}
	return { entry, cmd };
}
