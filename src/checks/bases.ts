import {
	expand,
	toGlobals,
	type Dockerfile,
	type Fault,
	type Stage,
} from '../dockerfile/dockerfile.ts';
import { isReference } from './image.ts';

/** UndefinedArgInFrom: what stands in `FROM` is declared before the first one. */
export function findUndeclared(file: Dockerfile): Fault[] {
	const values = toGlobals(file);
	const declared = new Set(file.globals.flatMap(({ pairs }) => pairs.map(({ name }) => name)));
	return file.stages.flatMap((stage) =>
		[stage.base, toPlatform(stage) ?? '']
			.flatMap((text) => [...expand(text, values, file).unknown])
			.filter((name) => !declared.has(name))
			.map((name) => ({
				line: stage.from.line,
				text: `\`$${name}\` has no \`ARG\` before the first \`FROM\``,
			})),
	);
}

/** InvalidDefaultArgInFrom: without build arguments, the name of the base image is still a name. */
export function findInvalidDefaults(file: Dockerfile): Fault[] {
	const values = toGlobals(file);
	return file.stages
		.filter(({ base }) => !isReference(expand(base, values, file).text))
		.map(({ base, from: { line } }) => ({
			line,
			text: `\`${base}\` is no image name with the defaults of its arguments`,
		}));
}

/** FromPlatformFlagConstDisallowed: a fixed platform builds for that one only. */
export function findFixedPlatforms({ stages }: Dockerfile): Fault[] {
	return stages.flatMap((stage) => {
		const platform = toPlatform(stage);
		const [os = '', arch = ''] = (platform ?? '').split('/');
		const isNamed = [os, arch].some(
			(part) => part !== '' && stage.name?.toLowerCase().includes(part),
		);
		if (platform === undefined || platform.includes('$') || isNamed) return [];
		return [{ line: stage.from.line, text: `\`--platform=${platform}\` fixes the platform` }];
	});
}

/** RedundantTargetPlatform: the target's platform is what Docker takes anyway. */
export function findRedundantPlatforms(file: Dockerfile): Fault[] {
	const values = toGlobals(file);
	return file.stages
		.filter((stage) => {
			const { text, known, unknown } = expand(toPlatform(stage) ?? '', values, file);
			const isTarget = known.size === 1 && unknown.size === 0 && known.has('TARGETPLATFORM');
			return isTarget && text === values.get('TARGETPLATFORM');
		})
		.map(({ from: { line } }) => ({
			line,
			text: '`--platform=$TARGETPLATFORM` is what happens without it',
		}));
}

function toPlatform({ from }: Stage): string | undefined {
	return from.flags.find(({ name }) => name === 'platform')?.value;
}
