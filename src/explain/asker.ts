import type { ExplainFacts, Explanation } from './explanation.ts';
import type { Answer, Question } from './background.ts';
import { toUrl } from '../links.ts';

/** How long a text may take, in milliseconds, before it is given up. */
const limit = 8000;

/** Explains texts beside the page, so that no text makes it stand still; the last one asked counts. */
export class Asker {
	#worker: Promise<Worker> | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#id = 0;
	#source = '';
	readonly #show: (explanation: Explanation) => void;
	readonly #fail: (words: string) => void;

	constructor(show: (explanation: Explanation) => void, fail: (words: string) => void) {
		this.#show = show;
		this.#fail = fail;
	}

	/** Asks for an explanation; what was asked before is not answered any more. */
	async ask(source: string, facts: 'explain' | 'explain-others' = 'explain'): Promise<void> {
		this.#id += 1;
		const id = this.#id;
		this.#source = source;
		clearTimeout(this.#timer);
		try {
			const worker = await (this.#worker ??= this.#start());
			if (facts !== 'explain') worker.postMessage({ facts: await load(facts) } satisfies Question);
			if (id !== this.#id) return;
			worker.postMessage({ id, source } satisfies Question);
			this.#timer = setTimeout(() => this.#stop(), limit);
		} catch {
			this.#worker = undefined;
			this.#fail('The facts could not be loaded. Try again when you are online.');
		}
	}

	async #start(): Promise<Worker> {
		const facts = await load('explain');
		const worker = new Worker(new URL('./background.ts', import.meta.url), { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
			if (data.id !== this.#id) return;
			clearTimeout(this.#timer);
			if (data.explanation) this.#show(data.explanation);
			else void this.ask(this.#source, 'explain-others');
		});
		worker.addEventListener('error', () => this.#stop());
		worker.postMessage({ facts } satisfies Question);
		return worker;
	}

	/** A text that takes too long ends the worker; the next one gets another. */
	#stop(): void {
		clearTimeout(this.#timer);
		void this.#worker?.then((worker) => worker.terminate());
		this.#worker = undefined;
		this.#fail('This text takes too long to explain. Try a part of it.');
	}
}

/** Gets facts. Throws where they are out of reach. */
async function load(name: string): Promise<Partial<ExplainFacts>> {
	const answer = await fetch(toUrl(`/${name}.json`));
	if (!answer.ok) throw new Error(answer.statusText);
	return (await answer.json()) as Partial<ExplainFacts>;
}
