import type { Problem } from './problem.ts';
import type { Expected } from './expected.ts';
import type { Draft, Snippet } from './snippet.ts';
import { undecidable } from '../checks/checks.ts';
import { toKey } from './source.ts';
import { verify, type Knowledge, type Verdict } from './verify.ts';

/** The file of the findings that are known. */
const expectedFile = 'src/content/findings.yaml';

/** The snippets with what was found out about them, and what must not stay as it is. */
export interface Judgement {
	snippets: Snippet[];
	problems: Problem[];
}

/**
 * Verifies every snippet. What is found and neither meant nor known is a problem at its line; so is
 * a fault that is meant or known and not found, and a name that two snippets have.
 */
export function judge(drafts: readonly Draft[], expected: Expected, known: Knowledge): Judgement {
	const before = last.signature === known.signature ? last.verdicts : new Map<string, Verdict>();
	const verdicts = new Map<string, Verdict>();
	const results = drafts.map((draft) => {
		const key = `${draft.bad ?? ''}\n${toKey(draft)}`;
		const verdict = verdicts.get(key) ?? before.get(key) ?? verify(draft, known);
		verdicts.set(key, verdict);
		return judgeOne(draft, verdict, expected);
	});
	last = { signature: known.signature, verdicts };
	return {
		snippets: results.map(({ snippet }) => snippet),
		problems: [
			...findDoubles(drafts),
			...results.flatMap(({ problems }) => problems),
			...findLost(drafts, expected),
		],
	};
}

/** By language and text: most snippets are the same after a save. */
let last: { signature: string; verdicts: ReadonlyMap<string, Verdict> } = {
	signature: '',
	verdicts: new Map(),
};

function judgeOne(draft: Draft, { checked, findings }: Verdict, expected: Expected) {
	const excuses = expected.filter(({ snippet }) => snippet === draft.id);
	const allowed = new Set([...excuses.map(({ rule }) => rule), ...(draft.bad ? [draft.bad] : [])]);
	const surprises = findings.filter(({ rule }) => !allowed.has(rule));
	const found = new Set(findings.map(({ rule }) => rule));
	const missing = [...allowed].filter((rule) => !found.has(rule) && !(rule in undecidable));
	const problems = [
		...surprises.map(({ rule, line, text }) => ({
			...toPlace(draft, line),
			text: `${rule}: ${text}`,
			hint: `Mend the snippet, or declare the finding of \`${draft.id}\` in ${expectedFile}.`,
			rule: 'snippet-works' as const,
		})),
		...missing.map((rule) => ({
			...toPlace(draft, 1),
			text: `${rule} is not found in \`${draft.id}\`, which is said to show it`,
			hint: `Make the snippet show it, or take the entry out of ${expectedFile}.`,
			rule: 'snippet-shows-fault' as const,
		})),
	];
	const reason = excuses.map((excuse) => excuse.reason).join(' ');
	const snippet: Snippet = { ...draft, checked, findings, ...(reason && { reason }) };
	return { snippet, problems };
}

function toPlace({ file, line }: Draft, within: number): Pick<Problem, 'file' | 'line'> {
	return { file, line: line + within - 1 };
}

/** Names are addresses, so that two snippets cannot share one. */
function findDoubles(drafts: readonly Draft[]): Problem[] {
	const seen = new Map<string, Draft>();
	return drafts.flatMap((draft) => {
		const other = seen.get(draft.id);
		seen.set(draft.id, draft);
		if (other === undefined) return [];
		const text = `the snippet would be called \`${draft.id}\`, as the one at ${other.file}:${other.line} is`;
		const hint = 'Give it another title.';
		return [{ ...toPlace(draft, 1), text, hint, rule: 'snippet-has-own-name' }];
	});
}

function findLost(drafts: readonly Draft[], expected: Expected): Problem[] {
	const ids = new Set(drafts.map(({ id }) => id));
	return expected
		.filter(({ snippet }) => !ids.has(snippet))
		.map(({ snippet }) => ({
			file: expectedFile,
			line: 1,
			text: `snippet: \`${snippet}\` does not exist`,
			hint: 'Delete the entry, or mend the name.',
		}));
}
