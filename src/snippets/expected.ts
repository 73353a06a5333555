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

/** Whether the author of a file asked for errors, not warnings; data files always have errors. */
export type IsStrict = (file: string) => boolean;

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
 */
export function judge(
	verified: readonly { draft: Draft; report: Report }[],
	expected: Expected,
	isStrict: IsStrict,
): Judgement {
	const drafts = verified.map(({ draft }) => draft);
	const judged = verified.map(({ draft, report }) => judgeOne(draft, report, expected, isStrict));
	return {
		snippets: judged.map(({ snippet }) => snippet),
		messages: [
			...findDoubles(drafts),
			...judged.flatMap(({ messages }) => messages),
			...findLost(drafts, expected),
		],
	};
}

function judgeOne(draft: Draft, report: Report, expected: Expected, isStrict: IsStrict) {
	const { checked, findings } = report;
	const excuses = expected.filter(({ snippet }) => snippet === draft.id);
	const allowed = new Set([...excuses.map(({ rule }) => rule), ...(draft.bad ? [draft.bad] : [])]);
	const found = new Set(findings.map(({ rule }) => rule));
	const missing = [...allowed].filter((rule) => !found.has(rule) && !(rule in undecidable));
	const place = (within: number, rule: string) => ({
		...{ file: draft.file, line: draft.line + within - 1, rule },
		isWarning: !isStrict(draft.file),
	});
	const messages = [
		...findings
			.filter(({ rule }) => !allowed.has(rule))
			.map(({ rule, line, text }) =>
				toMessage(
					place(line, 'snippet-works'),
					`${rule}: ${text}`,
					`Mend the snippet, or declare the finding of \`${draft.id}\` in ${expectedFile}.`,
				),
			),
		...missing.map((rule) =>
			toMessage(
				place(1, 'snippet-shows-fault'),
				`${rule} is not found in \`${draft.id}\`, which is said to show it`,
				`Make the snippet show it, or take the entry out of ${expectedFile}.`,
			),
		),
	];
	const reason = excuses.map((excuse) => excuse.reason).join(' ');
	const snippet: Snippet = { ...draft, checked, findings, ...(reason && { reason }) };
	return { snippet, messages };
}

/** Names are addresses, so that two snippets cannot share one. */
function findDoubles(drafts: readonly Draft[]): Message[] {
	const seen = new Map<string, Draft>();
	return drafts.flatMap((draft) => {
		const { id, file, line } = draft;
		const other = seen.get(id);
		seen.set(id, draft);
		if (other === undefined) return [];
		const text = `the snippet would be called \`${id}\`, as the one at ${other.file}:${other.line} is`;
		return [
			toMessage({ file, line, rule: 'snippet-has-own-name' }, text, 'Give it another title.'),
		];
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
