/*
 * The cheatsheet: what stands on paper, on its page and in a terminal. Of the file of notes at the
 * root it is made as `sheet.yaml` says (choices → cards, from factCards and noteCards), of the others
 * from their notes alone (plain → sides). Both give a `Sheet` (sheetModel). fit chooses type and lines for
 * each paper (papers); press sets it with Typst (typst, paper/) and proves that nothing is cut off (proof).
 * own.ts and ownPages.ts run in the browser: the cards that a reader ticks, on pages of their own.
 */
import type { Topic } from '../notes/notes.ts';
import type { TextFile } from '../input/files.ts';
import type { Reference } from '../reference/facts.ts';
import type { PlacedCorrection } from '../reference/corrections.ts';
import type { Correction } from '../reference/schema/lists.ts';
import type { Card, Group, Sheet, Side } from './sheetModel.ts';
import type { Remarks } from './noteCards.ts';
import { toMessage, type Message } from '../input/message.ts';
import { correctionLabels, homeId, toSlug } from '../notes/notes.ts';
import { toCorrectionName } from '../reference/corrections.ts';
import { renderVersions } from '../reference/versions.ts';
import { parseYaml } from '../input/yaml.ts';
import { toCard } from './cards.ts';
import { legend, type Material } from './factCards.ts';
import { toCards, toTitle } from './sheetModel.ts';
import { toPlainSheet } from './plain.ts';
import { planSchema, type Plan, type PlannedCard } from './choices.ts';

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

/** The file with the choices for the sheet. */
export const planFile = 'src/content/sheet.yaml';

/** What a sheet is made from. */
interface SheetSource {
	/** The text of `planFile`. */
	file: TextFile;
	reference: Reference;
	/** The file of notes that the sheet is of. */
	topic: Pick<Topic, 'name' | 'title' | 'plan'>;
	/** What is said beside a block of the notes that ends at an offset. */
	remarks: readonly {
		at: number;
		correction: Pick<Correction, 'verdict' | 'text' | 'brief'>;
	}[];
	/** Names the state of all facts. */
	version: string;
}

/** The sheet with warnings, or everything that is wrong with the choices for it. */
export type MadeSheet =
	{ ok: true; sheet: Sheet; warnings: Message[] } | { ok: false; messages: Message[] };

/** Makes the sheet as `sheet.yaml` says, from facts and notes. Never throws. */
export function toSheet({ file, reference, topic, remarks, version }: SheetSource): MadeSheet {
	const plan = parseYaml({ ...file, note: '' }, planSchema);
	if (!plan.ok) return plan;
	const { outline, places } = topic.plan;
	const material = { reference, outline, addresses: places, remarks: toRemarks(remarks) };
	const messages: Message[] = [];
	const warnings: Message[] = [];
	const make = (planned: PlannedCard): Card[] => {
		const place = { file: file.path, line: findLine(file.text, planned) };
		const made = toCard(planned, material, place);
		const isWarning = made.card === undefined && made.isWarning === true;
		const list = isWarning ? warnings : messages;
		list.push(...made.problems.map((text) => toMessage({ ...place, isWarning }, text, '')));
		return made.card ? [made.card] : [];
	};
	const sides = plan.value.sides.map(({ title, groups }): Side => {
		const made = groups.map(({ cards, ...group }): Group => ({
			...group,
			id: toSlug(group.title),
			cards: cards.flatMap(make),
		}));
		const hasMarks = made.some(({ cards }) => cards.some(({ marks }) => marks.length > 0));
		const shown = made.filter(({ cards }) => cards.length > 0);
		return { title, groups: shown, ...(hasMarks && { legend }) };
	});
	if (messages.length > 0) return { ok: false, messages };
	const more = toMore(plan.value, toCards(sides), material);
	const holds = reference.versions ? renderVersions(reference.versions) : '';
	const sheet: Sheet = {
		title: toTitle(topic.title),
		name: topic.name,
		page: 'cheatsheet',
		...{ sides, more, isPlain: false, holds, version },
	};
	return { ok: true, sheet, warnings };
}

/** What is said beside blocks, by the offset where each ends. */
function toRemarks(remarks: SheetSource['remarks']): Remarks {
	const beside = new Map<number, { label: string; text: string }[]>();
	for (const { at, correction } of remarks) {
		const label = correctionLabels[toCorrectionName(correction.verdict)];
		const text = correction.brief ?? correction.text;
		beside.set(at, [...(beside.get(at) ?? []), { label, text }]);
	}
	return beside;
}

/** What readers can put on their own sheets though neither side has it. */
function toMore({ more: title }: Plan, shown: readonly Card[], material: Material): Group {
	const { instructions, commands } = material.reference;
	const empty = { shows: [], sheet: [], may: [], reach: 'page' as const };
	const planned = [
		...instructions.map(({ name }) => ({ ...empty, instruction: name })),
		...commands.map(({ id, flags }) => {
			const common = flags.filter(({ group = 'common' }) => group === 'common');
			return { ...empty, command: id, shows: common.map(({ name }) => `flag ${name}`) };
		}),
	];
	const known = new Set(shown.map(({ id }) => id));
	const cards = planned.flatMap(
		(choice) => toCard(choice, material, { file: '', line: 1 }).card ?? [],
	);
	const others = cards.filter(({ id }) => !known.has(id));
	return { id: toSlug(title), title, kind: 'command', cards: others };
}

function findLine(text: string, planned: PlannedCard): number {
	const names = ['instruction', 'command', 'table', 'notes', 'topic'] as const;
	const wanted = names.map((name) => `${name}: ${planned[name]}`);
	const lines = text.split('\n').map((line) => line.replace(/^\s*-\s*/, '').replace(/['"]/g, ''));
	return lines.findIndex((line) => wanted.includes(line.trim())) + 1;
}
