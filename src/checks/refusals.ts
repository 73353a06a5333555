/*
 * What BuildKit reads and yet does not build:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 */
import {
	resolve,
	toExpandedTexts,
	toGlobals,
	type Dockerfile,
	type Fault,
	walk,
} from '../dockerfile/dockerfile.ts';
import { isReference } from './image.ts';
import { toPortFault, toPorts } from './ports.ts';

/** Everything that ends a build without a look at files or registries, in the order of the lines. */
export function findRefused(file: Dockerfile): Fault[] {
	const found = walk(file, (instruction, { variables, isOpen }) => {
		const texts = toExpandedTexts(instruction);
		const { line, keyword } = instruction;
		const faults = texts.flatMap(
			({ text, isRaw }) =>
				resolve(text, variables, { escape: isRaw ? '\\' : file.escape, isRaw }).fault ?? [],
		);
		// What a base image sets is not known, and may be just what is missing.
		const own = faults.filter((fault) => !isOpen || !fault.includes('must have a value'));
		const ports =
			keyword === 'EXPOSE' && !isOpen
				? toPorts(instruction, variables, file.escape).flatMap((port) => toPortFault(port) ?? [])
				: [];
		return [...own, ...ports].slice(0, 1).map((text) => ({ line, text }));
	});
	return [...findBases(file), ...found].sort((a, b) => a.line - b.line);
}

function findBases(file: Dockerfile): Fault[] {
	const globals = toGlobals(file);
	return file.stages.flatMap(({ base, from: { line } }) => {
		const { value, fault } = resolve(base, globals, file);
		if (fault !== undefined) return [{ line, text: fault }];
		if (value === '') return [{ line, text: `base name (${base}) should not be blank` }];
		return isReference(value)
			? []
			: [{ line, text: `\`${value}\` is no name of an image: invalid reference format` }];
	});
}
