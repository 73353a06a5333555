import type { Reference } from '../reference/facts.ts';
import type { Parse } from './buildkit.ts';
import type { Draft, Finding } from './snippet.ts';
import { parseDocument, LineCounter } from 'yaml';
import { undecidable } from '../checks/checks.ts';
import { toKnownCommands, type KnownCommand } from './commands.ts';
import { checkDockerfile, type KnownOptions } from './dockerfile.ts';
import { checkFlags } from './flags.ts';
import { toLanguage } from './language.ts';
import { toTyped } from './session.ts';
import { parseShell } from './shell.ts';

/** What was looked at, and what was found. */
export interface Verdict {
	/** In the words of the page; empty when nothing could be checked. */
	checked: string[];
	findings: Finding[];
}

/** What the verifier knows of Docker, and the parser that is not written in TypeScript. */
export interface Knowledge {
	commands: ReadonlyMap<string, KnownCommand>;
	options: KnownOptions;
	parse: Parse;
	/** The facts in short: verdicts hold as long as it is the same. */
	signature: string;
}

/** What the facts say of commands and instructions, as the verifier asks for it. */
export function toKnowledge(
	{ commands, instructions }: Pick<Reference, 'commands' | 'instructions'>,
	parse: Parse,
): Knowledge {
	const options = instructions.map(
		({ name, options }) => [name, options.map((option) => option.name)] as const,
	);
	return {
		...{ commands: toKnownCommands(commands), options: new Map(options), parse },
		signature: JSON.stringify([options, commands]),
	};
}

/** Looks at one snippet with everything that there is for its language. Never throws. */
export function verify(
	snippet: Pick<Draft, 'language' | 'code' | 'bad'>,
	known: Knowledge,
): Verdict {
	const { grammar } = toLanguage(snippet.language);
	if (grammar === 'dockerfile') return verifyDockerfile(snippet, known);
	if (grammar === 'shell') return verifyShell(snippet.code, known);
	if (grammar === 'json') return { checked: ['parses'], findings: checkJson(snippet.code) };
	if (grammar === 'yaml') return { checked: ['parses'], findings: checkYaml(snippet.code) };
	return { checked: [], findings: [] };
}

/** Runs an experimental check for the snippet that shows it. */
function verifyDockerfile({ code, bad }: Pick<Draft, 'code' | 'bad'>, known: Knowledge): Verdict {
	const asked = bad === undefined || bad in undecidable ? [] : [bad];
	const findings = checkDockerfile(code, known.options, known.parse, asked);
	return { checked: ['parses', 'no build-check findings', 'options known'], findings };
}

/** `<branch>` stands for what readers put there; to a shell it would be a redirection. */
const place = /<[a-z][\w ./|-]*>/gi;

function verifyShell(code: string, known: Knowledge): Verdict {
	const { faults, commands } = parseShell(toTyped(code).replace(place, 'word'));
	const reports = commands.map(({ words, line }) => ({
		line,
		isDocker: words[0] === 'docker',
		...checkFlags(words, known.commands),
	}));
	const findings = reports.flatMap(({ line, faults }) => faults.map((one) => ({ ...one, line })));
	const hasFlags = reports.some(({ isDocker }) => isDocker) && reports.every((one) => one.isKnown);
	return {
		checked: hasFlags ? ['parses', 'flags known'] : ['parses'],
		findings: [...faults, ...findings].sort((a, b) => a.line - b.line),
	};
}

function checkJson(code: string): Finding[] {
	try {
		JSON.parse(code);
		return [];
	} catch (error) {
		const text = error instanceof Error ? error.message : 'is no JSON';
		const before = /position (\d+)/.exec(text)?.[1];
		const line = before === undefined ? 1 : code.slice(0, Number(before)).split('\n').length;
		return [{ rule: 'syntax', line, text }];
	}
}

function checkYaml(code: string): Finding[] {
	const lines = new LineCounter();
	return parseDocument(code, { lineCounter: lines, prettyErrors: false }).errors.map(
		({ message, pos }) => ({ rule: 'syntax', line: lines.linePos(pos[0]).line, text: message }),
	);
}
