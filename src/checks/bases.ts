import type { Dockerfile, Fault } from '../dockerfile/dockerfile.ts';
import { isReference } from './image.ts';

/** UndefinedArgInFrom: what stands in `FROM` is declared before the first one. */
export function findUndeclared({ stages }: Dockerfile): Fault[] {
	return stages.flatMap(({ base, platform, from: { line } }) =>
		[...base.missing, ...(platform?.missing ?? [])].map((name) => ({
			...{ line, text: `\`$${name}\` has no \`ARG\` before the first \`FROM\`` },
		})),
	);
}

/** InvalidDefaultArgInFrom: without build arguments, the name of the base image is still a name. */
export function findInvalidDefaults({ stages }: Dockerfile): Fault[] {
	return stages
		.filter(({ base }) => !isReference(base.value))
		.map(({ from: { line, words } }) => ({
			line,
			text: `\`${words[0] ?? ''}\` is no image name with the defaults of its arguments`,
		}));
}

/*
 * Platforms as Docker reads them:
 * https://github.com/containerd/platforms/blob/main/platforms.go
 */
const systems: readonly string[] = [
	...['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'hurd', 'illumos', 'ios', 'js', 'linux'],
	...['nacl', 'netbsd', 'openbsd', 'plan9', 'solaris', 'windows', 'zos'],
];
const architectures: readonly string[] = [
	...['386', 'amd64', 'amd64p32', 'arm', 'armbe', 'arm64', 'arm64be', 'ppc64', 'ppc64le'],
	...['loong64', 'mips', 'mipsle', 'mips64', 'mips64le', 'mips64p32', 'mips64p32le', 'ppc'],
	...['riscv', 'riscv64', 's390', 's390x', 'sparc', 'sparc64', 'wasm'],
];

/** Other names of systems and architectures. */
const others: Readonly<Record<string, string>> = {
	...{ i386: '386', x86_64: 'amd64', 'x86-64': 'amd64', aarch64: 'arm64', armhf: 'arm' },
	...{ armel: 'arm', macos: 'darwin' },
};

/** FromPlatformFlagConstDisallowed: a fixed platform builds for that one only. */
export function findFixedPlatforms({ stages }: Dockerfile): Fault[] {
	return stages.flatMap(({ platform, name, from: { line } }) => {
		if (platform === undefined || platform.used.length + platform.missing.length > 0) return [];
		const parts = parsePlatform(platform.value);
		const isNamed = parts?.some((part) => name?.toLowerCase().includes(part));
		if (parts === undefined || isNamed) return [];
		return [{ line, text: `\`--platform=${platform.value}\` fixes the platform` }];
	});
}

/** The system and the architecture of a platform: `linux/arm64`, `arm64`; nothing for what is none. */
export function parsePlatform(platform: string): [string, string] | undefined {
	const [first = '', ...rest] = platform.toLowerCase().split('/');
	const [, named] = /^([\w-]+)(?:\([\w.%-]*(?:\+[\w.%-]+)*\))?$/.exec(first) ?? [];
	if (named === undefined || rest.length > 2) return undefined;
	if (rest.some((part) => !/^[\w.-]+$/.test(part))) return undefined;
	const [os, architecture] = [named, rest[0] ?? ''].map((part) => others[part] ?? part);
	if (os === undefined || architecture === undefined) return undefined;
	if (rest.length > 0) return [os, architecture];
	if (systems.includes(os)) return [os, 'amd64'];
	return architectures.includes(os) ? ['linux', os] : undefined;
}

/** RedundantTargetPlatform: the target's platform is what Docker takes anyway. */
export function findRedundantPlatforms({ stages }: Dockerfile): Fault[] {
	const text = '`--platform=$TARGETPLATFORM` is what happens without it';
	return stages
		.filter(({ platform }) => {
			const { value = '', used = [], missing = [] } = platform ?? {};
			const [only] = used;
			const isTarget = used.length === 1 && missing.length === 0 && only?.name === 'TARGETPLATFORM';
			return isTarget && value === only.value;
		})
		.map(({ from: { line } }) => ({ line, text }));
}
