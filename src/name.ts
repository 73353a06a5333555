import { pathToFileURL } from 'node:url';
import { readNotesFiles, startExists, toState } from './files.ts';
import { readHandover } from './handover.ts';
import { toSiteName } from './notes/name.ts';
import { readTopics } from './notes/topics.ts';

/** The name of the site for the configuration, which is made before any page. */
export function readSiteName(): string {
	const root = pathToFileURL(`${process.cwd()}/`);
	const handed = readHandover(toState(root), 'topics')?.[0]?.data['site'];
	if (typeof handed === 'string') return handed;
	const { topics = [] } = readTopics(readNotesFiles(root), {
		exists: startExists(root),
		taken: [],
	});
	return toSiteName(topics);
}
