import type { Finding as Checked } from '../checks/checks.ts';
import type { Fact, Finding, Sentence } from './model.ts';
import type { WatchContext } from './watch.ts';
import { imageWatches } from './imageWatches.ts';
import { fileWatches } from './fileWatches.ts';
import { runWatches } from './runWatches.ts';
import { startWatches } from './startWatches.ts';
import { toFix } from './fixes.ts';
import { toSentence } from './words.ts';

const watches = [...imageWatches, ...fileWatches, ...runWatches, ...startWatches];

/** What is looked for beside the build checks, in words. */
export const watchNames: readonly string[] = [...new Set(watches.map(({ label }) => label))];

/** The facts that findings rest on, by their names. */
export const usedFacts: readonly string[] = watches.flatMap(({ fact }) => fact ?? []);

/** Everything that is found in a Dockerfile, in the order of its lines. */
export function findAll(
	source: string,
	context: WatchContext,
	checked: readonly Checked[],
): Finding[] {
	const rows = source.split('\n');
	const found = [
		...checked.map((one) => toChecked(one, context, rows)),
		...watches.flatMap(({ rule, fact, find }) =>
			find(context).flatMap(({ line, text, instead, why }): Finding[] => {
				const known = fact === undefined ? why : context.facts.facts[fact];
				if (known === undefined) return [];
				const own = instead === undefined ? {} : { instead };
				return [{ rule, kind: 'watch out', line, text, ...toWhy(known), ...own }];
			}),
		),
	];
	return withoutTwins(found.sort((a, b) => a.line - b.line));
}

function toChecked(checked: Checked, context: WatchContext, rows: readonly string[]): Finding {
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
		if (instead === undefined) return finding;
		const key = `${finding.line} ${instead}`;
		if (seen.has(key)) return finding;
		seen.add(key);
		return { ...finding, instead };
	});
}
