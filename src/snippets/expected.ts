import type { Message } from '../input/message.ts';
import type { TextFile } from '../input/files.ts';
import type { Draft, Report, Snippet } from './snippet.ts';
import { z } from 'zod';
import { undecidable } from '../checks/checks.ts';
import { toMessage } from '../input/message.ts';
import { parseYaml } from '../input/yaml.ts';

/** The file of the findings that are known. */
const expectedFile = 'src/content/findings.yaml';

/** `findings.yaml`: what is found in snippets and stays, with the reason that readers see. */
const expectedSchema = z.array(
	z.strictObject({
		/** The snippet's id, as it stands in the address of its raw text. */
		snippet: z.string().min(1),
		/** Whose finding it is: a build check, or `syntax`, `flag`, `option`, `argument`. */
		rule: z.string().min(1),
		/** Why it stays, in one sentence for readers. */
		reason: z.string().min(1),
	}),
);

/** Findings that are known and stay. */
export type Expected = z.infer<typeof expectedSchema>;

/** The snippets with what was found out about them, and what must not stay as it is. */
export interface Judgement {
	snippets: Snippet[];
	messages: Message[];
}

/** The files of notes by their paths: whether their author asked for errors, and their text. */
export type NotesFiles = ReadonlyMap<string, { isStrict: boolean; source: string }>;

/** Reads the findings that are known; none where the file is missing or broken. */
export function readExpected(files: readonly TextFile[]): {
	expected: Expected;
	messages: Message[];
} {
	const file = files.find(({ path }) => path === expectedFile);
	const parsed = file && parseYaml({ ...file, note: '' }, expectedSchema);
	if (parsed === undefined || parsed.ok) return { expected: parsed?.value ?? [], messages: [] };
	return { expected: [], messages: parsed.messages };
}

/**
 * Holds what was found against what is known. What is found and neither meant nor known is a message
 * at its line; so is a fault that is meant or known and not found, and a name that two snippets have.
 * What is not in a file of `notes` is in a data file, which is always taken strictly.
 */
export function judge(
	verified: readonly { draft: Draft; report: Report }[],
	expected: Expected,
	notes: NotesFiles,
): Judgement {
	const drafts = verified.map(({ draft }) => draft);
	const judged = verified.map(({ draft, report }) => {
		const excuses = expected.filter(({ snippet }) => snippet === draft.id);
		const reason = excuses.map((excuse) => excuse.reason).join(' ');
		const rules = [...excuses.map(({ rule }) => rule), ...(draft.bad ? [draft.bad] : [])];
		return {
			snippet: { ...draft, ...report, ...(reason && { reason }) },
			messages: compare(draft, report, rules, notes),
		};
	});
	return {
		snippets: judged.map(({ snippet }) => snippet),
		messages: [
			...findDoubles(drafts, notes),
			...judged.flatMap(({ messages }) => messages),
			...findLost(drafts, expected),
		],
	};
}

/** What is found and not among the rules that may be, and what is not found and should be. */
function compare(
	draft: Draft,
	{ findings }: Report,
	rules: readonly string[],
	notes: NotesFiles,
): Message[] {
	const { id } = draft;
	const to = (rule: string, line: number) => ({ ...toPlace(draft, line, notes), rule });
	const declare = `Mend the snippet, or declare the finding of \`${id}\` in ${expectedFile}.`;
	const surprises = findings
		.filter(({ rule }) => !rules.includes(rule))
		.map(({ rule, line, text }) =>
			toMessage(to('snippet-works', line), `${rule}: ${text}`, declare),
		);
	const remove = `Make the snippet show it, or take the entry out of ${expectedFile}.`;
	const missing = rules
		.filter((rule) => !findings.some((one) => one.rule === rule) && !(rule in undecidable))
		.map((rule) => {
			const text = `${rule} is not found in \`${id}\`, which is said to show it`;
			return toMessage(to('snippet-shows-fault', 1), text, remove);
		});
	return [...surprises, ...missing];
}

/** Names are addresses, so that two snippets cannot share one. */
function findDoubles(drafts: readonly Draft[], notes: NotesFiles): Message[] {
	const seen = new Map<string, Draft>();
	return drafts.flatMap((draft) => {
		const { id } = draft;
		const other = seen.get(id);
		seen.set(id, draft);
		if (other === undefined) return [];
		const place = { ...toPlace(draft, 1, notes), isWarning: false, rule: 'snippet-has-own-name' };
		const text = `the snippet would be called \`${id}\`, as the one at ${other.file}:${other.line} is`;
		return [toMessage(place, text, 'Give it another title.')];
	});
}

function findLost(drafts: readonly Draft[], expected: Expected): Message[] {
	const ids = new Set(drafts.map(({ id }) => id));
	return expected
		.filter(({ snippet }) => !ids.has(snippet))
		.map(({ snippet }) =>
			toMessage(
				{ file: expectedFile, line: 1 },
				`snippet: \`${snippet}\` does not exist`,
				'Delete the entry, or mend the name.',
			),
		);
}

/** The first letter of a line of a snippet; marks of quotations are none. */
function toPlace({ file, line: first }: Draft, within: number, notes: NotesFiles) {
	const line = first + within - 1;
	const { isStrict = true, source = '' } = notes.get(file) ?? {};
	const before = /^[ \t>]*/.exec(source.split('\n')[line - 1] ?? '')?.[0] ?? '';
	return { file, line, column: before.length + 1, isWarning: !isStrict };
}
