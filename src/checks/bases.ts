import type { ParsedDockerfile, Stage } from './dockerfile.ts';
import type { Finding } from './finding.ts';
import { isReference } from './image.ts';
import { toKeys } from './keys.ts';
import { expand, findNames } from './words.ts';

/** Arguments that exist before the first `FROM` without being declared, in BuildKit. */
const predefined: readonly string[] = ['BUILD', 'TARGET']
	.flatMap((side) => ['PLATFORM', 'OS', 'ARCH', 'VARIANT', 'OSVERSION'].map((part) => side + part))
	.concat('TARGETSTAGE');

/** UndefinedArgInFrom: what stands in `FROM` is declared before the first one. */
export function findUndeclared({ stages, globals }: ParsedDockerfile): Finding[] {
	const declared = new Set([...predefined, ...globals.flatMap(toKeys).map(({ name }) => name)]);
	return stages.flatMap((stage) =>
		[...findNames(stage.base), ...findNames(toPlatform(stage) ?? '')]
			.filter((name) => !declared.has(name))
			.map((name) => ({
				rule: 'UndefinedArgInFrom',
				line: stage.from.line,
				text: `\`$${name}\` has no \`ARG\` before the first \`FROM\``,
			})),
	);
}

/** InvalidDefaultArgInFrom: without build arguments, the name of the base image is still a name. */
export function findInvalidDefaults({ stages, globals }: ParsedDockerfile): Finding[] {
	const values = new Map<string, string>();
	for (const { name, value } of globals.flatMap(toKeys)) {
		if (value !== undefined) values.set(name, expand(value, values));
	}
	return stages.flatMap(({ base, from: { line } }) =>
		isReference(expand(base, values))
			? []
			: [
					{
						rule: 'InvalidDefaultArgInFrom',
						line,
						text: `\`${base}\` is no image name with the defaults of its arguments`,
					},
				],
	);
}

/** FromPlatformFlagConstDisallowed: a fixed platform builds for that one only. */
export function findFixedPlatforms({ stages }: ParsedDockerfile): Finding[] {
	return stages.flatMap((stage) => {
		const platform = toPlatform(stage);
		const [os = '', arch = ''] = (platform ?? '').split('/');
		const isNamed = [os, arch].some((part) => part !== '' && stage.name?.includes(part));
		if (platform === undefined || platform.includes('$') || isNamed) return [];
		const text = `\`--platform=${platform}\` fixes the platform`;
		return [{ rule: 'FromPlatformFlagConstDisallowed', line: stage.from.line, text }];
	});
}

/** RedundantTargetPlatform: the target's platform is what Docker takes anyway. */
export function findRedundantPlatforms({ stages }: ParsedDockerfile): Finding[] {
	return stages
		.filter((stage) => /^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(toPlatform(stage) ?? ''))
		.map(({ from: { line } }) => ({
			rule: 'RedundantTargetPlatform',
			line,
			text: '`--platform=$TARGETPLATFORM` is what happens without it',
		}));
}

function toPlatform({ from }: Stage): string | undefined {
	return from.flags.find(({ name }) => name === 'platform')?.value;
}
