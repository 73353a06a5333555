import type { Notice } from './notice.ts';
import { z } from 'zod';

/** One problem of a report. */
const problemSchema = z.strictObject({
	/** The path of the file, from where the command was given. */
	file: z.string(),
	/** Counted from 1. */
	line: z.number().int().min(1),
	/** Counted from 1 in UTF-16 code units; 1 for data files, of which only the line is known. */
	column: z.number().int().min(1),
	/** An error stops the build, a warning does not. */
	severity: z.enum(['error', 'warning']),
	/** The name of the rule; data files have none. */
	rule: z.string().optional(),
	/** What is wrong, as a clause without a full stop. */
	text: z.string(),
	/** What to type instead, as a sentence. */
	hint: z.string().optional(),
});

/** What `npm run notes:check -- --json` prints; docs/notes.md shows it. */
export const reportSchema = z.strictObject({
	/** The number of files that were checked. */
	files: z.number().int().min(0),
	errors: z.number().int().min(0),
	warnings: z.number().int().min(0),
	/** In the order of the files, then of the lines. */
	problems: z.array(problemSchema),
});

/** A report for machines. */
export type Report = z.infer<typeof reportSchema>;

/** The report of a number of files. */
export function toReport(notices: readonly Notice[], files: number): Report {
	const errors = notices.filter(({ severity }) => severity === 'error').length;
	return {
		...{ files, errors, warnings: notices.length - errors },
		problems: notices.map(({ file, line, column = 1, severity, rule, text, hint }) => ({
			...{ file, line, column, severity, text },
			...(rule !== undefined && { rule }),
			...(hint !== undefined && { hint }),
		})),
	};
}
