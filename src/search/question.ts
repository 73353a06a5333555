import { kinds, type Kind } from './entry.ts';

/** What the form of a search box asks for. */
export interface Question {
	query: string;
	/** Nothing: all kinds. */
	kind: Kind | undefined;
	/** The name of a file of notes. Nothing: all of them. */
	topic: string | undefined;
}

/** Reads the form. */
export function toQuestion(form: HTMLFormElement): Question {
	const data = new FormData(form);
	const kind = data.get('kind');
	const topic = String(data.get('topic') ?? '') || undefined;
	return { query: String(data.get('q') ?? ''), kind: kinds.find((known) => known === kind), topic };
}

/** Whether two questions are the same. */
export function isSame(a: Question, b: Question): boolean {
	return a.query === b.query && a.kind === b.kind && a.topic === b.topic;
}
