/*
 * What BuildKit refuses while it reads instructions, each rule by itself:
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/instructions/parse.go
 */
import type { Flag, Instruction, Refusal } from './syntaxTree.ts';
import { toSourceFault } from './mounts.ts';
import { parseArray } from './operands.ts';

/** What the value of an option is; those of `list` may stand several times. */
type Kind = 'switch' | 'text' | 'list';

/** The options of each instruction; the facts of the instructions say what they do. */
const options: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
	ADD: {
		...{ chown: 'text', chmod: 'text', link: 'switch', 'keep-git-dir': 'switch' },
		...{ checksum: 'text', unpack: 'switch', exclude: 'list' },
	},
	COPY: {
		...{ chown: 'text', from: 'text', chmod: 'text', link: 'switch' },
		...{ exclude: 'list', parents: 'switch' },
	},
	FROM: { platform: 'text' },
	HEALTHCHECK: {
		...{ interval: 'text', timeout: 'text', 'start-period': 'text' },
		...{ 'start-interval': 'text', retries: 'text' },
	},
	RUN: { mount: 'list', network: 'text', security: 'text', device: 'list' },
};

/** The names of an instruction's options without their dashes. */
export function optionsOf(keyword: string): string[] {
	return Object.keys(options[keyword] ?? {});
}

