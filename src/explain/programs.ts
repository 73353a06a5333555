import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Row, Sentence } from './model.ts';
import { toMountFields } from '../dockerfile/dockerfile.ts';
import { toShellText, type Context, type Detail } from './context.ts';
import { splitShell, type Simple } from './shell.ts';
import type { Scope } from './scope.ts';
import { code, codes, count, say, shorten } from './words.ts';

/** The shell that takes the shell form: what `SHELL` says, or the default. */
function toShell({ shell, isWindows }: Scope): string[] {
	return shell ?? (isWindows ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c']);
}

/** What `RUN` does while the image is built. */
export function explainRun(instruction: Instruction, context: Context): Detail {
	return { text: toRunText(instruction, context), rows: toMountRows(instruction, context) };
}

function toRunText(instruction: Instruction, { scope }: Context): Sentence {
	const { isExec, words, heredocs, text } = instruction;
	const [program = ''] = words;
	if (isExec) return say`Runs ${code(shorten(program))} without a shell, while the image is built.`;
	const shell = code(toShell(scope).join(' '));
	const [script] = heredocs;
	const isScript = script !== undefined && /^\d*<<-?\s*["']?\w+["']?$/.test(text);
	if (isScript && script.content.startsWith('#!')) {
		const [first = ''] = script.content.split('\n');
		return say`Runs the lines below as a script with ${code(first.slice(2).trim())}, while the image is built.`;
	}
	if (isScript) {
		const lines = count(script.content.split('\n').length, 'line');
		return say`Runs the ${lines} below with ${shell}, while the image is built.`;
	}
	const { commands, isUnsure } = splitShell(text);
	const names = [...new Set(commands.map(toName))];
	const isPlain = names.length > 0 && names.every((name) => /^[\w./+ -]+$/.test(name));
	if (isUnsure || !isPlain || scope.isWindows)
		return say`Runs this command with ${shell}, while the image is built.`;
	return say`Runs ${codes(names)} with ${shell}, while the image is built.`;
}

/** Programs whose second word says what they do. */
const many: readonly string[] = [
	...['apt', 'apt-get', 'apk', 'dnf', 'yum', 'pip', 'pip3', 'npm', 'yarn', 'pnpm', 'go', 'cargo'],
	...['composer', 'bundle', 'poetry', 'uv', 'dotnet', 'git'],
];

function toName({ words: [program = '', verb = ''] }: Simple): string {
	return many.includes(program) && /^[a-z-]+$/.test(verb) && !verb.startsWith('-')
		? `${program} ${verb}`
		: program;
}

/** The mounts of a `RUN`, each with what its type does. */
function toMountRows({ flags }: Instruction, { facts }: Context): Row[] {
	return flags.flatMap(({ name, value = '' }) => {
		if (name !== 'mount') return [];
		const type = toMountFields(value).findLast(({ key }) => key === 'type')?.value ?? 'bind';
		const mount = facts.instructions['RUN']?.mounts[type];
		const label = [code(shorten(`--mount=${value}`, 90), mount?.href)];
		return mount === undefined ? [] : [{ label, text: [mount.text] }];
	});
}

/** How a program is written: its words, or the line that a shell gets. */
export function toProgram(instruction: Instruction, scope: Scope): string {
	const { isExec, words, text, keyword } = instruction;
	const own = keyword === 'HEALTHCHECK' ? words.slice(1) : words;
	if (isExec)
		return own
			.map((word) => (/[\s"'$&|;<>()]|^$/.test(word) ? JSON.stringify(word) : word))
			.join(' ');
	const line = keyword === 'HEALTHCHECK' ? text.replace(/^\S+\s*/, '') : toShellText(instruction);
	const shell =
		keyword === 'HEALTHCHECK' ? toShell({ ...scope, shell: undefined }) : toShell(scope);
	return [...shell, JSON.stringify(line.replace(/\s+/g, ' ').trim())].join(' ');
}

/** What `CMD` and `ENTRYPOINT` start. */
export function explainStart(instruction: Instruction, context: Context): Detail {
	const { keyword, words, isExec } = instruction;
	const program = code(shorten(toProgram(instruction, context.scope), 120));
	const clear = isExec && words.length === 0;
	if (keyword === 'ENTRYPOINT')
		return {
			text: clear
				? ['Clears the entrypoint that comes from the base image.']
				: say`Containers start ${program}.`,
			rows: [],
		};
	if (clear)
		return { text: ['Clears the default command that comes from the base image.'], rows: [] };
	return {
		text: say`Sets the default command, or default arguments for the entrypoint: ${program}.`,
		rows: [],
	};
}

/** How the container is tested. */
export function explainHealthcheck(instruction: Instruction, { scope }: Context): Detail {
	const isOff = instruction.words[0]?.toUpperCase() === 'NONE';
	if (isOff)
		return { text: ['Turns off a health check that comes from the base image.'], rows: [] };
	const program = code(shorten(toProgram(instruction, scope), 120));
	return {
		text: say`Docker runs ${program} in the container again and again to tell whether it works.`,
		rows: [],
	};
}
