import type { Dockerfile, Instruction, Stage } from './syntaxTree.ts';
import { expand } from './expansion.ts';
import { toTriggers } from './stageGraph.ts';

/** A variable with the line that gives it its value. */
export interface Variable {
	name: string;
	/** Its value in a build without build arguments; nothing where nothing gives it one. */
	value: string | undefined;
	/** The same for a reader, with `${NAME}` for what the file does not say. */
	text: string | undefined;
	/** Whether the file says its value; else it hangs on what the builder or a base image sets. */
	isSure: boolean;
	line: number;
	kind: 'ARG' | 'ENV' | 'builder' | 'image';
}

/** What an instruction finds that stands before it in its stage, and in the stages below that. */
export interface Environment {
	variables: ReadonlyMap<string, Variable>;
	/** Whether the base image may have set more variables. */
	isOpen: boolean;
	/** Nothing: it is the base image's. */
	workdir: string | undefined;
	/** Whether a `WORKDIR` of the file has set it. */
	isPlaced: boolean;
	user: Instruction | undefined;
	/** What `SHELL` says. */
	shell: readonly string[] | undefined;
	isWindows: boolean;
}

/** A stage with what it starts from. */
export interface ResolvedStage {
	stage: Stage;
	index: number;
	/** The number of the stage that it is built on, where it is one of this file. */
	parent: number | undefined;
	/** What it is built on, with the values of arguments that the file says. */
	image: string;
	/** What `ONBUILD` of its base stage runs here before all else, with what that finds. */
	triggers: { instruction: Instruction; environment: Environment }[];
	/** What each instruction finds, and what is there at the end. */
	environments: Environment[];
	end: Environment;
}

