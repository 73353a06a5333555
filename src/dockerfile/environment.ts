import type { Environment, Place, Resolved, Variable } from './syntaxTree.ts';
import { expand } from './expansion.ts';

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

/** What the first instruction of a stage finds that is built on an image. */
export function toFirst(base: string, escape: string): Environment {
	const image = base.replace(/^(?:docker\.io\/)?(?:library\/)?/, '').replace(/[:@].*$/, '');
	return {
		...{ variables: new Map([['PATH', path]]), escape, isOpen: !plain.includes(image) },
		...{ workdir: base === 'scratch' ? '/' : undefined, isPlaced: false },
		...{ user: undefined, shell: undefined, entry: undefined, cmd: undefined },
		// The shells of Windows have a grammar of their own.
		isWindows: escape === '`' || /windows|nanoserver|servercore/i.test(base),
	};
}

/** What the arguments before the first `FROM` find: those that BuildKit brings along. */
export function toOuter(escape: string): Environment {
	const known = { text: undefined, isSure: false, line: 0, kind: 'builder' } as const;
	const variables = predefined.map(([name, value]) => [name, { name, value, ...known }] as const);
	return { ...toFirst('', escape), variables: new Map(variables) };
}

/** Puts the values of variables into a text; quotes stand for themselves where it is raw. */
export function resolve(
	source: string,
	{ variables, escape }: Pick<Environment, 'variables' | 'escape'>,
	isRaw = false,
): Resolved {
	const options = { escape: isRaw ? '\\' : escape, isRaw };
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

/** What the next instruction finds; `start` is the line of the `FROM`. */
export function toNext(place: Place, outer: Environment, start: number): Environment {
	const { instruction, environment } = place;
	const { keyword, words, isExec, text } = instruction;
	const { cmd, workdir } = environment;
	switch (keyword) {
		case 'ARG':
		case 'ENV':
			return { ...environment, variables: addVariables(place, outer.variables) };
		case 'USER':
			return { ...environment, user: instruction };
		case 'SHELL':
			return isExec ? { ...environment, shell: words } : environment;
		case 'CMD':
			return { ...environment, cmd: place };
		case 'ENTRYPOINT': {
			// A `CMD` of a stage before is dropped, one of the same stage stays.
			const isOwn = cmd !== undefined && cmd.instruction.line > start;
			return { ...environment, entry: place, cmd: isOwn ? cmd : undefined };
		}
		case 'WORKDIR': {
			const own = resolve(text, environment).text;
			return { ...environment, workdir: toPath(own, workdir), isPlaced: true };
		}
		default:
			return environment;
	}
}

function addVariables(
	{ instruction: { keyword, pairs, line }, environment }: Place,
	globals: Environment['variables'],
): Environment['variables'] {
	const next = new Map(environment.variables);
	for (const { name: written, value } of pairs) {
		// Only `ENV` replaces variables in names, and none of a line knows the others.
		const isEnv = keyword === 'ENV';
		const name = isEnv ? resolve(written, environment).value : written;
		const global = value === undefined ? globals.get(name) : undefined;
		const own = isEnv ? environment : { ...environment, variables: next };
		const from = value === undefined ? global : resolve(value, own);
		// An argument without a value leaves a value of the same name as it is.
		if (from?.value === undefined && next.has(name)) continue;
		const kind = isEnv ? 'ENV' : global?.kind === 'builder' ? 'builder' : 'ARG';
		const isSure = from?.isSure ?? false;
		next.set(name, { name, value: from?.value, text: from?.text, isSure, line, kind });
	}
	return next;
}
