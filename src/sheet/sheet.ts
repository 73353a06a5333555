/*
 * The cheatsheet: what stands on paper, on its page and in a terminal. Of the file of notes at the
 * root it is made as `sheet.yaml` says (choices → cards, from factCards and noteCards), of the others
 * from their notes alone (plain → sides). Both give a `Sheet` (sheetModel). fit chooses type and lines for
 * each paper (papers, columns); press makes its files; set has Typst set it (typst, paper/), and proves
 * that nothing is cut off.
 * own.ts and ownPages.ts run in the browser: the cards that a reader ticks, on pages of their own.
 */
import type { Topic } from '../notes/notes.ts';
import type { TextFile } from '../input/files.ts';
import type { Reference } from '../reference/facts.ts';
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
import { namers, planSchema, type Plan, type PlannedCard } from './choices.ts';

/** What all sheets are made from. */
export interface SheetsSource {
	topics: readonly Pick<Topic, 'name' | 'file' | 'title' | 'plan'>[];
	reference: Reference;
	/** What is said beside a block of the notes that ends at an offset. */
	placed: readonly {
		file: string;
		at: number;
		correction: Pick<Correction, 'verdict' | 'text' | 'brief'>;
	}[];
	/** All data files. */
	files: readonly TextFile[];
	/** A short name for the state of some files. */
	toVersion: (files: readonly TextFile[]) => string;
}

/**
 * Makes the sheet of each topic: of the one at the root as `sheet.yaml` says, where there is one, and
 * of the others from their notes alone. Never throws: what is wrong with the choices is told.
 */
export function toSheets(source: SheetsSource): { sheets: Sheet[]; messages: Message[] } {
	const { topics, placed, files, toVersion } = source;
	const file = files.find(({ path }) => path === planFile);
	const plan = file && parseYaml({ ...file, note: '' }, planSchema);
	if (plan?.ok === false) return { sheets: [], messages: plan.messages };
	const messages: Message[] = [];
	const sheets = topics.map((topic): Sheet => {
		const remarks = toRemarks(placed.filter((one) => one.file === topic.file));
		if (file === undefined || plan === undefined || topic.plan.prefix !== homeId) {
			const version = toVersion([{ path: topic.file, text: topic.plan.outline.source }]);
			return toPlainSheet({ topic, remarks, version });
		}
		const { outline, places } = topic.plan;
		const material = { reference: source.reference, outline, addresses: places, remarks };
		const make = (planned: PlannedCard): Card | undefined => {
			const place = { file: file.path, line: findLine(file.text, planned) };
			return toCard(planned, material, place, (reason, isWarning = false): undefined => {
				messages.push(toMessage({ ...place, isWarning }, reason, ''));
			});
		};
		return toSheet(plan.value, topic, material, toVersion(files), make);
	});
	return { sheets, messages };
}

/** The file with the choices for the sheet. */
export const planFile = 'src/content/sheet.yaml';

function toSheet(
	plan: Plan,
	topic: Pick<Topic, 'name' | 'title'>,
	material: Material,
	version: string,
	make: (planned: PlannedCard) => Card | undefined,
): Sheet {
	const sides = plan.sides.map(({ title, groups }): Side => {
		const made = groups
			.map(({ cards, ...group }) => ({
				...{ id: toSlug(group.title), ...group },
				cards: cards.flatMap((planned) => make(planned) ?? []),
			}))
			.filter(({ cards }) => cards.length > 0);
		const hasMarks = toCards([{ title, groups: made }]).some(({ marks }) => marks.length > 0);
		return { title, groups: made, ...(hasMarks && { legend }) };
	});
	const { versions } = material.reference;
	return {
		title: toTitle(topic.title),
		name: topic.name,
		page: 'cheatsheet',
		...{ sides, more: toMore(plan, toCards(sides), material), isPlain: false },
		...{ holds: versions ? renderVersions(versions) : '', version },
	};
}

/** What is said beside blocks, by the offset where each ends. */
function toRemarks(remarks: SheetsSource['placed']): Remarks {
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
		(choice) => toCard(choice, material, { file: '', line: 1 }, () => undefined) ?? [],
	);
	const others = cards.filter(({ id }) => !known.has(id));
	return { id: toSlug(title), title, kind: 'command', cards: others };
}

function findLine(text: string, planned: PlannedCard): number {
	const wanted = namers.map((name) => `${name}: ${planned[name]}`);
	const lines = text.split('\n').map((line) => line.replace(/^\s*-\s*/, '').replace(/['"]/g, ''));
	return lines.findIndex((line) => wanted.includes(line.trim())) + 1;
}
