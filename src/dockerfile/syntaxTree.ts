/** A place of a Dockerfile that breaks a rule. */
export interface Fault {
	/** The line of the Dockerfile, counted from 1. */
	line: number;
	/** What is wrong, as a clause without a full stop. */
	text: string;
	/** Where a comment may skip the check, if not above the place itself. */
	skippedAt?: number | undefined;
}

/**
 * The steps in which BuildKit goes through a file, each through the whole of it before the next begins:
 * it puts lines together, looks for empty ones within, reads instructions, compares names, puts
 * variables into `FROM`, looks for the images and stages that are named, and then builds.
 */
export const steps = [
	...(['parsing', 'gaps', 'reading', 'names', 'bases', 'images', 'building'] as const),
];

/** Why BuildKit does not build a file. */
export interface Refusal extends Fault {
	/** Where it notices; what it has not come to by then, its checks do not find. */
	step: (typeof steps)[number];
	/** Whether other build arguments or options may lead around it. */
	isLoose?: boolean;
}

/** An option in front of the operands: `--from=build`; a switch has no value. */
export interface Flag {
	name: string;
	value: string | undefined;
}

/** A name that `ARG`, `ENV` or `LABEL` declares, with the text of its value. */
export interface Pair {
	name: string;
	/** Nothing for an `ARG` without a default. */
	value: string | undefined;
	/** Whether it is written in the old form, `ENV name value`. */
	isLegacy: boolean;
}

/** A heredoc as BuildKit takes it from a line of `RUN`, `COPY` or `ADD`. */
export interface Heredoc {
	/** The word that ends it. */
	name: string;
	/** Whether variables in it are replaced: its word is not quoted. */
	isExpanded: boolean;
	/** Whether leading tabs are taken away: `<<-`. */
	isChomped: boolean;
	content: string;
	/** The first line of the content, counted from 1. */
	line: number;
}

/** One instruction. */
export interface Instruction {
	/** As it is written: `from`. */
	written: string;
	/** In capitals: `FROM`. */
	keyword: string;
	flags: Flag[];
	/** What stands behind the options. */
	text: string;
	/** What may be an array: the text, without the kind of a `HEALTHCHECK`. */
	command: string;
	/** The operands, as this instruction splits them; the items of an array. */
	words: string[];
	/** Whether it is written as a JSON array, which Docker calls exec form. */
	isExec: boolean;
	/** What `ARG`, `ENV` and `LABEL` declare. */
	pairs: Pair[];
	/** The instruction that `ONBUILD` puts off. */
	trigger?: Instruction;
	/** The first and the last line, counted from 1, and how they stand in the file. */
	line: number;
	last: number;
	source: string;
	comments: string[];
	/** The last line, where an empty line stands within. */
	gap: number | undefined;
	heredocs: Heredoc[];
}

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

/** An instruction with what it finds. */
export interface Place {
	instruction: Instruction;
	environment: Environment;
}

/** What an instruction finds that stands before it in its stage, and in the stages below that. */
export interface Environment {
	variables: ReadonlyMap<string, Variable>;
	/** The character that escapes. */
	escape: string;
	/** Whether the base image may have set more variables. */
	isOpen: boolean;
	/** Nothing: it is the base image's. */
	workdir: string | undefined;
	/** Whether a `WORKDIR` of the file has set it. */
	isPlaced: boolean;
	user: Instruction | undefined;
	/** What `SHELL` says. */
	shell: readonly string[] | undefined;
	/** The `ENTRYPOINT` and the `CMD` that hold. */
	entry: Place | undefined;
	cmd: Place | undefined;
	isWindows: boolean;
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

/** A `FROM` with everything up to the next one. */
export interface Stage {
	from: Instruction;
	index: number;
	/** The name behind `AS`, as it is written. */
	name: string | undefined;
	/** What it is built on: an image or the name of a stage. */
	base: Resolved;
	platform: Resolved | undefined;
	/** The stage that it is built on, where it is one of this file. */
	parent: Stage | undefined;
	/** The image that it is built on in the end. */
	root: string;
	/** Whether the last stage needs it. */
	isNeeded: boolean;
	instructions: Instruction[];
	/** The instructions that are steps of the build and make a layer; the others only change settings. */
	steps: Instruction[];
	/** The numbers of the stages that its instructions take files from. */
	taken: ReadonlyMap<Instruction, readonly number[]>;
	/** What `ONBUILD` of its base stage runs here before all else, where the last stage needs it. */
	triggers: Place[];
	/** Its instructions with what each finds, and what is there at the end. */
	places: Place[];
	end: Environment;
}

/** A whole Dockerfile. */
export interface Dockerfile {
	directives: ReadonlyMap<string, string>;
	/** The character that escapes and that continues a line. */
	escape: string;
	instructions: Instruction[];
	/** The instructions before the first `FROM`; only `ARG` may stand there. */
	globals: Place[];
	/** What `FROM` finds. */
	outer: Environment;
	/** The number of the last stage of each name, in lower case. */
	names: ReadonlyMap<string, number>;
	stages: Stage[];
	/** All instructions of all stages, with what is put off for them. */
	places: Place[];
	/** What BuildKit refuses to read, in the order of the lines. */
	refused: Refusal[];
}
