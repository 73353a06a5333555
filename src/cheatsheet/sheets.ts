import type { Topic } from '../notes/notes.ts';
import type { DataProblem } from '../reference/parse.ts';
import type { DataFile, Reference } from '../reference/reference.ts';
import type { TopicCorrection } from '../reference/topics.ts';
import type { Sheet } from './model.ts';
import { homeId } from '../notes/notes.ts';
import { toPlainSheet } from './plain.ts';
import { planFile, toRemarks, toSheet } from './sheet.ts';

/** What all sheets are made from. */
export interface SheetsSource {
	topics: readonly Topic[];
	reference: Reference;
	placed: readonly TopicCorrection[];
	/** All data files. */
	files: readonly DataFile[];
	/** A short name for the state of some files. */
	toVersion: (files: readonly DataFile[]) => string;
}

/** A sheet for each topic, with warnings, or everything that is wrong with the choices for one. */
export type MadeSheets =
	{ ok: true; sheets: Sheet[]; warnings: DataProblem[] } | { ok: false; problems: DataProblem[] };

/**
 * Makes the sheet of each topic: of the one at the root as `sheet.yaml` says, where there is one, and
 * of the others from their notes alone. Never throws.
 */
export function toSheets(source: SheetsSource): MadeSheets {
	const { topics, reference, placed, files, toVersion } = source;
	const file = files.find(({ path }) => path === planFile);
	const sheets: Sheet[] = [];
	const warnings: DataProblem[] = [];
	for (const topic of topics) {
		const remarks = placed.filter((one) => one.file === topic.file);
		if (file === undefined || topic.plan.prefix !== homeId) {
			const version = toVersion([{ path: topic.file, text: topic.plan.outline.source }]);
			sheets.push(toPlainSheet({ topic, remarks: toRemarks(remarks), version }));
			continue;
		}
		const made = toSheet({ file, reference, topic, remarks, version: toVersion(files) });
		if (!made.ok) return made;
		sheets.push(made.sheet);
		warnings.push(...made.warnings);
	}
	return { ok: true, sheets, warnings };
}
