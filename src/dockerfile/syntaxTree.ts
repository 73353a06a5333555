import type { Heredoc } from './heredocs.ts';

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

/** One instruction. */
export interface Instruction {
	/** As it is written: `from`. */
	written: string;
	/** In capitals: `FROM`. */
	keyword: string;
	flags: Flag[];
	/** What stands behind the options. */
	text: string;
	/** The operands, as this instruction splits them; the items of an array. */
	words: string[];
	/** Whether it is written as a JSON array, which Docker calls exec form. */
	isExec: boolean;
	/** What `ARG`, `ENV` and `LABEL` declare. */
	pairs: Pair[];
	/** The instruction that `ONBUILD` puts off. */
	trigger?: Instruction;
	/** The first and the last line, counted from 1. */
	line: number;
	last: number;
	comments: string[];
	/** The last line, where an empty line stands within. */
	gap: number | undefined;
	heredocs: Heredoc[];
}

/** A `FROM` with everything up to the next one. */
export interface Stage {
	from: Instruction;
	/** The name behind `AS`, as it is written. */
	name: string | undefined;
	/** What it is built on, as it is written: an image or the name of a stage. */
	base: string;
	instructions: Instruction[];
}

/** A whole Dockerfile. */
export interface Dockerfile {
	directives: ReadonlyMap<string, string>;
	/** The character that escapes and that continues a line. */
	escape: string;
	instructions: Instruction[];
	/** The instructions before the first `FROM`; only `ARG` may stand there. */
	globals: Instruction[];
	stages: Stage[];
	/** What BuildKit refuses to read, in the order of the lines. */
	refused: Refusal[];
}
