import type { Argument, Flag, Instruction, ParserDirective, Property } from 'dockerfile-ast';
import { DockerfileParser } from 'dockerfile-ast';

/** One instruction with what the checks ask of it. */
export interface Step {
	/** As it is written: `from`. */
	written: string;
	/** In capitals: `FROM`. */
	keyword: string;
	/** The words behind the flags. */
	words: string[];
	/** The text behind the flags. */
	text: string;
	flags: { name: string; value: string }[];
	/** The first line, counted from 1. */
	line: number;
	instruction: Instruction;
}

/** A `FROM` with everything up to the next one. */
export interface Stage {
	from: Step;
	/** The name behind `AS`, as it is written. */
	name: string | undefined;
	/** What it is built on, as it is written: an image or the name of a stage. */
	base: string;
	steps: Step[];
}

/** A Dockerfile as the checks read it. */
export interface ParsedDockerfile {
	/** The `ARG`s before the first `FROM`. */
	globals: Step[];
	stages: Stage[];
	/** Every instruction in order. */
	steps: Step[];
	/** Comments by the line that they stand on, without the mark. */
	comments: ReadonlyMap<number, string>;
	/** `# check=…` and its like at the top, with names in lower case. */
	directives: ReadonlyMap<string, string>;
}

/** A name that `ARG`, `ENV` or `LABEL` declares. */
export interface Key {
	name: string;
	/** Nothing for an `ARG` without a default. */
	value: string | undefined;
}

/** A place of a Dockerfile that breaks a rule. */
export interface Fault {
	/** The line of the Dockerfile, counted from 1. */
	line: number;
	/** What is wrong, as a clause without a full stop. */
	text: string;
}

/** Reads a Dockerfile. Takes any text and never throws. */
export function parseDockerfile(text: string): ParsedDockerfile {
	const file = DockerfileParser.parse(text);
	const steps = file.getInstructions().map(toStep);
	const globals: Step[] = [];
	const stages: Stage[] = [];
	for (const step of steps) {
		if (step.keyword === 'FROM') stages.push(toStage(step));
		else (stages.at(-1)?.steps ?? globals).push(step);
	}
	const comments = file
		.getComments()
		.map((comment) => [comment.getRange().start.line + 1, comment.getContent()] as const);
	return {
		...{ globals, stages, steps },
		comments: new Map(comments),
		directives: new Map(file.getDirectives().map(toDirective)),
	};
}

/** An instruction, and the one that `ONBUILD` puts off. */
export function toTriggered(step: Step): Step[] {
	const { instruction } = step;
	const later = 'getTriggerInstruction' in instruction ? instruction.getTriggerInstruction : null;
	const trigger: unknown = typeof later === 'function' ? later.call(instruction) : null;
	return trigger ? [step, toStep(trigger as Instruction)] : [step];
}

/** Whether a step is written as a JSON array, which Docker calls exec form. */
export function isExecForm({ text }: Step): boolean {
	try {
		const value: unknown = JSON.parse(text.replace(/\\\r?\n/g, ''));
		return Array.isArray(value) && value.every((item) => typeof item === 'string');
	} catch {
		return false;
	}
}

/** The names that an instruction declares, with their values; `ARG a b` declares two. */
export function toKeys({ keyword, words, instruction }: Step): Key[] {
	if (keyword !== 'ARG' && hasProperties(instruction)) {
		return instruction
			.getProperties()
			.map((property) => ({ name: property.getName(), value: property.getValue() ?? '' }));
	}
	if (keyword !== 'ARG') return [];
	return words.map((word) => {
		const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
		return { name, value: value?.replace(/^(["'])(.*)\1$/s, '$2') };
	});
}

function toStep(instruction: Instruction): Step {
	return {
		written: instruction.getInstruction(),
		keyword: instruction.getKeyword(),
		words: instruction.getArguments().map((word: Argument) => word.getValue()),
		text: (instruction.getArgumentsContent() ?? '').trim(),
		flags: hasFlags(instruction)
			? instruction
					.getFlags()
					.map((flag) => ({ name: flag.getName(), value: flag.getValue() ?? '' }))
			: [],
		line: instruction.getRange().start.line + 1,
		instruction,
	};
}

function hasFlags(instruction: Instruction): instruction is Instruction & { getFlags(): Flag[] } {
	return 'getFlags' in instruction;
}

function hasProperties(value: object): value is { getProperties(): Property[] } {
	return 'getProperties' in value;
}

function toStage(from: Step): Stage {
	const [base = '', as = '', name] = from.words;
	return { from, base, name: as.toUpperCase() === 'AS' ? name : undefined, steps: [] };
}

function toDirective(directive: ParserDirective): [string, string] {
	return [directive.getName().toLowerCase(), directive.getValue()];
}