/** Instructions that may be written as an array. */
export const arrays: readonly string[] = [
	...['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'HEALTHCHECK', 'RUN', 'SHELL', 'VOLUME'],
];

type Rule = (instruction: Instruction) => string | undefined;

/** What each instruction wants of its operands. */
const rules: Readonly<Record<string, Rule>> = {
	ADD: refuseFiles,
	ARG: ({ keyword, words, pairs }) =>
		atLeastOne(keyword, words) ??
		(pairs.some(({ name }) => name === '') ? 'ARG names can not be blank' : undefined),
	CMD: () => undefined,
	COPY: refuseFiles,
	ENTRYPOINT: () => undefined,
	ENV: refuseNames,
	EXPOSE: ({ keyword, words }) => atLeastOne(keyword, words),
	FROM: refuseStage,
	HEALTHCHECK: refuseHealthcheck,
	LABEL: refuseNames,
	MAINTAINER: exactlyOne,
	ONBUILD: refuseTrigger,
	RUN: (instruction) =>
		toFirst(instruction, 'mount', toSourceFault) ??
		toFirst(instruction, 'network', oneOf('default', 'none', 'host')) ??
		toFirst(instruction, 'security', oneOf('insecure', 'sandbox')),
	SHELL: ({ keyword, words, isExec }) => {
		if (isExec && words.length > 0) return undefined;
		return isExec || words.length === 0
			? atLeastOne(keyword, [])
			: 'SHELL wants a JSON array: ["bash", "-c"]';
	},
	STOPSIGNAL: exactlyOne,
	USER: exactlyOne,
	VOLUME: ({ keyword, words }) => {
		const isBlank = words.some((word) => word.trim() === '');
		return atLeastOne(keyword, words) ?? (isBlank ? 'VOLUME has an empty path' : undefined);
	},
	WORKDIR: exactlyOne,
};

/** What BuildKit refuses in a whole Dockerfile, at most one fault an instruction. */
export function findRefusals(instructions: readonly Instruction[]): Refusal[] {
	if (instructions.length === 0)
		return [{ line: 1, text: 'the file has no instructions', step: 'parsing' }];
	const faults = instructions.flatMap((instruction): Refusal[] => {
		const { line } = instruction;
		const unread = toSyntaxFault(instruction);
		if (unread !== undefined) return [{ line, text: unread, step: 'parsing' }];
		const text = toRefusal(instruction);
		return text === undefined ? [] : [{ line, text, step: 'reading' }];
	});
	const first = instructions.findIndex(({ keyword }) => keyword === 'FROM');
	const early = (first < 0 ? instructions : instructions.slice(0, first))
		.filter(({ keyword }) => keyword !== 'ARG' && keyword in rules)
		.map(({ keyword, line }): Refusal => ({
			...{ line, step: 'reading' },
			text: `\`${keyword}\` stands before the first \`FROM\``,
		}));
	if (first < 0 && early.length === 0)
		early.push({ line: 1, text: 'the file has no `FROM`', step: 'names' });
	return [...faults, ...early.filter(({ line }) => !faults.some((fault) => fault.line === line))];
}

/** What keeps BuildKit from putting the words of an instruction apart. */
function toSyntaxFault(instruction: Instruction): string | undefined {
	const { keyword, command, trigger, words, pairs } = instruction;
	if (trigger !== undefined) return toSyntaxFault(trigger);
	if (arrays.includes(keyword) && parseArray(command) === 'mixed')
		return `the array of ${keyword} has something that is no string`;
	const [first] = pairs;
	if ((keyword !== 'ENV' && keyword !== 'LABEL') || first === undefined) return undefined;
	if (first.isLegacy)
		return first.value === '' && words.length < 2 ? `${keyword} wants \`name=value\`` : undefined;
	const lone = pairs.find(({ value }) => value === undefined);
	return lone
		? `\`${lone.name}\` has no \`=\`; ${keyword} wants \`name=value\`, with quotes around blanks`
		: undefined;
}

/** Why BuildKit refuses an instruction that it can put apart, if it does. */
export function toRefusal(instruction: Instruction): string | undefined {
	const rule = rules[instruction.keyword];
	if (rule === undefined) {
		const known = Object.keys(rules).join(', ');
		return `unknown instruction \`${instruction.written}\`; a comment begins with \`#\`; allowed: ${known}`;
	}
	return rule(instruction) ?? refuseFlags(instruction);
}

function refuseFlags({ keyword, flags, text }: Instruction): string | undefined {
	const known = options[keyword] ?? {};
	// `STOPSIGNAL`, `ARG` and `HEALTHCHECK NONE` do not look at what begins with two dashes.
	if (keyword === 'STOPSIGNAL' || keyword === 'ARG' || /^none$/i.test(text)) return undefined;
	for (const [at, { name, value }] of flags.entries()) {
		const kind = known[name];
		if (kind === undefined) {
			const allowed = optionsOf(keyword).map((option) => `--${option}`);
			return `\`${keyword}\` has no option \`--${name}\`; it has: ${allowed.join(', ') || 'none'}`;
		}
		if (kind !== 'list' && flags.some((other, before) => before < at && other.name === name))
			return `\`--${name}\` stands twice`;
		if (kind !== 'switch' && value === undefined) return `\`--${name}\` has no value`;
		if (kind === 'switch' && !/^(?:true|false)$/i.test(value ?? 'true'))
			return `\`--${name}\` is true or false, not \`${value}\``;
	}
	return undefined;
}

function atLeastOne(keyword: string, words: readonly string[]): string | undefined {
	return words.length === 0 ? `${keyword} requires at least one argument` : undefined;
}

function exactlyOne({ keyword, words }: Instruction): string | undefined {
	return words.length === 1 ? undefined : `${keyword} requires exactly one argument`;
}

function refuseFiles({ keyword, words }: Instruction): string | undefined {
	if (words.length < 2)
		return `${keyword} requires at least two arguments: sources and a destination`;
	return /^\d*<<-?\w/.test(words.at(-1) ?? '') ? `${keyword} cannot write to a heredoc` : undefined;
}

function refuseNames({ keyword, words, pairs }: Instruction): string | undefined {
	if (pairs.length === 0) return atLeastOne(keyword, words);
	return pairs.some(({ name }) => name === '') ? `${keyword} names can not be blank` : undefined;
}

function refuseStage({ words }: Instruction): string | undefined {
	const [, as = '', name = ''] = words;
	const isNamed = words.length === 3 && as.toUpperCase() === 'AS';
	if (words.length !== 1 && !isNamed)
		return 'FROM requires either one or three arguments: `FROM image` or `FROM image AS name`';
	if (!isNamed || /^[a-z][a-z0-9-_.]*$/i.test(name)) return undefined;
	return `\`${name}\` is no name for a stage; it begins with a letter and has letters, digits, \`-\`, \`_\` and \`.\``;
}

const triggers: readonly string[] = ['ONBUILD', 'MAINTAINER', 'FROM'];

/** What is put off is read where a stage is built on this one, not here. */
function refuseTrigger({ keyword, words, trigger }: Instruction): string | undefined {
	if (trigger === undefined) return atLeastOne(keyword, words);
	return triggers.includes(trigger.keyword)
		? `\`${trigger.keyword}\` isn't allowed as an ONBUILD trigger`
		: undefined;
}

/** A time as Go reads it: `1m30s`. */
const time = /^\+?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** A time of less than the millisecond that BuildKit wants; nothing but zero may be shorter. */
const tooShort = /^\+?(?=.*[1-9])\d*\.?\d*(?:ns|us|µs|μs)$/;

function refuseHealthcheck(instruction: Instruction): string | undefined {
	const { keyword, words, flags } = instruction;
	const [type = '', ...command] = words;
	if (words.length === 0) return atLeastOne(keyword, words);
	if (type.toUpperCase() === 'NONE')
		return command.length > 0 ? 'HEALTHCHECK NONE takes no arguments' : undefined;
	if (type.toUpperCase() !== 'CMD')
		return `\`${type}\` is no kind of HEALTHCHECK; allowed: CMD, NONE`;
	if (command.length === 0) return 'HEALTHCHECK CMD has no command';
	return flags.map(refuseTime).find((fault) => fault !== undefined);
}

function refuseTime({ name, value = '' }: Flag): string | undefined {
	if (name === 'retries')
		return /^(?:\+?\d+)?$/.test(value) ? undefined : `\`--retries=${value}\` is no number`;
	const isTime = value === '' || (time.test(value) && !tooShort.test(value));
	return optionsOf('HEALTHCHECK').includes(name) && !isTime
		? `\`--${name}=${value}\` is no time like \`30s\` or \`1m30s\``
		: undefined;
}

/** Whether a value is one of a few. */
function oneOf(...allowed: string[]) {
	return (value: string): string | undefined =>
		allowed.includes(value) ? undefined : `\`${value}\` is none of: ${allowed.join(', ')}`;
}

function toFirst(
	{ flags }: Instruction,
	name: string,
	find: (value: string) => string | undefined,
): string | undefined {
	return flags
		.filter((flag) => flag.name === name)
		.map(({ value = '' }) => find(value))
		.find((fault) => fault !== undefined);
}
