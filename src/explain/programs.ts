import type { Environment, Instruction } from '../dockerfile/dockerfile.ts';
import type { Sentence } from './explanation.ts';
import { toShellText, type Context, type Detail } from './context.ts';
import { splitShell, type Simple } from './shellWords.ts';
import { toChain, toRootImage, toStart } from './chain.ts';
import { code, codes, count, say, shorten } from './words.ts';

type ShellOf = Pick<Environment, 'shell' | 'isWindows'>;

/** The shell that takes the shell form: what `SHELL` says, or the default. */
function toShell({ shell, isWindows }: ShellOf): readonly string[] {
	return shell ?? (isWindows ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c']);
}

/** What `RUN` does while the image is built. */
export function explainRun(instruction: Instruction, context: Context): Detail {
	return { text: toRunText(instruction, context) };
}

function toRunText(instruction: Instruction, { environment }: Context): Sentence {
	const { isExec, words, text } = instruction;
	if (isExec)
		return say`Runs ${code(shorten(words[0] ?? ''))} without a shell, while the image is built.`;
	const shell = code(shorten(toShell(environment).join(' '), 60));
	const script = toScript(instruction);
	if (script !== undefined) {
		const [first = '', ...others] = script.split('\n');
		const interpreter = first.startsWith('#!') ? first.slice(2).trim() : undefined;
		const lines = count(others.length + 1, 'line');
		return say`Runs the ${lines} below with ${interpreter === undefined ? shell : code(interpreter)}, while the image is built.`;
	}
	const { commands, isUnsure } = splitShell(text);
	const all = [...new Set(commands.map(toName))];
	const programs = all.filter((name) => !builtIn.includes(name));
	const names = programs.length > 0 ? programs : all;
	const isPlain = names.length > 0 && names.every((name) => /^[\w./+ -]+$/.test(name));
	const what = isUnsure || !isPlain || environment.isWindows ? ['this command'] : codes(names);
	return say`Runs ${what} with ${shell}, while the image is built.`;
}

/** The heredoc that is all that a `RUN` has, so that it is a script of its own. */
export function toScript({ text, heredocs }: Instruction): string | undefined {
	const isAll = /^\d*<<-?\s*["']?\w+["']?$/.test(text);
	return isAll ? heredocs[0]?.content : undefined;
}

/** Programs whose second word says what they do. */
const many: readonly string[] = [
	...[
		'apt',
		'apt-get',
		'apk',
		'dnf',
		'microdnf',
		'yum',
		'pip',
		'pip3',
		'npm',
		'yarn',
		'pnpm',
		'go',
	],
	...['cargo', 'composer', 'bundle', 'poetry', 'uv', 'dotnet', 'git', 'gem'],
];

/** What a shell does by itself, which says little of what a line is for. */
const builtIn: readonly string[] = [
	'set',
	'export',
	'unset',
	'cd',
	'[',
	'test',
	'exit',
	':',
	'true',
];

function toName({ words: [program = '', ...others] }: Simple): string {
	const at = others.findIndex(
		(word, at) => !word.startsWith('-') && !/^-[Cot]$/.test(others[at - 1] ?? ''),
	);
	const verb = others[at] ?? '';
	return many.includes(program) && /^[a-z-]+$/.test(verb) ? `${program} ${verb}` : program;
}

/** How a program is written: its words, or the line that a shell gets. */
export function toProgram(instruction: Instruction, environment: ShellOf): string {
	const { isExec, words, text, keyword } = instruction;
	const isCheck = keyword === 'HEALTHCHECK';
	if (isExec)
		return (isCheck ? words.slice(1) : words)
			.map((word) => (/[\s"'$&|;<>()]|^$/.test(word) ? JSON.stringify(word) : word))
			.join(' ');
	const line = isCheck ? text.replace(/^\S+\s*/, '') : toShellText(instruction);
	// A container does not get the SHELL of its image, so health checks run with the default one:
	// https://github.com/moby/moby/blob/master/daemon/health.go
	const own = isCheck ? { ...environment, shell: undefined } : environment;
	return [...toShell(own), JSON.stringify(line.replace(/\s+/g, ' ').trim())].join(' ');
}

/** What `CMD` and `ENTRYPOINT` start. */
export function explainStart(instruction: Instruction, context: Context): Detail {
	const { keyword, words, isExec } = instruction;
	const program = code(shorten(toProgram(instruction, context.environment), 120));
	const isEntry = keyword === 'ENTRYPOINT';
	const what = isEntry ? 'entrypoint' : 'default command';
	if (isExec && words.length === 0)
		return { text: say`Clears the ${what} that comes from the base image.` };
	if (isEntry) return { text: say`Containers start ${program}.` };
	const { stage, stages } = context;
	const { entry } = toStart(toChain(stages, stage?.index));
	if (entry === undefined) {
		const isAlone = toRootImage(stages, stage?.index) === 'scratch';
		const more = isAlone ? '' : ' If the base image has an entrypoint, that gets it as arguments.';
		return { text: say`Sets the default command: ${program}.${more}` };
	}
	const of = say`of ENTRYPOINT in line ${entry.instruction.line}`;
	return {
		text: entry.instruction.isExec
			? say`Sets the default arguments ${of}: ${program}.`
			: say`Has no effect: the shell form ${of} ignores it.`,
	};
}

/** How the container is tested. */
export function explainHealthcheck(instruction: Instruction, { environment }: Context): Detail {
	if (instruction.words[0]?.toUpperCase() === 'NONE')
		return { text: ['Turns off a health check that comes from the base image.'] };
	const program = code(shorten(toProgram(instruction, environment), 120));
	return {
		text: say`Docker runs ${program} in the container again and again to tell whether it works.`,
	};
}
