/*
 * What BuildKit reads and yet does not build:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 */
import {
	findStage,
	resolve,
	toExpandedTexts,
	toRefusal,
	toSources,
	type Dockerfile,
	type Instruction,
	type Place,
	type Refusal,
	type Stage,
} from '../dockerfile/dockerfile.ts';
import { parsePlatform } from './bases.ts';
import { isReference } from './image.ts';
import { findValueFaults } from './values.ts';

/** Everything that ends a build without a look at files or registries. */
export function findRefused(file: Dockerfile): Refusal[] {
	return [
		...file.globals.flatMap(findGlobal),
		...file.stages.flatMap(findBase),
		...file.stages.flatMap((stage) => findSources(stage, file)),
		...file.places.flatMap(findBuilding),
	];
}

/** What stands in `ARG` before the first `FROM`. */
function findGlobal({ instruction: { pairs, line }, environment }: Place): Refusal[] {
	return pairs
		.flatMap(({ value = '' }) => resolve(value, environment).fault ?? [])
		.map((text): Refusal => ({ line, text, step: 'bases', isLoose: true }));
}

function findBase(stage: Stage): Refusal[] {
	const { base, from } = stage;
	const { line, words } = from;
	const { value, fault } = base;
	if (fault !== undefined) return [{ line, text: fault, step: 'bases' }];
	if (value === '')
		return [{ line, text: `base name (${words[0]}) should not be blank`, step: 'bases' }];
	const text = `\`${value}\` is no name of an image: invalid reference format`;
	const unread: Refusal[] = isReference(value) ? [] : [{ line, text, step: 'images' }];
	return [...findPlatform(stage), ...unread];
}

function findPlatform({ platform, from: { line, flags } }: Stage): Refusal[] {
	const { value, fault, used = [] } = platform ?? {};
	const written = flags.find(({ name }) => name === 'platform')?.value;
	if (!written || (fault === undefined && parsePlatform(value ?? '') !== undefined)) return [];
	const isLoose = used.some(({ kind }) => kind === 'ARG');
	const text = fault ?? `\`${value || written}\` is no platform like \`linux/arm64\``;
	return [{ line, text, step: 'bases', isLoose }];
}

/** What `ONBUILD` puts off and BuildKit will refuse where it comes to it. */
export function findPutOff({ instructions }: Dockerfile): Refusal[] {
	return instructions.flatMap(({ trigger, line }): Refusal[] => {
		const text = trigger && toRefusal(trigger);
		return text === undefined ? [] : [{ line, text, step: 'reading' }];
	});
}

/** The stages and images that instructions take files from, and what `ONBUILD` hands on. */
function findSources({ index, triggers, instructions }: Stage, file: Dockerfile): Refusal[] {
	const handed = triggers.map(({ instruction }) => instruction);
	const unread = handed.flatMap((one): Refusal[] => {
		const text = toRefusal(one);
		return text === undefined ? [] : [{ line: one.line, text, step: 'images' }];
	});
	const taken = [...handed, ...instructions].flatMap((one) =>
		toSources(one).flatMap((source) => findSource(one, source, index, file)),
	);
	return [...unread, ...taken];
}

function findSource(
	instruction: Instruction,
	source: string,
	index: number,
	file: Dockerfile,
): Refusal[] {
	const { line } = instruction;
	const refuse = (text: string, step: Refusal['step'] = 'images') => [{ line, text, step }];
	if (resolve(source, { variables: new Map(), escape: file.escape }).value !== source)
		return refuse('`--from` takes no variables; name a stage with `FROM … AS`');
	const at = findStage(file, instruction, source);
	if (at === undefined)
		return isReference(source) ? [] : refuse(`\`${source}\` is no stage and no name of an image`);
	if (file.stages[at] === undefined) return refuse(`there is no stage ${source}`);
	if (at === index) return refuse(`the stage takes files from itself, as \`${source}\``);
	return at > index ? refuse(`the stage \`${source}\` stands behind this one`, 'building') : [];
}

/** Variables and values of an instruction. */
function findBuilding(place: Place): Refusal[] {
	const { line } = place.instruction;
	const fault = findExpansion(place) ?? findValueFaults(place)[0];
	return fault === undefined ? [] : [{ ...fault, line, step: 'building' }];
}

function findExpansion({ instruction, environment }: Place): Pick<Refusal, 'text'> | undefined {
	return (
		toExpandedTexts(instruction)
			.flatMap(({ text, isRaw }) => resolve(text, environment, isRaw).fault ?? [])
			// What a base image sets is not known, and may be just what is missing.
			.filter((fault) => !environment.isOpen || !fault.includes('must have a value'))
			.map((text) => ({ text }))[0]
	);
}
