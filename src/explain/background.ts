import type { ExplainFacts, Explanation } from './explanation.ts';
import { toExplanation } from './explain.ts';

/** What the page sends: the facts once, then a text each time. */
export type Question = { facts: ExplainFacts } | { id: number; source: string };

/** What it gets back. */
export interface Answer {
	id: number;
	explanation: Explanation;
}

let facts: ExplainFacts | undefined;

addEventListener('message', ({ data }: MessageEvent<Question>) => {
	if ('facts' in data) facts = data.facts;
	if ('facts' in data || facts === undefined) return;
	const explanation = toExplanation(data.source, facts);
	postMessage({ id: data.id, explanation } satisfies Answer);
});
