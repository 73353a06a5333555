import type { ExplainFacts, Explanation } from './model.ts';
import { mayBeCompose, toExplanation } from './explain.ts';

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
	else void answer(data.id, data.source);
});

async function answer(id: number, source: string): Promise<void> {
	if (facts === undefined) return;
	// Only Compose files are worth the weight of a parser of YAML.
	const compose = mayBeCompose(source) ? await import('./composeText.ts') : undefined;
	const explanation = toExplanation(source, facts, compose?.explainCompose);
	postMessage({ id, explanation } satisfies Answer);
}
