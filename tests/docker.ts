import type { Topic } from '../src/notes/notes.ts';
import assert from 'node:assert/strict';
import { readNotesFiles, startExists } from '../src/input/files.ts';
import { cutTopic, readNotes } from '../src/notes/notes.ts';

const root = new URL('../', import.meta.url);

/** The project's own notes with their hints, as tests read them. */
export function readDocker(): Topic {
	const { topics = [] } = readNotes(readNotesFiles(root), {
		exists: startExists(root),
		taken: [],
	});
	const topic = topics.find(({ name }) => name === 'docker');
	assert.ok(topic);
	return cutTopic(topic, []).topic;
}
