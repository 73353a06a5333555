import type { Message } from '../../src/input/message.ts';
import type { Hints, Page, Plan } from '../../src/notes/notes.ts';
import { isError } from '../../src/input/message.ts';
import {
	cutTopic,
	readNotes,
	settle,
	toPages,
	toPlan,
	parseOutline,
} from '../../src/notes/notes.ts';

/** One file of notes as tests read it: its plan and pages when nothing is wrong, and what is said. */
export interface ReadOne {
	plan?: Plan;
	pages: readonly Page[];
	/** In their order, without those that comments silence. */
	messages: Message[];
}

/** Reads a single file called `notes.md`, beside which only the named files exist. */
export function readOne(
	text: string | Uint8Array | undefined,
	{ files = [], hints = {} }: { files?: readonly string[]; hints?: Hints } = {},
): ReadOne {
	const bytes = typeof text === 'string' ? Buffer.from(text) : text;
	const beside = { path: 'notes.yaml', text: JSON.stringify(hints) };
	const exists = (path: string) => files.includes(path) || files.includes('*');
	const notes = readNotes([{ path: 'notes.md', bytes, beside }], { exists, taken: [] });
	const [topic] = notes.topics ?? [];
	const [file] = notes.files;
	const cut = topic && cutTopic(topic, []);
	const found = [...(file?.messages ?? []), ...(cut?.messages ?? [])];
	const messages = file?.outline === undefined ? found : settle(file.outline, found);
	return { ...(topic && { plan: topic.plan }), pages: cut?.topic.pages ?? [], messages };
}

/** Messages as `line reason`, or for errors `line! reason`. */
export function toLines(messages: readonly Message[]): string[] {
	return messages.map((one) => `${one.line}${isError(one) ? '!' : ''} ${one.reason}`);
}

/** The Markdown of the pages that a text gives, by their addresses. */
export function toBodies(markdown: string, hints: Hints = {}): Record<string, string> {
	const pages = toPages(toPlan(parseOutline(markdown), { hints }));
	return Object.fromEntries(pages.map(({ id, body }) => [id, body]));
}
