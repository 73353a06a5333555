import type { Dockerfile, Instruction, Stage } from './instruction.ts';
import { expand } from './expansion.ts';

/** The variables that an instruction can use. */
export interface Environment {
	values: ReadonlyMap<string, string>;
	/** The names that `ARG` declares in the stage, with a value or without one. */
	declared: ReadonlySet<string>;
	/** Whether the base image may have set more. */
	isOpen: boolean;
}

/** What BuildKit knows before the first line, where nothing is asked for: it builds for this platform. */
const platform: Readonly<Record<string, string>> = {
	...{ PLATFORM: 'linux/amd64', OS: 'linux', OSVERSION: '', ARCH: 'amd64', VARIANT: '' },
};

/** Arguments that exist without being declared: https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
const predefined: readonly (readonly [string, string])[] = [
	...['BUILD', 'TARGET'].flatMap((side) =>
		Object.entries(platform).map(([part, value]) => [side + part, value] as const),
	),
	['TARGETSTAGE', 'default'],
];

/**
 * Images of which it is known that they set nothing but PATH, as their own Dockerfiles say:
 * https://github.com/docker-library/official-images/tree/master/library
 */
const plain: readonly string[] = [
	...[
		'alpine',
		'almalinux',
		'amazonlinux',
		'archlinux',
		'buildpack-deps',
		'busybox',
		'centos',
		'debian',
	],
	...['oraclelinux', 'photon', 'rockylinux', 'scratch', 'ubuntu'],
];

/** Whether an image is one of Windows by its name, whose shells have a grammar of their own. */
export function isWindowsImage(name: string): boolean {
	return /windows|nanoserver|servercore/i.test(name);
}

/** The arguments before the first `FROM` with their defaults, and those that BuildKit brings along. */
export function toGlobals({
	globals,
	escape,
}: Pick<Dockerfile, 'globals' | 'escape'>): Map<string, string> {
	const values = new Map(predefined);
	for (const { name, value } of globals.flatMap(({ pairs }) => pairs)) {
		if (value !== undefined) values.set(name, expand(value, values, { escape }).text);
	}
	return values;
}

/** Goes through the instructions of all stages with what each can use; gathers what `visit` finds. */
export function walk<T>(
	file: Dockerfile,
	visit: (instruction: Instruction, environment: Environment, stage: Stage) => readonly T[],
): T[] {
	const globals = toGlobals(file);
	const ends = new Map<string, Environment>();
	return file.stages.flatMap((stage) => {
		let environment = toStart(expand(stage.base, globals, file).text, ends);
		const found = stage.instructions.flatMap((instruction) => {
			const own = visit(instruction, environment, stage);
			environment = toNext(instruction, environment, globals, file.escape);
			return own;
		});
		if (stage.name !== undefined) ends.set(stage.name.toLowerCase(), environment);
		return found;
	});
}

function toStart(base: string, ends: ReadonlyMap<string, Environment>): Environment {
	const image = base.replace(/^(?:docker\.io\/)?(?:library\/)?/, '').replace(/[:@].*$/, '');
	const values = new Map([
		['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
	]);
	return (
		ends.get(base.toLowerCase()) ?? { values, declared: new Set(), isOpen: !plain.includes(image) }
	);
}

function toNext(
	{ keyword, pairs }: Instruction,
	environment: Environment,
	globals: ReadonlyMap<string, string>,
	escape: string,
): Environment {
	if (keyword !== 'ARG' && keyword !== 'ENV') return environment;
	const values = new Map(environment.values);
	for (const { name, value } of pairs) {
		const text =
			value === undefined
				? globals.get(name)
				: expand(value, keyword === 'ENV' ? environment.values : values, { escape }).text;
		if (text !== undefined) values.set(name, text);
	}
	const declared =
		keyword === 'ARG'
			? [...environment.declared, ...pairs.map(({ name }) => name)]
			: environment.declared;
	return { ...environment, values, declared: new Set(declared) };
}
