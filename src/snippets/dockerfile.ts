import type { Parse } from './buildkit.ts';
import type { Finding } from './snippet.ts';
import { validate, ValidationCode } from 'dockerfile-utils';
import { findFaults, isExecForm, parseDockerfile, toTriggered } from '../checks/checks.ts';
import { parseShell } from './shell.ts';

/** The options that each instruction has, by its name in capitals. */
export type KnownOptions = ReadonlyMap<string, readonly string[]>;

/** Instructions that hand their words to a shell unless they are written as an array. */
const shelled: readonly string[] = ['RUN', 'CMD', 'ENTRYPOINT'];

/** The lines of one instruction, as numbers counted from 0: both ends are part of it. */
interface Unit {
	first: number;
	last: number;
}

/** What a fragment is put behind to be a whole Dockerfile. */
const frame = 'FROM scratch';

/** What BuildKit builds all the same: options that came later, a name that a check warns of. */
const tolerated: readonly unknown[] = [
	ValidationCode.DUPLICATE_BUILD_STAGE_NAME,
	ValidationCode.UNKNOWN_ADD_FLAG,
	ValidationCode.UNKNOWN_COPY_FLAG,
	ValidationCode.UNKNOWN_FROM_FLAG,
	ValidationCode.UNKNOWN_HEALTHCHECK_FLAG,
];

/** Whether a Dockerfile starts a stage of its own, so that it can be built as it stands. */
export function isComplete(code: string): boolean {
	return parseDockerfile(code).stages.length > 0;
}

/**
 * Everything that is wrong with a Dockerfile, or with a part of one, which gets the `FROM` that it
 * needs: for BuildKit's parser, for dockerfile-utils, in its options. As Docker does, it asks the
 * build checks only when all of that is right.
 */
export function checkDockerfile(
	code: string,
	options: KnownOptions,
	parse: Parse,
	asked: readonly string[] = [],
): Finding[] {
	const { whole, at } = toWhole(code);
	const found = [...toDiagnostics(whole), ...findUnknownOptions(whole, options)];
	const syntax = found.length > 0 ? [] : toSyntax(whole, parse);
	const faults = [...found, ...(syntax.length > 0 ? syntax : findShellFaults(whole))];
	return (faults.length > 0 ? faults : findFaults(whole, asked))
		.map((finding) => ({ ...finding, line: finding.line - (finding.line > at ? 1 : 0) }))
		.sort((a, b) => a.line - b.line);
}

/** Puts the `FROM` behind the directives at the top; `at` is its line, as if it were not there. */
function toWhole(code: string): { whole: string; at: number } {
	if (isComplete(code)) return { whole: code, at: Infinity };
	const lines = code.split('\n');
	const first = lines.findIndex((line) => !line.startsWith('#'));
	const at = first < 0 ? lines.length : first;
	return { whole: lines.toSpliced(at, 0, frame).join('\n'), at };
}

/** dockerfmt leaves some commands of the shell unread. */
function findShellFaults(whole: string): Finding[] {
	if (hasOtherShell(whole)) return [];
	return parseDockerfile(whole)
		.steps.filter((step) => shelled.includes(step.keyword) && !isExecForm(step))
		.filter(({ text }) => !text.includes('<<'))
		.flatMap(({ text, line }) => parseShell(text).faults.map((fault) => ({ ...fault, line })));
}

/** BuildKit's parser does not say where: the fault is in the first instruction that it stops at. */
function toSyntax(whole: string, parse: Parse): Finding[] {
	const fault = parse(whole);
	if (fault === undefined || (fault.isShell && hasOtherShell(whole))) return [];
	const lines = whole.split('\n');
	const unit = toUnits(whole).find(({ first, last }) => {
		const isInstruction = !lines[first]?.startsWith('#');
		return isInstruction && parse(lines.slice(0, last + 1).join('\n')) !== undefined;
	});
	return [{ rule: 'syntax', line: (unit?.first ?? 0) + 1, text: fault.text }];
}

/**
 * Cuts a Dockerfile into its instructions and comments: each with the lines that it goes on for
 * (backslashes, heredocs) and the comments within. Empty lines are left out.
 */
function toUnits(code: string): Unit[] {
	const lines = code.split('\n');
	const escape = /^#\s*escape\s*=\s*`/im.test(code) ? '`' : '\\';
	const units: Unit[] = [];
	for (let first = 0; first < lines.length; first += 1) {
		if (lines[first]?.trim() === '') continue;
		const last = findEnd(lines, first, escape);
		units.push({ first, last });
		first = last;
	}
	return units;
}

function findEnd(lines: readonly string[], first: number, escape: string): number {
	if (lines[first]?.trimStart().startsWith('#')) return first;
	let last = first;
	const goesOn = (line = '') => line.trimEnd().endsWith(escape);
	const isBetween = (line = '') => line.trimStart().startsWith('#') || line.trim() === '';
	while (last + 1 < lines.length && goesOn(lines[last])) {
		last += 1;
		while (last + 1 < lines.length && isBetween(lines[last])) last += 1;
	}
	const text = lines.slice(first, last + 1).join('\n');
	const marks = [...text.matchAll(/<<-?\s*["']?(\w+)["']?/g)].map(([, mark = '']) => mark);
	for (const mark of marks) {
		const end = lines.findIndex((line, at) => at > last && line.trim() === mark);
		if (end > 0) last = end;
	}
	return last;
}

/** Windows has backslashes in its paths and other grammars for its shells. */
function hasOtherShell(whole: string): boolean {
	return /^\s*SHELL\s|^#\s*escape\s*=\s*`/im.test(whole);
}

/** What is an error for dockerfile-utils; its warnings are the build checks'. */
function toDiagnostics(whole: string): Finding[] {
	const error = 1;
	return validate(whole)
		.filter(({ severity, code }) => severity === error && !tolerated.includes(code))
		.map(({ range, message }) => ({
			rule: 'syntax',
			line: range.start.line + 1,
			text: typeof message === 'string' ? message : message.value,
		}));
}

function findUnknownOptions(whole: string, options: KnownOptions): Finding[] {
	return parseDockerfile(whole)
		.steps.flatMap(toTriggered)
		.flatMap(({ keyword, flags, line }) => {
			const known = options.get(keyword);
			if (known === undefined) return [];
			return flags
				.filter(({ name }) => !known.includes(`--${name}`))
				.map(({ name }) => ({
					rule: 'option',
					line,
					text: `\`${keyword}\` has no option \`--${name}\`; it has: ${known.join(', ') || 'none'}`,
				}));
		});
}