/** A text with the variables in it. */
export interface Resolved {
	/** What it is in a build without build arguments. */
	value: string;
	/** The same for a reader, with `${NAME}` for what the file does not say. */
	text: string;
	isSure: boolean;
	used: Variable[];
	/** Names that nothing in the file declares. */
	missing: string[];
	/** Why BuildKit refuses it, where it does. */
	fault: string | undefined;
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

/** BuildKit sets it where the base image has none. */
const path: Variable = {
	...{ name: 'PATH', text: undefined, isSure: false, line: 0, kind: 'image' },
	value: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
};

/**
 * Images of which it is known that they set nothing but PATH, as their own Dockerfiles say:
 * https://github.com/docker-library/official-images/tree/master/library
 */
const plain: readonly string[] = [
	...['alpine', 'almalinux', 'amazonlinux', 'archlinux', 'buildpack-deps', 'busybox', 'centos'],
	...['debian', 'oraclelinux', 'photon', 'rockylinux', 'scratch', 'ubuntu'],
];

/** Whether an image is one of Windows by its name, whose shells have a grammar of their own. */
function isWindowsImage(name: string): boolean {
	return /windows|nanoserver|servercore/i.test(name);
}

/** The arguments before the first `FROM` with their defaults, and those that BuildKit brings along. */
export function toGlobals({
	globals,
	escape,
}: Pick<Dockerfile, 'globals' | 'escape'>): Map<string, Variable> {
	const variables = new Map(
		predefined.map(([name, value]): [string, Variable] => [
			name,
			{ name, value, text: undefined, isSure: false, line: 0, kind: 'builder' },
		]),
	);
	return globals
		.filter(({ keyword }) => keyword === 'ARG')
		.reduce((before, argument) => addVariables(argument, before, new Map(), escape), variables);
}

/** Goes through all stages and notes what each instruction finds. */
export function resolveStages(file: Dockerfile): ResolvedStage[] {
	const globals = toGlobals(file);
	const bases = file.stages.map(({ base }) => resolve(base, globals, file));
	const names = file.stages.map(({ name }) => name?.toLowerCase());
	// Names are kept in lower case, and `FROM` looks for what is written; `COPY --from` ignores case.
	const parents = bases.map(({ value }, index) => {
		const at = names.slice(0, index).lastIndexOf(value);
		return at < 0 ? undefined : at;
	});
	const triggers = toTriggers(file, parents);
	const done: ResolvedStage[] = [];
	for (const [index, stage] of file.stages.entries()) {
		const parent = parents[index];
		let next = done[parent ?? -1]?.end ?? toStart(bases[index]?.value ?? '', file);
		const visit = (instruction: Instruction) => {
			const environment = next;
			next = toNext(instruction, environment, globals, file);
			return { instruction, environment };
		};
		const run = (triggers[index] ?? []).map(visit);
		const environments = stage.instructions.map((own) => visit(own).environment);
		const image = bases[index]?.text ?? '';
		done.push({ stage, index, parent, image, triggers: run, environments, end: next });
	}
	return done;
}

/** Goes through the instructions of all stages with what each finds; gathers what `visit` finds. */
export function walk<T>(
	file: Dockerfile,
	visit: (instruction: Instruction, environment: Environment) => readonly T[],
): T[] {
	return resolveStages(file).flatMap(({ stage, triggers, environments, end }) => [
		...triggers.flatMap(({ instruction, environment }) => visit(instruction, environment)),
		...stage.instructions.flatMap((instruction, at) => visit(instruction, environments[at] ?? end)),
	]);
}

/** Puts the values of variables into a text; quotes stand for themselves where it is raw. */
export function resolve(
	source: string,
	variables: Environment['variables'],
	options: { escape: string; isRaw?: boolean },
): Resolved {
	const get = (name: string) => variables.get(name)?.value;
	const { text: value, known, unknown, fault } = expand(source, { get }, options);
	const names = [...known, ...unknown];
	const used = names.flatMap((name) => variables.get(name) ?? []);
	const missing = names.filter((name) => !variables.has(name));
	const isSure =
		unknown.size === 0 && fault === undefined && used.every((variable) => variable.isSure);
	const shown = { get: (name: string) => variables.get(name)?.text ?? `\${${name}}` };
	// What `${a:-b}` makes of an unknown value is unknown, too.
	const isPlain = fault === undefined && !/\$\{\w+[^\w}]/.test(source);
	const text = isPlain ? expand(source, shown, options).text : source;
	return { value, text: isSure ? value : text, isSure, used, missing, fault };
}

/** A path in the image; nothing when it is relative to a directory that the file does not name. */
export function toPath(path: string, workdir: string | undefined): string | undefined {
	if (/^[\\/$]|^[a-z]:/i.test(path)) return path;
	if (workdir?.startsWith('/') !== true) return undefined;
	const parts: string[] = [];
	for (const part of `${workdir}/${path}`.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	const isFolder = /(?:^|\/)\.?$/.test(path) && parts.length > 0;
	return `/${parts.join('/')}${isFolder ? '/' : ''}`;
}

function toStart(base: string, { escape }: Dockerfile): Environment {
	const image = base.replace(/^(?:docker\.io\/)?(?:library\/)?/, '').replace(/[:@].*$/, '');
	return {
		...{ variables: new Map([['PATH', path]]), isOpen: !plain.includes(image) },
		...{ workdir: base === 'scratch' ? '/' : undefined, isPlaced: false },
		...{ user: undefined, shell: undefined },
		isWindows: escape === '`' || isWindowsImage(base),
	};
}

function toNext(
	instruction: Instruction,
	environment: Environment,
	globals: ReadonlyMap<string, Variable>,
	{ escape }: Dockerfile,
): Environment {
	const { keyword, words, isExec, text } = instruction;
	const { variables } = environment;
	switch (keyword) {
		case 'ARG':
		case 'ENV':
			return { ...environment, variables: addVariables(instruction, variables, globals, escape) };
		case 'USER':
			return { ...environment, user: instruction };
		case 'SHELL':
			return isExec ? { ...environment, shell: words } : environment;
		case 'WORKDIR': {
			const own = resolve(text, variables, { escape }).text;
			return { ...environment, workdir: toPath(own, environment.workdir), isPlaced: true };
		}
		default:
			return environment;
	}
}

function addVariables(
	{ keyword, pairs, line }: Instruction,
	variables: ReadonlyMap<string, Variable>,
	globals: ReadonlyMap<string, Variable>,
	escape: string,
): Map<string, Variable> {
	const next = new Map(variables);
	for (const { name: written, value } of pairs) {
		// Only `ENV` replaces variables in names, and none of a line knows the others.
		const isEnv = keyword === 'ENV';
		const name = isEnv ? resolve(written, variables, { escape }).value : written;
		const global = value === undefined ? globals.get(name) : undefined;
		const from =
			value === undefined ? global : resolve(value, isEnv ? variables : next, { escape });
		// An argument without a value leaves a value of the same name as it is.
		if (from?.value === undefined && next.has(name)) continue;
		const kind = isEnv ? 'ENV' : global?.kind === 'builder' ? 'builder' : 'ARG';
		const isSure = from?.isSure ?? false;
		next.set(name, { name, value: from?.value, text: from?.text, isSure, line, kind });
	}
	return next;
}
