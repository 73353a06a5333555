import type { DataFile, Reference } from '../reference/reference.ts';
import type { Notice } from './notice.ts';
import { toAgedProblems } from '../reference/ages.ts';

/** Images without support in the examples of the facts, as warnings. */
export function toAgedNotices(
	files: readonly DataFile[],
	{ lifecycles }: Pick<Reference, 'lifecycles'>,
	today: string,
): Notice[] {
	return files
		.filter(({ path }) => /\/(?:instructions|commands|checks)\//.test(path))
		.flatMap(({ path, text }) =>
			toAgedProblems(text, lifecycles, today).map(({ rule: _, ...problem }) => ({
				...{ file: path, ...problem },
			})),
		);
}
