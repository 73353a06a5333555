import type { Reference } from '../reference/facts.ts';
import type { Card, Content, Line, Run } from './sheetModel.ts';
import type { PlannedCard } from './choices.ts';
import { toHref } from '../notes/notes.ts';
import { folders } from '../reference/addresses.ts';
import { toStatement } from '../reference/pages.ts';
import { findRef, findSubject, toMarks, type Material, type Start } from './factCards.ts';
import { toPlainText } from './sheetModel.ts';
import { parseRuns, toNotes, toTopic } from './noteCards.ts';
import { toTerms } from './shorten.ts';
import { dress } from './tokens.ts';

/** A card, or what is wrong with the choices for it. A warning leaves the card out. */
export type Made =
	{ card: Card; problems: string[] } | { card: undefined; problems: string[]; isWarning?: true };

/** Makes a card as it was planned. */
export function toCard(planned: PlannedCard, material: Material, place: Card['place']): Made {
	const start = toStart(planned, material);
	if (typeof start === 'string') return { card: undefined, problems: [start] };
	if (start === undefined) {
		const text = `the heading \`${planned.notes}\` is not in the notes`;
		return { card: undefined, problems: [text], isWarning: true };
	}
	const { contents, subject, refs = [], ...head } = start;
	const problems: string[] = [];
	const pick = (content: Content): Content[] =>
		toTerms(pickRows(pickColumns(content, planned.columns, problems), planned.rows, problems));
	const find = (ref: string): Content[] => {
		const found = findRef(ref, subject, material.reference);
		if (!found.ok) problems.push(found.text);
		return found.ok ? found.contents.flatMap(pick) : [];
	};
	const always = [...[...refs, ...planned.shows].flatMap(find), ...contents.flatMap(pick)];
	const onSides = planned.sheet
		.flatMap(find)
		.map((content): Line => ({ ...content, priority: 0, isForSides: true }));
	const more = planned.may.flatMap((ref, at) => find(ref).map(toLine(at + 1)));
	const lines = [...always.map(toLine(0)), ...onSides, ...more].sort((a, b) => rank(a) - rank(b));
	return { card: { ...head, lines, reach: planned.reach, place }, problems };
}

function toStart(planned: PlannedCard, material: Material): Start | string | undefined {
	const { reference, outline, addresses, remarks } = material;
	if (planned.instruction !== undefined)
		return toInstruction(planned, planned.instruction, reference);
	if (planned.command !== undefined) return toCommand(planned, planned.command, reference);
	if (planned.table !== undefined) return toTable(planned.table, reference);
	if (planned.topic !== undefined) return toTopic(planned.topic, findPage(planned, material));
	return toNotes(planned.notes ?? '', outline, addresses, remarks);
}

function toInstruction(planned: PlannedCard, name: string, reference: Reference): Start | string {
	const subject = findSubject(name, reference);
	if (subject?.type !== 'instructions') return `there is no instruction \`${name}\``;
	const { facts } = subject;
	const names = reference.instructions.map((other) => other.name);
	const forms = planned.syntax ?? facts.syntax.slice(0, 1).map(({ form }) => form);
	const example = findExample(facts.examples, planned.example);
	if (example === undefined) return `${name} has no example \`${planned.example}\``;
	const code = facts.deprecated?.replacement ?? toStatement(example.code, name) ?? example.code;
	return {
		id: name.toLowerCase(),
		title: name,
		isCode: true,
		href: `/${folders.instructions}/${facts.id}/`,
		marks: toMarks(facts),
		subject,
		refs: [...forms.map((form) => `syntax ${form}`), 'summary'],
		contents: [dress({ type: 'code', language: 'dockerfile', code, tokens: [] }, names)],
	};
}

function toCommand(planned: PlannedCard, id: string, reference: Reference): Start | string {
	const subject = findSubject(id, reference);
	if (subject?.type !== 'commands') return `there is no command \`${id}\``;
	const { facts } = subject;
	const names = reference.instructions.map(({ name }) => name);
	const example = findExample(facts.examples, planned.example);
	if (example === undefined) return `\`${id}\` has no example \`${planned.example}\``;
	return {
		id: `docker-${id}`,
		title: facts.name,
		isCode: true,
		href: `/${folders.commands}/${id}/`,
		marks: [],
		subject,
		refs: ['summary'],
		contents: [dress({ type: 'code', language: 'bash', code: example.code, tokens: [] }, names)],
	};
}

/** The example of a title; the first one when nothing is said. */
function findExample<T extends { title?: string | undefined }>(
	examples: readonly T[],
	wanted: string | undefined,
): T | undefined {
	return wanted === undefined ? examples[0] : examples.find(({ title }) => title === wanted);
}

/** The page that a topic leads to, or the one of its first fact when the site does not have it. */
function findPage({ page, shows }: PlannedCard, { addresses, reference }: Material): string {
	const ofFacts = (['tables', 'guides', 'answers'] as const).flatMap((kind) =>
		reference[kind].map(({ id }) => `/${folders[kind]}/${id}/`),
	);
	const known = [`/${folders.commands}/`, ...ofFacts, ...[...addresses.values()].map(toHref)];
	if (page !== undefined && known.includes(page)) return page;
	const subject = findSubject(shows[0]?.split(' ')[0] ?? '', reference);
	return subject ? `/${folders[subject.type]}/${subject.facts.id}/` : `/${folders.instructions}/`;
}

type Names = readonly string[] | undefined;

/** The columns of a table that were chosen, behind the one that names its rows. */
function pickColumns(content: Content, names: Names, problems: string[]): Content {
	if (content.type !== 'table' || names === undefined) return content;
	const known = content.head.map(toPlainText);
	problems.push(...findUnknown('column', names, known));
	const isShown = (_: Run[], at: number) => at === 0 || names.includes(known[at] ?? '');
	const rows = content.rows.map((row) => row.filter(isShown));
	return { ...content, head: content.head.filter(isShown), rows };
}

/** The rows of a table that were chosen. */
function pickRows(content: Content, names: Names, problems: string[]): Content {
	if (content.type !== 'table' || names === undefined) return content;
	const nameOf = ([first = []]: Run[][]) => toPlainText(first);
	problems.push(...findUnknown('row', names, content.rows.map(nameOf)));
	return { ...content, rows: content.rows.filter((row) => names.includes(nameOf(row))) };
}

function findUnknown(part: string, names: readonly string[], known: readonly string[]): string[] {
	return names
		.filter((name) => !known.includes(name))
		.map((name) => `there is no ${part} \`${name}\`; allowed: ${known.join(', ')}`);
}

function toLine(priority: number): (content: Content) => Line {
	return (content) => ({ ...content, priority });
}

/** How it is written, what it does, its options, what to watch, and the example last. */
function rank({ type }: Line): number {
	return { syntax: 0, text: 1, table: 2, term: 3, recipe: 3, point: 4, code: 5 }[type];
}

/** The card of a truth table; a text when there is none of that id. */
function toTable(id: string, { tables }: Pick<Reference, 'tables'>): Start | string {
	const table = tables.find((other) => other.id === id);
	if (table === undefined) {
		return `there is no table \`${id}\`; allowed: ${tables.map((other) => other.id).join(', ')}`;
	}
	const head = table.columns.map(parseRuns);
	const rows = table.rows.map((row) => row.map(parseRuns));
	return {
		...toTopic(table.title, `/${folders.tables}/${id}/`),
		id,
		contents: [{ type: 'table', head, rows }],
	};
}
