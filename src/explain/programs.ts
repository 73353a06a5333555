import { toScript, toShellText, type Environment, type Place } from '../dockerfile/dockerfile.ts';
import type { Sentence } from './explanation.ts';
import type { Context } from './context.ts';
import { splitShell, type Simple } from './shellWords.ts';
import { code, codes, count, quote, say, shorten } from './words.ts';

type ShellOf = Pick<Environment, 'shell' | 'isWindows'>;

/** The shell that takes the shell form: what `SHELL` says, or the default. */
function toShell({ shell, isWindows }: ShellOf): readonly string[] {
	return shell ?? (isWindows ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c']);
}

/** What `RUN` does while the image is built. */
export function explainRun({ instruction, environment }: Context): Sentence {
	const { isExec, words, text, heredocs } = instruction;
	const when = ', while the image is built.';
	if (isExec) return say`Runs ${code(shorten(words[0] ?? ''))} without a shell${when}`;
	const shell = code(shorten(toShell(environment).join(' '), 60));
	const script = toScript(instruction);
	const lines = heredocs.reduce((all, { content }) => all + content.split('\n').length, 0);
	const size = lines === 1 ? 'the line' : `the ${count(lines, 'line')}`;
	if (script === undefined) {
		const input = lines > 0 ? ` and ${size} below as input` : '';
		return say`Runs ${toPrograms(text.replace(here, ''), environment)} with ${shell}${input}${when}`;
	}
	const [first = ''] = script.split('\n');
	const interpreter = first.startsWith('#!') ? code(first.slice(2).trim()) : shell;
	return say`Runs ${size} below with ${interpreter}${when}`;
}

/** What announces a heredoc. */
const here = /\d*<<-?\s*["']?\w+["']?/g;

/** Programs whose second word says what they do, and second words after which a third one does. */
const many =
	/^(?:sudo|apt|apt-get|apk|dnf|microdnf|yum|pip3?|npm|yarn|pnpm|go|cargo|composer|bundle|poetry|uv|dotnet|git|gem)$/;
const more = /^(?:mod|run|exec|pip)$/;

/** What a shell does by itself, which says little of what a line is for. */
const builtIn = /^(?:set|export|unset|cd|\[|\[\[|test|exit|:|\.|source|true|break|continue|shift)$/;

function toPrograms(text: string, { isWindows }: ShellOf): Sentence {
	const { commands, isUnsure } = splitShell(text);
	const all = [...new Set(commands.map(toName))];
	const programs = all.filter((name) => !builtIn.test(name));
	const names = programs.length > 0 ? programs : all;
	const isPlain = names.length > 0 && names.every((name) => /^[\w./+: -]+$/.test(name));
	if (!isUnsure && isPlain && !isWindows) return codes(names);
	return [commands.length > 1 ? 'these commands' : 'this command'];
}

function toName({ words }: Simple): string {
	const isModule = /^python[\d.]*$/.test(words[0] ?? '') && words[1] === '-m';
	const [program = '', ...others] = isModule ? words.slice(2) : words;
	const plain = others.filter(
		(word, at) => !word.startsWith('-') && !/^-[Cotu]$/.test(others[at - 1] ?? ''),
	);
	const [verb = '', object = ''] = plain;
	if (!many.test(program) || !/^[a-z-]+$/.test(verb)) return program;
	const isMore = more.test(verb) && /^[a-z][\w:-]*$/.test(object);
	return isMore ? `${program} ${verb} ${object}` : `${program} ${verb}`;
}

/** How a program is written: its words, or the line that a shell gets. */
export function toProgram({ instruction, environment }: Place): string {
	const { isExec, words, keyword } = instruction;
	const isCheck = keyword === 'HEALTHCHECK';
	if (isExec) return (isCheck ? words.slice(1) : words).map(quote).join(' ');
	// A container does not get the SHELL of its image, so health checks run with the default one:
	// https://github.com/moby/moby/blob/master/daemon/health.go
	const shell = toShell(isCheck ? { ...environment, shell: undefined } : environment);
	const plain = toShellText(instruction).replace(/\s+/g, ' ').trim();
	// Windows gets the line as it is: https://github.com/moby/moby/blob/master/daemon/oci_windows.go
	return [...shell, environment.isWindows ? plain : JSON.stringify(plain)].join(' ');
}

/** What `CMD` and `ENTRYPOINT` start. */
export function explainStart(context: Context): Sentence {
	const { keyword, words, isExec } = context.instruction;
	const program = code(shorten(toProgram(context), 120));
	const isEntry = keyword === 'ENTRYPOINT';
	if (isExec && words.length === 0)
		return say`Clears the ${isEntry ? 'entrypoint' : 'default command'} that comes from the base image.`;
	if (isEntry) return say`Containers start ${program}.`;
	const { end, root } = context.stage ?? {};
	const entry = end?.entry;
	if (entry === undefined) {
		const also =
			root === 'scratch' ? '' : ' If the base image has an entrypoint, that gets it as arguments.';
		return say`Sets the default command: ${program}.${also}`;
	}
	const of = say`of ENTRYPOINT in line ${entry.instruction.line}`;
	if (entry.instruction.isExec) return say`Sets the default arguments ${of}: ${program}.`;
	return takesArguments(entry)
		? say`The shell ${of} has these words as ${code('$0')}, ${code('$1')} and so on: ${program}.`
		: say`Has no effect: the shell form ${of} ignores it.`;
}

/**
 * Whether the shell form of an `ENTRYPOINT` uses what stands behind it: the words of `CMD` follow the
 * line that the shell gets. https://github.com/moby/moby/blob/master/daemon/container.go
 */
export function takesArguments({ instruction: { isExec, text } }: Place): boolean {
	return !isExec && /\$\{?[@*\d]/.test(text);
}

/** How the container is tested. */
export function explainHealthcheck(context: Context): Sentence {
	if (context.instruction.words[0]?.toUpperCase() === 'NONE')
		return ['Turns off a health check that comes from the base image.'];
	const program = code(shorten(toProgram(context), 120));
	return say`Docker runs ${program} in the container again and again to tell whether it works.`;
}
