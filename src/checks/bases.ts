import {
	resolve,
	toGlobals,
	type Dockerfile,
	type Fault,
	type Stage,
} from '../dockerfile/dockerfile.ts';
import { isReference } from './image.ts';

/** UndefinedArgInFrom: what stands in `FROM` is declared before the first one. */
export function findUndeclared(file: Dockerfile): Fault[] {
	const globals = toGlobals(file);
	return file.stages.flatMap((stage) =>
		[stage.base, toPlatform(stage) ?? '']
			.flatMap((text) => resolve(text, globals, file).missing)
			.map((name) => ({
				line: stage.from.line,
				text: `\`$${name}\` has no \`ARG\` before the first \`FROM\``,
			})),
	);
}

/** InvalidDefaultArgInFrom: without build arguments, the name of the base image is still a name. */
export function findInvalidDefaults(file: Dockerfile): Fault[] {
	const globals = toGlobals(file);
	return file.stages
		.filter(({ base }) => !isReference(resolve(base, globals, file).value))
		.map(({ base, from: { line } }) => ({
			line,
			text: `\`${base}\` is no image name with the defaults of its arguments`,
		}));
}

/** Other names of architectures: https://github.com/containerd/platforms/blob/main/database.go */
const architectures: Readonly<Record<string, string>> = {
	...{ i386: '386', x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64', armhf: 'arm' },
	armel: 'arm',
};

/** FromPlatformFlagConstDisallowed: a fixed platform builds for that one only. */
export function findFixedPlatforms(file: Dockerfile): Fault[] {
	const globals = toGlobals(file);
	return file.stages.flatMap((stage) => {
		const { value, used, missing } = resolve(toPlatform(stage) ?? '', globals, file);
		const isNamed = toParts(value).some((part) => stage.name?.toLowerCase().includes(part));
		if (value === '' || isNamed || used.length > 0 || missing.length > 0) return [];
		return [{ line: stage.from.line, text: `\`--platform=${value}\` fixes the platform` }];
	});
}

/** The system and the architecture of a platform: `linux/arm64`, `arm64`, `windows`. */
function toParts(platform: string): string[] {
	const parts = platform.toLowerCase().split('/');
	const [os = '', architecture] = parts.length === 1 ? toAlone(parts[0] ?? '') : parts;
	return [os, architectures[architecture ?? ''] ?? architecture ?? ''].filter(Boolean);
}

function toAlone(part: string): string[] {
	return /^(?:linux|windows|darwin|macos|freebsd)$/.test(part) ? [part, 'amd64'] : ['linux', part];
}

/** RedundantTargetPlatform: the target's platform is what Docker takes anyway. */
export function findRedundantPlatforms(file: Dockerfile): Fault[] {
	const globals = toGlobals(file);
	return file.stages
		.filter((stage) => {
			const { value, used, missing } = resolve(toPlatform(stage) ?? '', globals, file);
			const [only] = used;
			const isTarget = used.length === 1 && missing.length === 0 && only?.name === 'TARGETPLATFORM';
			return isTarget && value === only.value;
		})
		.map(({ from: { line } }) => ({
			line,
			text: '`--platform=$TARGETPLATFORM` is what happens without it',
		}));
}

function toPlatform({ from }: Stage): string | undefined {
	return from.flags.find(({ name }) => name === 'platform')?.value;
}
