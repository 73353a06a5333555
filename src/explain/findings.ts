import type { Finding as Checked } from '../checks/checks.ts';
import type { Fact, Finding, Sentence } from './explanation.ts';
import type { Context } from './context.ts';
import { fileWatches } from './fileWatches.ts';
import { toFix } from './fixes.ts';
import { imageWatches } from './imageWatches.ts';
import { packageWatches } from './packageWatches.ts';
import { runWatches } from './runWatches.ts';
import { startWatches } from './startWatches.ts';
import { findHits } from './watch.ts';
import { toSentence } from './words.ts';

const watches = [
	...[...imageWatches, ...fileWatches, ...packageWatches, ...runWatches, ...startWatches],
];

/** What is looked for beside the build checks, in words. */
export const watchNames: readonly string[] = [...new Set(watches.map(([, label]) => label))];

/** The facts that findings rest on, by their names. */
export const usedFacts: readonly string[] = watches.map(([fact]) => fact);

/** Everything that is found in a Dockerfile, in the order of its lines. */
export function findAll(
	source: string,
	contexts: readonly Context[],
	checked: readonly Checked[],
): Finding[] {
	const rows = source.split('\n');
	const facts = contexts[0]?.facts.facts ?? {};
	const hits = findHits(watches, contexts).map(({ fact, why, isSaid, ...hit }) => {
		const known = why ?? facts[fact];
		return toFinding(fact.replace(/^.*\//, ''), hit, isSaid ? { ...known, text: '' } : known);
	});
	const checks = checked.map((one) => {
		const { rule, line, text } = one;
		const instruction = contexts.find((one) => one.instruction.line === line)?.instruction;
		const instead = instruction && toFix(one, instruction, rows);
		const sentence = toSentence(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
		const hit = { line, text: sentence, instead, kind: 'check' } as const;
		return toFinding(rule, hit, facts[rule]);
	});
	return withoutTwins([...checks, ...hits].sort((a, b) => a.line - b.line));
}

/** Something that was found, with what the facts say of it. */
export function toFinding(
	rule: string,
	hit: { line: number; text: Sentence; instead?: string | undefined; kind?: Finding['kind'] },
	{ text = '', href = '', links = [] }: Partial<Fact> = {},
): Finding {
	const page = href === '' ? [] : [{ text: 'More', href }];
	return { rule, kind: 'watch out', ...hit, why: toSentence(text), links: [...page, ...links] };
}

/** The same corrected lines are shown once. */
function withoutTwins(findings: readonly Finding[]): Finding[] {
	const seen = new Set<string>();
	return findings.map(({ instead, ...finding }) => {
		const key = `${finding.line} ${instead ?? ''}`;
		if (instead === undefined || seen.has(key)) return finding;
		seen.add(key);
		return { ...finding, instead };
	});
}
