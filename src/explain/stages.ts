import type { Dockerfile } from '../dockerfile/dockerfile.ts';
import type { StageView, Use } from './explanation.ts';

/** The stages with what each takes from others; the last one becomes the image. */
export function toStageViews({ stages }: Dockerfile): StageView[] {
	return stages.map(({ from, name, index, base, parent, isNeeded, instructions, taken }) => {
		const uses = [...taken].flatMap(([{ keyword, line }, from]) =>
			from
				.filter((stage) => stage < index)
				.map((stage): Use => ({ stage, line, how: keyword === 'COPY' ? 'copy' : 'mount' })),
		);
		const role = isNeeded ? 'used' : 'unused';
		return {
			...{ name: name ?? `stage ${index}`, line: from.line },
			last: instructions.at(-1)?.last ?? from.last,
			image: parent === undefined ? base.text : undefined,
			role: index === stages.length - 1 ? 'result' : role,
			uses: parent ? [{ stage: parent.index, line: from.line, how: 'base' }, ...uses] : uses,
		};
	});
}
