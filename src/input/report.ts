import type { Message } from './message.ts';
import { z } from 'zod';
import { isError } from './message.ts';

/** What `npm run notes:check -- --json` prints; docs/notes.md shows it. */
export const reportSchema = z.strictObject({
	/** The number of files that were checked. */
	files: z.int().min(0),
	errors: z.int().min(0),
	warnings: z.int().min(0),
	/** In the order of the files, then of the lines. */
	problems: z.array(
		z.strictObject({
			/** The path of the file, from where the command was given. */
			file: z.string(),
			/** Counted from 1. */
			line: z.int().min(1),
			/** Counted from 1 in UTF-16 code units; 1 for data files, of which only the line is known. */
			column: z.int().min(1),
			/** An error stops the build, a warning does not. */
			severity: z.enum(['error', 'warning']),
			/** The name of the rule; data files have none. */
			rule: z.string().optional(),
			/** What is wrong, as a clause without a full stop. */
			text: z.string(),
			/** What to type instead, as a sentence. */
			hint: z.string().optional(),
		}),
	),
});

/** A report for machines. */
export type Report = z.infer<typeof reportSchema>;

/** How a report is written: for people during a build, for editors, for the runners of GitHub. */
export type Format = 'build' | 'editor' | 'github';

/** The report of a number of files. */
export function toReport(messages: readonly Message[], files: number): Report {
	const problems = messages.map(toProblem);
	const errors = messages.filter(isError).length;
	return { files, errors, warnings: messages.length - errors, problems };
}

/**
 * Messages as lines of text, one after the other; empty when there are none. What people read during a
 * build is folded, so that nothing drowns; programs get each.
 */
export function renderMessages(messages: readonly Message[], format: Format): string {
	const problems = messages.map(toProblem);
	return (format === 'build' ? fold(problems) : problems).map(formats[format]).join('\n');
}

type Problem = Report['problems'][number];

function toProblem(message: Message): Problem {
	const { file = '', line = 1, column = 1, ruleId, reason, note } = message;
	return {
		...{ file, line, column, severity: isError(message) ? 'error' : 'warning', text: reason },
		...(ruleId !== undefined && { rule: ruleId }),
		...(note && { hint: note }),
	};
}

const formats: Readonly<Record<Format, (problem: Problem) => string>> = {
	build: ({ file, line, severity, text, hint }) =>
		`${file}:${line}: ${text}${severity === 'warning' ? ' (warning)' : ''}${below(hint)}`,
	// What compilers print and editors read.
	editor: ({ file, line, column, severity, text, rule, hint }) =>
		`${file}:${line}:${column}: ${severity}: ${text}${rule ? ` [${rule}]` : ''}${below(hint)}`,
	// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
	github: ({ file, line, column, severity, text, rule, hint = '' }) => {
		const fields = { file, line, col: column, ...(rule !== undefined && { title: rule }) };
		const list = Object.entries(fields).map(([name, value]) => `${name}=${escapeField(value)}`);
		return `::${severity} ${list.join(',')}::${escapeText(`${text}. ${hint}`.trim())}`;
	},
};

/** Of more warnings than these that break one rule in one file, a build prints some. */
const most = 8;
const shown = 5;

/** Counts the many warnings of one rule behind the first ones. */
function fold(problems: readonly Problem[]): Problem[] {
	const groups = Map.groupBy(problems, ({ file, rule, severity }) => `${file} ${rule} ${severity}`);
	const isFolded = ({ length }: Problem[], { rule, severity }: Problem) =>
		length > most && rule !== undefined && severity === 'warning';
	return problems.flatMap((problem): Problem[] => {
		const { file, rule, severity } = problem;
		const group = groups.get(`${file} ${rule} ${severity}`) ?? [];
		const at = group.indexOf(problem);
		if (!isFolded(group, problem) || at < shown) return [problem];
		if (at > shown) return [];
		const text = `${group.length - shown} more of this kind, the last in line ${group.at(-1)?.line}`;
		return [{ ...problem, text, hint: `\`npm run notes:check ${file}\` names all.` }];
	});
}

function below(hint: string | undefined): string {
	return hint === undefined ? '' : `\n    ${hint}`;
}

function escapeText(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeField(value: string | number): string {
	return escapeText(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
