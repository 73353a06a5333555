import type { DockerfileFacts, Explanation } from './explanation.ts';
import type { Answer, Question } from './background.ts';
import { toUrl } from '../links.ts';

/** How long a text may take, in milliseconds, before it is given up. */
const limit = 8000;

/**
 * Gives what explains texts beside the page, so that no text makes it stand still: the last one asked
 * is shown, or it fails with words for the reader.
 */
export function startAsking(
	show: (explanation: Explanation) => void,
	fail: (words: string) => void,
): (source: string) => Promise<void> {
	let facts: Promise<DockerfileFacts> | undefined;
	let worker: Worker | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let asked = '';
	// A text that takes too long ends the worker; the next one gets another.
	const stop = () => {
		clearTimeout(timer);
		worker?.terminate();
		worker = undefined;
		fail('This text takes too long to explain. Try a part of it.');
	};
	const start = () => {
		const started = new Worker(new URL('./background.ts', import.meta.url), { type: 'module' });
		started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
			if (data.source !== asked) return;
			clearTimeout(timer);
			if (data.explanation) show(data.explanation);
			else fail(unreachable);
		});
		started.addEventListener('error', stop);
		return started;
	};
	return async (source) => {
		asked = source;
		clearTimeout(timer);
		try {
			const question: Question = { source, facts: await (facts ??= load()) };
			if (asked !== source) return;
			worker ??= start();
			worker.postMessage(question);
			timer = setTimeout(stop, limit);
		} catch {
			facts = undefined;
			fail(unreachable);
		}
	};
}

const unreachable = 'The facts could not be loaded. Try again when you are online.';

/** Throws where the facts are out of reach. */
async function load(): Promise<DockerfileFacts> {
	return (await fetch(toUrl('/explain.json'))).json();
}
