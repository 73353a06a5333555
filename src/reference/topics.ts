import type { Message } from '../input/message.ts';
import type { Topic } from '../notes/notes.ts';
import type { Reference } from './reference.ts';
import { flatten } from '../notes/notes.ts';
import { placeCorrections, type PlacedCorrection } from './corrections.ts';

/** A correction at its place, with the path of the file of notes that it is about. */
export type TopicCorrection = PlacedCorrection & { file: string };

/** What corrections no longer fit, by the path of the file that they are about. */
export type TopicMessages = ReadonlyMap<string, Message[]>;

/**
 * Finds the places of all corrections in all files of notes: a heading is looked for in one after the
 * other. One that is in none of them is a problem of the first.
 */
export function placeInTopics(
	topics: readonly Topic[],
	reference: Pick<Reference, 'corrections' | 'tables'>,
): { placed: TopicCorrection[]; messages: TopicMessages } {
	const headings = topics.map(
		({ plan }) => new Set(flatten([plan.root]).map(({ title }) => title)),
	);
	const ownerOf = (heading: string) =>
		Math.max(
			0,
			headings.findIndex((own) => own.has(heading)),
		);
	const placed: TopicCorrection[] = [];
	const messages = new Map<string, Message[]>();
	for (const [index, { file, plan }] of topics.entries()) {
		const corrections = reference.corrections.map((correction) => ({
			...correction,
			at: correction.at.filter(({ heading }) => ownerOf(heading) === index),
		}));
		const found = placeCorrections(file, plan.outline, { ...reference, corrections });
		messages.set(file, found.messages);
		for (const one of found.placed) {
			const whole = reference.corrections.find(({ id }) => id === one.correction.id);
			placed.push({ ...one, file, correction: whole ?? one.correction });
		}
	}
	return { placed, messages };
}
