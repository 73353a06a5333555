import { toExplanation } from './explain.ts';
import type { DockerfileFacts, Explanation, OtherFacts } from './explain.ts';
import { toUrl } from '../links.ts';

/** What the page sends: a text, and the facts to explain a Dockerfile with. */
export interface Question {
	source: string;
	facts: DockerfileFacts;
}

/** What it gets back; no explanation where the facts that the text takes are out of reach. */
export interface Answer {
	source: string;
	explanation: Explanation | undefined;
}

let others: Promise<OtherFacts> | undefined;

async function load(): Promise<OtherFacts> {
	return (await fetch(toUrl('/explain-others.json'))).json();
}

addEventListener('message', ({ data: { source, facts } }: MessageEvent<Question>) => {
	const answer = (explanation?: Explanation) =>
		postMessage({ source, explanation } satisfies Answer);
	toExplanation(source, facts, () => (others ??= load())).then(answer, () => {
		others = undefined;
		answer();
	});
});
