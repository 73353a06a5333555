import type { Environment, Instruction } from './syntaxTree.ts';

/** Whether what is no array goes to a shell of the POSIX family. */
export function hasPosixShell({
	shell,
	isWindows,
}: Pick<Environment, 'shell' | 'isWindows'>): boolean {
	return shell ? /(?:^|[/\\])(?:ba|da|a|z|k)?sh$/.test(shell[0] ?? '') : !isWindows;
}

/** The text that a shell gets, heredocs included; nothing in exec form. */
export function toShellText({ isExec, command, heredocs }: Instruction): string {
	return isExec ? '' : [command, ...heredocs.map(({ content }) => content)].join('\n');
}

/** The heredoc that is all that an instruction has, so that it is a script of its own. */
export function toScript({ text, heredocs }: Instruction): string | undefined {
	return /^\d*<<-?\s*["']?\w+["']?$/.test(text) ? heredocs[0]?.content : undefined;
}
