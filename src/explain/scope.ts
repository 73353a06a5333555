import {
	expand,
	isWindowsImage,
	toGlobals,
	type Dockerfile,
	type Instruction,
	type Stage,
} from '../dockerfile/dockerfile.ts';

/** A variable with the line that gives it its value. */
export interface Variable {
	name: string;
	/** Nothing where only a build argument, the builder or a base image can set it. */
	value: string | undefined;
	/** Whether the value stands in the file; else it hangs on what the builder or a base image sets. */
	isSure: boolean;
	line: number;
	kind: 'ARG' | 'ENV' | 'builder';
}

/** What an instruction finds that stands before it in its stage. */
export interface Scope {
	variables: ReadonlyMap<string, Variable>;
	/** Nothing: it is the base image's. */
	workdir: string | undefined;
	user: Instruction | undefined;
	shell: string[] | undefined;
	isWindows: boolean;
}

/** A stage with what it starts from. */
export interface ScopedStage {
	stage: Stage;
	index: number;
	/** The number of the stage that it is built on, where it is one of this file. */
	parent: number | undefined;
	/** The name of its base with the defaults of its arguments, as far as they are known. */
	image: string;
	/** What each instruction finds, and what is there at the end. */
	scopes: Scope[];
	end: Scope;
}

/** A text with the variables in it. */
export interface Resolved {
	/** With values in place of variables when all are known, or else as it is written. */
	text: string;
	isKnown: boolean;
	used: Variable[];
	/** Names that nothing in the file sets. */
	unknown: string[];
}

/** Goes through all stages and notes what each instruction finds. */
export function toScopes(file: Dockerfile, predefined: readonly string[]): ScopedStage[] {
	const globals = toGlobalVariables(file, predefined);
	const done: ScopedStage[] = [];
	for (const [index, stage] of file.stages.entries()) {
		const values = toGlobals(file);
		const name = expand(stage.base, values, file).text || stage.base;
		// `FROM` finds names in lower case only; `COPY --from` ignores case.
		const parent = name === name.toLowerCase() ? findStage(name, done) : undefined;
		const image = resolve(stage.base, { variables: globals }, file.escape).text;
		let scope =
			parent === undefined ? toStart(image, file) : (done[parent]?.end ?? toStart('', file));
		const scopes = stage.instructions.map((instruction) => {
			const before = scope;
			scope = toNext(instruction, scope, globals, file.escape);
			return before;
		});
		done.push({ stage, index, parent, image, scopes, end: scope });
	}
	return done;
}

/** The variables that `FROM` can use. */
export function toGlobalVariables(
	{ globals, escape }: Pick<Dockerfile, 'globals' | 'escape'>,
	predefined: readonly string[],
): Map<string, Variable> {
	const variables = new Map(
		predefined.map((name): [string, Variable] => [
			name,
			{ name, value: undefined, isSure: false, line: 0, kind: 'builder' },
		]),
	);
	for (const { pairs, line, keyword } of globals) {
		if (keyword !== 'ARG') continue;
		for (const { name, value } of pairs) {
			const known = value === undefined ? undefined : resolve(value, { variables }, escape);
			const isSure = known?.isKnown ?? false;
			variables.set(name, { name, value: known?.text, isSure, line, kind: 'ARG' });
		}
	}
	return variables;
}

/** The last stage before with a name; names ignore case. */
export function findStage(name: string, stages: readonly Pick<ScopedStage, 'stage'>[]) {
	const at = stages.findLastIndex(({ stage }) => stage.name?.toLowerCase() === name.toLowerCase());
	return at < 0 ? undefined : at;
}

/** Puts the values of variables into a text, if all of them are known. */
export function resolve(
	source: string,
	{ variables }: Pick<Scope, 'variables'>,
	escape: string,
): Resolved {
	const values = new Map(
		[...variables].flatMap(([name, { value, isSure }]) =>
			value === undefined || !isSure ? [] : [[name, value]],
		),
	);
	const { text, known, unknown, fault } = expand(source, values, { escape });
	const names = [...known, ...unknown];
	const used = names.flatMap((name) => variables.get(name) ?? []);
	const isKnown = unknown.size === 0 && fault === undefined;
	return {
		text: isKnown ? text : source,
		isKnown,
		used,
		unknown: [...unknown].filter((name) => !variables.has(name)),
	};
}

function toStart(image: string, { escape }: Dockerfile): Scope {
	const isWindows = escape === '`' || isWindowsImage(image);
	const workdir = image === 'scratch' ? '/' : undefined;
	return { variables: new Map(), workdir, user: undefined, shell: undefined, isWindows };
}

function toNext(
	instruction: Instruction,
	scope: Scope,
	globals: ReadonlyMap<string, Variable>,
	escape: string,
): Scope {
	const { keyword, words, isExec, text } = instruction;
	if (keyword === 'ARG' || keyword === 'ENV')
		return { ...scope, variables: addVariables(instruction, scope, globals, escape) };
	if (keyword === 'USER') return { ...scope, user: instruction };
	if (keyword === 'SHELL' && isExec) return { ...scope, shell: words };
	if (keyword !== 'WORKDIR') return scope;
	return { ...scope, workdir: toWorkdir(resolve(text, scope, escape), scope) };
}

/** Where a `WORKDIR` leads; nothing when that depends on what the file does not say. */
export function toWorkdir({ text, isKnown }: Resolved, { workdir }: Scope): string | undefined {
	if (!isKnown) return text.startsWith('$') || /^[/\\]|^[a-z]:/i.test(text) ? text : undefined;
	return toPath(text, workdir);
}

/** A path in the image; nothing when it is relative to a directory that the file does not name. */
export function toPath(path: string, workdir: string | undefined): string | undefined {
	if (/^[\\/]|^[a-z]:/i.test(path)) return path;
	if (workdir === undefined || !workdir.startsWith('/')) return undefined;
	const parts: string[] = [];
	for (const part of `${workdir}/${path}`.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	const isFolder = /(?:^|\/)\.?$/.test(path) && parts.length > 0;
	return `/${parts.join('/')}${isFolder ? '/' : ''}`;
}

function addVariables(
	{ keyword, pairs, line }: Instruction,
	scope: Scope,
	globals: ReadonlyMap<string, Variable>,
	escape: string,
): Map<string, Variable> {
	const variables = new Map(scope.variables);
	for (const { name, value } of pairs) {
		const from = { variables: keyword === 'ENV' ? scope.variables : variables };
		const known = value === undefined ? undefined : resolve(value, from, escape);
		const global = value === undefined ? globals.get(name) : undefined;
		const kind = keyword === 'ENV' ? 'ENV' : global?.kind === 'builder' ? 'builder' : 'ARG';
		// An `ARG` without a value leaves a value of the same name as it is.
		if (keyword === 'ARG' && value === undefined && global === undefined && variables.has(name))
			continue;
		const isSure = (known?.isKnown ?? global?.isSure) === true;
		variables.set(name, { name, value: known?.text ?? global?.value, isSure, line, kind });
	}
	return variables;
}
