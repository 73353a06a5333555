import type { Topic } from '../notes/notes.ts';
import type { Message } from '../input/message.ts';
import type { TextFile } from '../input/files.ts';
import type { Reference } from '../reference/facts.ts';
import type { PlacedCorrection } from '../reference/corrections.ts';
import type { Sheet } from './model.ts';
import { homeId } from '../notes/notes.ts';
import { toPlainSheet } from './plain.ts';
import { planFile, toRemarks, toSheet } from './sheet.ts';

/** What all sheets are made from. */
export interface SheetsSource {
	topics: readonly Topic[];
	reference: Reference;
	placed: readonly PlacedCorrection[];
	/** All data files. */
	files: readonly TextFile[];
	/** A short name for the state of some files. */
	toVersion: (files: readonly TextFile[]) => string;
}

/** A sheet for each topic, with warnings, or everything that is wrong with the choices for one. */
export type MadeSheets =
	{ ok: true; sheets: Sheet[]; warnings: Message[] } | { ok: false; messages: Message[] };

/**
 * Makes the sheet of each topic: of the one at the root as `sheet.yaml` says, where there is one, and
 * of the others from their notes alone. Never throws.
 */
export function toSheets(source: SheetsSource): MadeSheets {
	const { topics, reference, placed, files, toVersion } = source;
	const file = files.find(({ path }) => path === planFile);
	const sheets: Sheet[] = [];
	const warnings: Message[] = [];
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
