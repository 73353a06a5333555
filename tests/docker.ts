import type { Topic } from '../src/notes/topic.ts';
import assert from 'node:assert/strict';
import { readNotesFiles, startExists } from '../src/input/files.ts';
import { cutTopic, readTopics } from '../src/notes/topics.ts';

const root = new URL('../', import.meta.url);

/** The project's own notes with their hints, as tests read them. */
export function readDocker(): Topic {
	const { topics = [] } = readTopics(readNotesFiles(root), {
		exists: startExists(root),
		taken: [],
	});
	const topic = topics.find(({ name }) => name === 'docker');
	assert.ok(topic);
	return cutTopic(topic, []).topic;
}
