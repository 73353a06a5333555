import type { Fault, ParsedDockerfile, Stage } from './steps.ts';
import { isReference } from './image.ts';
import { toKeys } from './steps.ts';
import { expand, findNames } from './variables.ts';

/** Arguments that exist before the first `FROM` without being declared, in BuildKit. */
const predefined: readonly string[] = ['BUILD', 'TARGET']
	.flatMap((side) => ['PLATFORM', 'OS', 'ARCH', 'VARIANT', 'OSVERSION'].map((part) => side + part))
	.concat('TARGETSTAGE');

/** UndefinedArgInFrom: what stands in `FROM` is declared before the first one. */
export function findUndeclared({ stages, globals }: ParsedDockerfile): Fault[] {
	const declared = new Set([...predefined, ...globals.flatMap(toKeys).map(({ name }) => name)]);
	return stages.flatMap((stage) =>
		[...findNames(stage.base), ...findNames(toPlatform(stage) ?? '')]
			.filter((name) => !declared.has(name))
			.map((name) => ({
				line: stage.from.line,
				text: `\`$${name}\` has no \`ARG\` before the first \`FROM\``,
			})),
	);
}

/** InvalidDefaultArgInFrom: without build arguments, the name of the base image is still a name. */
export function findInvalidDefaults({ stages, globals }: ParsedDockerfile): Fault[] {
	const values = new Map<string, string>();
	for (const { name, value } of globals.flatMap(toKeys)) {
		if (value !== undefined) values.set(name, expand(value, values));
	}
	return stages
		.filter(({ base }) => !isReference(expand(base, values)))
		.map(({ base, from: { line } }) => ({
			line,
			text: `\`${base}\` is no image name with the defaults of its arguments`,
		}));
}

/** FromPlatformFlagConstDisallowed: a fixed platform builds for that one only. */
export function findFixedPlatforms({ stages }: ParsedDockerfile): Fault[] {
	return stages.flatMap((stage) => {
		const platform = toPlatform(stage);
		const [os = '', arch = ''] = (platform ?? '').split('/');
		const isNamed = [os, arch].some((part) => part !== '' && stage.name?.includes(part));
		if (platform === undefined || platform.includes('$') || isNamed) return [];
		return [{ line: stage.from.line, text: `\`--platform=${platform}\` fixes the platform` }];
	});
}

/** RedundantTargetPlatform: the target's platform is what Docker takes anyway. */
export function findRedundantPlatforms({ stages }: ParsedDockerfile): Fault[] {
	return stages
		.filter((stage) => /^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(toPlatform(stage) ?? ''))
		.map(({ from: { line } }) => ({
			line,
			text: '`--platform=$TARGETPLATFORM` is what happens without it',
		}));
}

function toPlatform({ from }: Stage): string | undefined {
	return from.flags.find(({ name }) => name === 'platform')?.value;
}
