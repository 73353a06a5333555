import type { Finding as Checked } from '../checks/checks.ts';
import type { Fact, Finding, Sentence } from './explanation.ts';
import type { FileContext } from './context.ts';
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
export const watchNames: readonly string[] = [...new Set(watches.map(({ label }) => label))];

/** The facts that findings rest on, by their names. */
export const usedFacts: readonly string[] = watches.flatMap(({ fact }) => fact ?? []);

/** Everything that is found in a Dockerfile, in the order of its lines. */
export function findAll(
	source: string,
	context: FileContext,
	checked: readonly Checked[],
): Finding[] {
	const rows = source.split('\n');
	const hits = findHits(watches, context).flatMap(({ watch, ...hit }): Finding[] => {
		const fact = watch.fact === undefined ? hit.why : context.facts.facts[watch.fact];
		if (fact === undefined) return [];
		const { why, links } = toWhy(fact);
		const { line, text, instead, isSaid } = hit;
		const own = { rule: watch.rule, kind: 'watch out', line, text } as const;
		return [{ ...own, why: isSaid ? [] : why, links, ...(instead !== undefined && { instead }) }];
	});
	const found = [...checked.map((one) => toChecked(one, context, rows)), ...hits];
	return withoutTwins(found.sort((a, b) => a.line - b.line));
}

function toChecked(checked: Checked, context: FileContext, rows: readonly string[]): Finding {
	const { rule, line, text } = checked;
	const instruction = context.file.instructions.find((one) => one.line === line);
	const instead = instruction && toFix(checked, instruction, rows);
	const known = context.facts.facts[rule];
	const words = toSentence(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`);
	const why = known === undefined ? { why: [], links: [] } : toWhy(known);
	return {
		rule,
		kind: 'check',
		line,
		text: words,
		...why,
		...(instead !== undefined && { instead }),
	};
}

function toWhy({ text, href, links }: Fact): { why: Sentence; links: Finding['links'] } {
	const page = href === '' ? [] : [{ text: 'More', href }];
	return { why: toSentence(text), links: [...page, ...links] };
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
