import type { Topic } from '../notes/notes.ts';
import type { Message } from '../input/message.ts';
import type { TextFile } from '../input/files.ts';
import type { Reference } from '../reference/facts.ts';
import type { Card, Group, Sheet } from './model.ts';
import type { Plan, PlannedCard } from './schema.ts';
import { toMessage } from '../input/message.ts';
import { toSlug } from '../notes/notes.ts';
import { parseYaml } from '../input/yaml.ts';
import { toCard, type Material } from './cards.ts';
import { toCards } from './model.ts';
import { planSchema } from './schema.ts';
import { toTitle } from './title.ts';

/** The file with the choices for the sheet. */
export const planFile = 'src/content/sheet.yaml';

/** What a sheet is made from. */
export interface SheetSource {
	/** The text of `planFile`. */
	file: TextFile;
	reference: Reference;
	/** The file of notes that the sheet is of. */
	topic: Pick<Topic, 'name' | 'title' | 'plan'>;
	/** What is said beside a block of the notes that ends at an offset. */
	remarks: readonly { at: number; correction: { text: string; brief?: string | undefined } }[];
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
	const material = toMaterial(reference, topic.plan, remarks);
	const messages: Message[] = [];
	const warnings: Message[] = [];
	const make = (planned: PlannedCard): Card[] => {
		const line = findLine(file.text, planned);
		const made = toCard(planned, material, `${file.path}:${line}`);
		const isWarning = made.card === undefined && made.isWarning === true;
		const list = isWarning ? warnings : messages;
		list.push(
			...made.problems.map((text) => toMessage({ file: file.path, line, isWarning }, text, '')),
		);
		return made.card ? [made.card] : [];
	};
	const sides = plan.value.sides.map(({ title, groups }) => ({
		title,
		groups: groups
			.map((group): Group => ({
				id: toSlug(group.title),
				title: group.title,
				kind: group.kind,
				cards: group.cards.flatMap(make),
			}))
			.filter(({ cards }) => cards.length > 0),
	}));
	if (messages.length > 0) return { ok: false, messages };
	const more = toMore(plan.value, toCards(sides), material);
	const sheet: Sheet = {
		title: toTitle(topic.title),
		name: topic.name,
		page: 'cheatsheet',
		...{ sides, more, isPlain: false, date: toNewest(reference), version },
	};
	return { ok: true, sheet, warnings };
}

function toMaterial(
	reference: Reference,
	{ outline, places }: Topic['plan'],
	remarks: SheetSource['remarks'],
): Material {
	return { reference, outline, addresses: places, remarks: toRemarks(remarks) };
}

/** What is said beside blocks, by the offset where each ends. */
export function toRemarks(remarks: SheetSource['remarks']): Map<number, string[]> {
	const beside = new Map<number, string[]>();
	for (const { at, correction } of remarks) {
		beside.set(at, [...(beside.get(at) ?? []), correction.brief ?? correction.text]);
	}
	return beside;
}

/** What readers can put on their own sheets though neither side has it. */
function toMore({ more: title }: Plan, shown: readonly Card[], material: Material): Group {
	const { instructions, commands } = material.reference;
	const empty = { shows: [], may: [], details: {}, compact: false };
	const planned = [
		...instructions.map(({ name }) => ({ ...empty, instruction: name })),
		...commands.map(({ id, flags }) => ({
			...empty,
			command: id,
			shows: flags.map(({ name }) => `flag ${name}`),
		})),
	];
	const known = new Set(shown.map(({ id }) => id));
	const cards = planned.flatMap((choice) => toCard(choice, material, '').card ?? []);
	const others = cards.filter(({ id }) => !known.has(id));
	return { id: toSlug(title), title, kind: 'command', cards: others };
}

/** The line of the choice for a card. */
function findLine(text: string, planned: PlannedCard): number {
	const names = ['instruction', 'command', 'table', 'notes', 'points', 'topic'] as const;
	const wanted = names.map((name) => `${name}: ${planned[name]}`);
	const lines = text.split('\n').map((line) => line.replace(/^\s*-\s*/, '').replace(/['"]/g, ''));
	return lines.findIndex((line) => wanted.includes(line.trim())) + 1;
}

/** The newest day below a key `checked`, however deep. */
function toNewest(value: unknown): string {
	if (typeof value !== 'object' || value === null) return '';
	const days = Object.entries(value).map(([key, inner]) =>
		key === 'checked' && typeof inner === 'string' ? inner : toNewest(inner),
	);
	return days.reduce((newest, day) => (day > newest ? day : newest), '');
}
