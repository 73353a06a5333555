import type { StageView, Use } from './explanation.ts';
import type { FileContext } from './context.ts';
import { usesOf } from './rebuilds.ts';

/** The stages with what each takes from others; the last one becomes the image. */
export function toStageViews(context: FileContext): StageView[] {
	const { stages } = context;
	const uses = stages.map((stage): Use[] => {
		const base: Use[] =
			stage.parent === undefined
				? []
				: [{ stage: stage.parent, line: stage.stage.from.line, how: 'base' }];
		const others = stage.stage.instructions.flatMap((instruction) =>
			usesOf(instruction, stage, context).map((index): Use => {
				const how = instruction.keyword === 'COPY' ? 'copy' : 'mount';
				return { stage: index, line: instruction.line, how };
			}),
		);
		return [...base, ...others];
	});
	const needed = new Set([stages.length - 1]);
	// A stage takes only from those above it.
	for (let index = stages.length - 1; index > 0; index -= 1)
		if (needed.has(index)) for (const { stage } of uses[index] ?? []) needed.add(stage);
	return stages.map(({ stage, index, parent, image }) => ({
		name: stage.name ?? `stage ${index}`,
		line: stage.from.line,
		last: stage.instructions.at(-1)?.last ?? stage.from.last,
		image: parent === undefined ? image : undefined,
		role: index === stages.length - 1 ? 'result' : needed.has(index) ? 'used' : 'unused',
		uses: uses[index] ?? [],
	}));
}
