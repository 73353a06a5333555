/*
 * What BuildKit reads and yet does not build:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 */
import {
	findStage,
	resolve,
	resolveStages,
	toExpandedTexts,
	toGlobals,
	toRefusal,
	toSources,
	walk,
	type Dockerfile,
	type Environment,
	type Fault,
	type Instruction,
	type Refusal,
	type Stage,
} from '../dockerfile/dockerfile.ts';
import { parsePlatform, toPlatform } from './bases.ts';
import { isReference } from './image.ts';
import { findValueFaults } from './values.ts';

/** Everything that ends a build without a look at files or registries. */
export function findRefused(file: Dockerfile): Refusal[] {
	return [...findGlobals(file), ...findBases(file), ...findSources(file), ...findBuilding(file)];
}

/** What stands in `ARG` before the first `FROM`. */
function findGlobals({ globals, escape }: Dockerfile): Refusal[] {
	return globals.flatMap(({ pairs, line }, at) => {
		const variables = toGlobals({ globals: globals.slice(0, at), escape });
		return pairs
			.flatMap(({ value = '' }) => resolve(value, variables, { escape }).fault ?? [])
			.map((text): Refusal => ({ line, text, step: 'bases', isLoose: true }));
	});
}

function findBases(file: Dockerfile): Refusal[] {
	const globals = toGlobals(file);
	return file.stages.flatMap((stage) => {
		const { base, from } = stage;
		const { line } = from;
		const { value, fault } = resolve(base, globals, file);
		if (fault !== undefined) return [{ line, text: fault, step: 'bases' }];
		if (value === '')
			return [{ line, text: `base name (${base}) should not be blank`, step: 'bases' }];
		const text = `\`${value}\` is no name of an image: invalid reference format`;
		return [
			...findPlatform(stage, file),
			...(isReference(value) ? [] : [{ line, text, step: 'images' } as const]),
		];
	});
}

function findPlatform(stage: Stage, file: Dockerfile): Refusal[] {
	const written = toPlatform(stage) ?? '';
	const { value, fault, used } = resolve(written, toGlobals(file), file);
	if (written === '' || (fault === undefined && parsePlatform(value) !== undefined)) return [];
	const isLoose = used.some(({ kind }) => kind === 'ARG');
	const text = fault ?? `\`${value || written}\` is no platform like \`linux/arm64\``;
	return [{ line: stage.from.line, text, step: 'bases', isLoose }];
}

/** What `ONBUILD` puts off and BuildKit will refuse where it comes to it. */
export function findPutOff({ instructions }: Dockerfile): Fault[] {
	return instructions.flatMap(({ trigger, line }) => {
		const text = trigger && toRefusal(trigger);
		return text === undefined ? [] : [{ line, text }];
	});
}

/** The stages and images that instructions take files from, and what `ONBUILD` hands on. */
function findSources(file: Dockerfile): Refusal[] {
	return resolveStages(file).flatMap(({ stage, index, triggers }) => {
		const handed = triggers.map(({ instruction }) => instruction);
		const unread = handed.flatMap((one): Refusal[] => {
			const text = toRefusal(one);
			return text === undefined ? [] : [{ line: one.line, text, step: 'images' }];
		});
		return [
			...unread,
			...[...handed, ...stage.instructions].flatMap((one) =>
				toSources(one).flatMap((source) => findSource(one, source, index, file)),
			),
		];
	});
}

function findSource(
	instruction: Instruction,
	source: string,
	index: number,
	file: Dockerfile,
): Refusal[] {
	const { line } = instruction;
	const refuse = (text: string, step: Refusal['step'] = 'images') => [{ line, text, step }];
	if (resolve(source, new Map(), file).value !== source)
		return refuse('`--from` takes no variables; name a stage with `FROM … AS`');
	const at = findStage(file, instruction, source);
	if (at === undefined)
		return isReference(source) ? [] : refuse(`\`${source}\` is no stage and no name of an image`);
	if (file.stages[at] === undefined) return refuse(`there is no stage ${source}`);
	if (at === index) return refuse(`the stage takes files from itself, as \`${source}\``);
	return at > index ? refuse(`the stage \`${source}\` stands behind this one`, 'building') : [];
}

/** Variables and values, instruction by instruction. */
function findBuilding(file: Dockerfile): Refusal[] {
	return walk(file, (instruction, environment) => {
		const { line } = instruction;
		const expansion = findExpansion(instruction, environment, file);
		const faults = expansion ?? findValueFaults(instruction, environment, file)[0];
		return faults === undefined ? [] : [{ ...faults, line, step: 'building' }];
	});
}

function findExpansion(
	instruction: Instruction,
	{ variables, isOpen }: Environment,
	{ escape }: Dockerfile,
): Pick<Refusal, 'text'> | undefined {
	return (
		toExpandedTexts(instruction)
			.flatMap(
				({ text, isRaw }) =>
					resolve(text, variables, { escape: isRaw ? '\\' : escape, isRaw }).fault ?? [],
			)
			// What a base image sets is not known, and may be just what is missing.
			.filter((fault) => !isOpen || !fault.includes('must have a value'))
			.map((text) => ({ text }))[0]
	);
}
