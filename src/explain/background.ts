import { isOther, toExplanation } from './explain.ts';
import type { ExplainFacts, Explanation } from './explain.ts';

/** What the page sends: facts, those of Dockerfiles first, then a text each time. */
export type Question = { facts: Partial<ExplainFacts> } | { id: number; source: string };

/** What it gets back: an explanation, or that the other facts are wanted before. */
export interface Answer {
	id: number;
	explanation: Explanation | undefined;
}

const none = { url: '', keys: {} };
let facts: ExplainFacts = {
	...{ instructions: {}, facts: {}, directives: {}, lifecycles: [], agreement: '', decider: '' },
	...{ commands: [], compose: { file: none, service: none, build: none } },
};

addEventListener('message', ({ data }: MessageEvent<Question>) => {
	if ('facts' in data) {
		facts = { ...facts, ...data.facts };
		return;
	}
	const { id, source } = data;
	const isReady = facts.commands.length > 0 || !isOther(source);
	const explanation = isReady ? toExplanation(source, facts) : undefined;
	postMessage({ id, explanation } satisfies Answer);
});
