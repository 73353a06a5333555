import type { Finding } from './snippet.ts';
import { checkDockerfile } from '../checks/checks.ts';
import {
	hasPosixShell,
	parseDockerfile,
	toScript,
	type Dockerfile,
	type Heredoc,
	type Instruction,
} from '../dockerfile/dockerfile.ts';
import { parseShell } from './shell.ts';

/** What a fragment is put behind to be a whole Dockerfile. */
const frame = 'FROM scratch';

/** Whether a Dockerfile starts a stage of its own, so that it can be built as it stands. */
export function isComplete(code: string): boolean {
	return parseDockerfile(code).stages.length > 0;
}

/**
 * Everything that is wrong with a Dockerfile, or with a part of one, which gets the `FROM` that it
 * needs: what BuildKit refuses, shell commands that do not parse, and what the build checks find,
 * which Docker asks only when the rest is right.
 */
export function findFaults(code: string, asked: readonly string[] = []): Finding[] {
	const { file, at } = parseWhole(code);
	const checked = checkDockerfile(file, asked);
	// The stages that a part takes files from may stand in the rest.
	const isPart = at !== Infinity;
	const lasting = checked.lasting.filter(({ step }) => !isPart || step !== 'images');
	const broken = [...lasting, ...findShellFaults(file)];
	const faults = broken.map(({ line, text }) => ({ rule: 'syntax', line, text }));
	return (faults.length > 0 ? faults : checked.findings)
		.map((finding) => ({ ...finding, line: finding.line - (finding.line > at ? 1 : 0) }))
		.sort((a, b) => a.line - b.line);
}

/** Puts the `FROM` behind the directives at the top; `at` is its line, as if it were not there. */
function parseWhole(code: string): { file: Dockerfile; at: number } {
	const file = parseDockerfile(code);
	if (file.stages.length > 0) return { file, at: Infinity };
	const lines = code.split('\n');
	const first = lines.findIndex((line) => !line.startsWith('#'));
	const at = first < 0 ? lines.length : first;
	return { file: parseDockerfile(lines.toSpliced(at, 0, frame).join('\n')), at };
}

/** Instructions that hand their words to a shell unless they are written as an array. */
const shelled: readonly string[] = ['RUN', 'CMD', 'ENTRYPOINT'];

/** What a shell of the POSIX family would not parse. Other shells are left alone. */
function findShellFaults({ places }: Dockerfile): Finding[] {
	return places.flatMap(({ instruction, environment }) => {
		const { keyword, text, line, isExec, heredocs } = instruction;
		if (isExec || !hasPosixShell(environment) || !shelled.includes(keyword)) return [];
		const texts = heredocs.length > 0 ? toScripts(instruction) : [{ text, line }];
		return texts.flatMap((one) =>
			parseShell(one.text).faults.map((fault) => ({ ...fault, line: one.line + fault.line - 1 })),
		);
	});
}

/** A heredoc that nothing but the shell reads is a script, unless it names another interpreter. */
function toScripts(instruction: Instruction) {
	const { text, heredocs, line } = instruction;
	const toClosed = ({ name, content }: Heredoc) => `${content}\n${name}`;
	if (toScript(instruction) === undefined)
		return [{ text: [text, ...heredocs.map(toClosed)].join('\n'), line }];
	return heredocs
		.filter(({ content }) => /^(?!#!)|^#!\S*(?:\/|\s)(?:ba|da|a|z|k)?sh\b/.test(content))
		.map(({ content, line }) => ({ text: content, line }));
}
