import type { Card, Content, Line } from './sheetModel.ts';
import type { PlannedCard } from './choices.ts';
import { toHref } from '../notes/notes.ts';
import { folders } from '../reference/addresses.ts';
import { toStatement } from '../reference/pages.ts';
import {
	findRef,
	findSubject,
	toMarks,
	type Material,
	type Subject,
	type Tell,
} from './factCards.ts';
import { toPlainText } from './sheetModel.ts';
import { parseRuns, toNotes, toTopic, type Start as PlainStart } from './noteCards.ts';
import { toTerms } from './shorten.ts';

/** How a card begins, before what was chosen for it; `refs` are facts that it always has. */
type Start = PlainStart & { subject?: Subject; refs?: readonly string[] };

/** Makes a card as it was planned, and tells what is wrong with the choices for it. */
export function toCard(
	planned: PlannedCard,
	material: Material,
	place: Card['place'],
	tell: Tell,
): Card | undefined {
	const start = toStart(planned, material, tell);
	if (start === undefined) return undefined;
	const { contents, subject, refs = [], ...head } = start;
	const pick = (content: Content) => toTerms(pickRows(content, planned.rows, tell));
	const find = (ref: string) =>
		[findRef(ref, subject, material.reference, tell) ?? []].flat().flatMap(pick);
	const lines = [
		...[...refs, ...planned.shows].flatMap(find).map(toLine(0)),
		...contents.flatMap(pick).map(toLine(0)),
		...planned.sheet.flatMap(find).map((one): Line => ({ ...one, priority: 0, isForSides: true })),
		...planned.may.flatMap((ref, at) => find(ref).map(toLine(at + 1))),
	];
	lines.sort((a, b) => rank(a) - rank(b));
	return { ...head, lines, reach: planned.reach, place };
}

function toStart(planned: PlannedCard, material: Material, tell: Tell): Start | undefined {
	const { instruction, command, table, topic, notes = '' } = planned;
	const { reference, outline, addresses, remarks } = material;
	const name = instruction ?? command;
	if (name !== undefined) return toNamed(planned, name, reference, tell);
	if (table !== undefined) return toTable(table, material, tell);
	if (topic !== undefined) return toTopic(topic, findPage(planned, material));
	const start = toNotes(notes, outline, addresses, remarks);
	return start ?? tell(`the heading \`${notes}\` is not in the notes`, true);
}

/** The card of an instruction or a command, with one example. */
function toNamed(
	planned: PlannedCard,
	name: string,
	reference: Material['reference'],
	tell: Tell,
): Start | undefined {
	const kind = planned.instruction === undefined ? 'command' : 'instruction';
	const subject = findSubject(name, reference);
	if (subject?.type !== 'instructions' && subject?.type !== 'commands')
		return tell(`there is no ${kind} \`${name}\``);
	const examples: readonly { title?: string | undefined; code: string }[] = subject.facts.examples;
	const example = examples.find(({ title }) => title === (planned.example ?? title));
	if (example === undefined) return tell(`\`${name}\` has no example \`${planned.example}\``);
	const { id } = subject.facts;
	const start = { ...toTopic(subject.facts.name, `/${folders[subject.type]}/${id}/`), subject };
	if (subject.type === 'commands') {
		const contents: Content[] = [{ type: 'code', language: 'bash', code: example.code }];
		return { ...start, id: `docker-${id}`, isCode: true, refs: ['summary'], contents };
	}
	const { syntax, deprecated } = subject.facts;
	const forms = planned.syntax ?? syntax.slice(0, 1).map(({ form }) => form);
	const code = deprecated?.replacement ?? toStatement(example.code, name) ?? example.code;
	return {
		...{ ...start, id, isCode: true, marks: toMarks(subject.facts) },
		refs: [...forms.map((form) => `syntax ${form}`), 'summary'],
		contents: [{ type: 'code', language: 'dockerfile', code }],
	};
}

/** The page that a topic leads to, or the one of its first fact where the notes do not have it. */
function findPage({ page, shows }: PlannedCard, { addresses, reference }: Material): string {
	const ofFacts = Object.values(folders).map((folder) => `/${folder}/`);
	const ofNotes = [...addresses.values()].map(toHref);
	const isKnown = (path: string) =>
		ofNotes.includes(path) || ofFacts.some((start) => path.startsWith(start));
	if (page !== undefined && isKnown(page)) return page;
	const subject = findSubject(shows[0]?.split(' ')[0] ?? '', reference);
	return subject ? `/${folders[subject.type]}/${subject.facts.id}/` : `/${folders.instructions}/`;
}

/** The rows of a table that were chosen. */
function pickRows(content: Content, names: readonly string[] | undefined, tell: Tell): Content {
	if (content.type !== 'table' || names === undefined) return content;
	const known = content.rows.map(([first = []]) => toPlainText(first));
	for (const name of names.filter((one) => !known.includes(one)))
		tell(`there is no row \`${name}\`; allowed: ${known.join(', ')}`);
	return { ...content, rows: content.rows.filter((_, at) => names.includes(known[at] ?? '')) };
}

function toLine(priority: number): (content: Content) => Line {
	return (content) => ({ ...content, priority });
}

/** How it is written, what it does, its options, what to watch, and the example last. */
function rank({ type }: Line): number {
	return { syntax: 0, text: 1, table: 2, term: 3, recipe: 3, point: 4, code: 5 }[type];
}

function toTable(id: string, { reference: { tables } }: Material, tell: Tell): Start | undefined {
	const table = tables.find((other) => other.id === id);
	if (table === undefined) {
		const known = tables.map((other) => other.id).join(', ');
		return tell(`there is no table \`${id}\`; allowed: ${known}`);
	}
	const head = table.columns.map(parseRuns);
	const rows = table.rows.map((row) => row.map(parseRuns));
	const start = toTopic(table.title, `/${folders.tables}/${id}/`);
	return { ...start, id, contents: [{ type: 'table', head, rows }] };
}
