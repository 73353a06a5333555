import type { DockerfileFacts, Explanation, Sentence, StageView, Use } from './explanation.ts';
import { checkDockerfile } from '../checks/checks.ts';
import { parseDockerfile, type Dockerfile } from '../dockerfile/dockerfile.ts';
import { toContexts } from './context.ts';
import { toBlocks } from './lineByLine.ts';
import { findAll, watchNames } from './findings.ts';
import { toResult } from './result.ts';
import { code, count, listOf, say, toSentence } from './words.ts';

/** Explains a text that is read as a Dockerfile. */
export function explainDockerfile(source: string, facts: DockerfileFacts): Explanation {
	const file = parseDockerfile(source);
	const { lasting: refused, findings } = checkDockerfile(file);
	const { stages } = file;
	const contexts = toContexts(file, facts);
	const isSound = refused.length === 0;
	const lines = source.split('\n').length - (source.endsWith('\n') ? 1 : 0);
	const broken = new Set(refused.map(({ line }) => line));
	return {
		kind: 'dockerfile',
		summary: toSummary(lines, stages.length, isSound),
		notices: refused.map(({ line, text }) => ({
			line,
			text: toSentence(`BuildKit does not build this: ${text}.`),
		})),
		findings: findAll(contexts, findings),
		looked: say`Looked for mistakes by ${facts.agreement}; ${code(facts.decider)} decides. Also looked for ${listOf(watchNames, 40)}; not every image's end of life is known.`,
		result: isSound ? toResult(contexts) : [],
		stages: toStageViews(file),
		blocks: toBlocks(source, contexts, broken),
	};
}

function toSummary(lines: number, stages: number, isSound: boolean): Sentence {
	const size = `A Dockerfile of ${count(lines, 'line')}`;
	if (!isSound)
		return say`${size}. BuildKit does not build it as it stands; what could be read is explained.`;
	return stages === 1
		? say`${size} with one stage.`
		: say`${size} with ${stages} stages; the last one becomes the image.`;
}

/** The stages with what each takes from others; the last one becomes the image. */
function toStageViews({ stages }: Dockerfile): StageView[] {
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
