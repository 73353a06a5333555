import type { InstructionFacts, Reference } from './facts.ts';
import type { Citations } from './markdown.ts';
import type { TruthTable } from './schema/lists.ts';
import { folders, linkTo, renderMore, toOptionAnchor } from './addresses.ts';
import {
	join,
	renderAnchor,
	renderCode,
	renderFrame,
	renderList,
	renderSection,
	renderStack,
	renderTable,
	renderText,
	startCitations,
} from './markdown.ts';

/** The table of an instruction's options; nothing when it has none. */
export function renderOptions({ options }: InstructionFacts, { cite }: Citations): string {
	const rows = options.map((option) => {
		const { name, value = '', since, sinceNote, meaning, url, sources } = option;
		const typed = name === 'AS' ? `${name} ${value}`.trim() : name + value;
		const versions = [
			...(since === undefined ? [] : [`since ${since}`]),
			...(sinceNote === undefined ? [] : [renderText(sinceNote)]),
		];
		const words = [
			renderText(meaning),
			...(option.default === undefined ? [] : [`Default: ${renderCode(option.default)}.`]),
			...(versions.length === 0 ? [] : [`*(${versions.join('; ')})*`]),
		];
		return [
			`[${renderCode(typed)}](${url})${renderAnchor(toOptionAnchor(name))}`,
			words.join(' ') + cite(sources),
		];
	});
	return renderStack(['Option', 'What it does'], rows);
}

/** The table of the types of `RUN --mount`; nothing for other instructions. */
export function renderMounts({ mounts }: InstructionFacts, { cite }: Citations): string {
	const rows = mounts.map(({ type, meaning, keys, defaults, url, sources }) => {
		const values = Object.entries(defaults).map(([key, value]) => renderCode(`${key}=${value}`));
		return [
			`[${renderCode(`type=${type}`)}](${url})${renderAnchor(`mount-${type}`)}`,
			keys.map(renderCode).join(', ') +
				(values.length === 0 ? '' : `. Defaults: ${values.join(', ')}`),
			renderText(meaning) + cite(sources),
		];
	});
	return renderStack(['Type', 'Keys', 'What it does'], rows);
}

/** The page of one truth table as Markdown; it prints on one page. */
export function renderTruthTable(table: TruthTable, reference: Reference): string {
	const ground = { ids: [], links: table.links };
	const citations = startCitations(reference.sources, table.checked, ground);
	const made = toMadeRows(table, reference, citations);
	const rows = [...table.rows, ...made];
	// The list of sources comes last, when all of the page has said what it cites.
	const gotchas = renderSection('Watch out', renderGotchas(table, reference, citations));
	return join([
		renderText(table.summary),
		// What is made from facts ends with a sentence; other tables are compared across.
		table.of === undefined
			? renderFrame('matrix', renderTable(table.columns, rows))
			: renderStack(table.columns, rows),
		gotchas,
		renderMore({ related: table.instructions }, reference, citations.render()),
	]);
}

/** What instructions answer to the question of a table as it says it, in the order of its rows. */
const answers = new Map([
	['layer', 'a layer'],
	['metadata', 'settings'],
	['none', 'nothing'],
	...['yes', 'partly', 'by the shell', 'in the child build', 'no'].map((is) => [is, is] as const),
]);

function toMadeRows(table: TruthTable, reference: Reference, citations: Citations): string[][] {
	const { of } = table;
	if (of === undefined) return [];
	if (of === 'options') return toOptionRows(table, reference, citations);
	const sorted = sortBy(reference.instructions, [...answers.keys()], (facts) => facts[of].is);
	return sorted.map((facts) => {
		const { is, detail, sources, checked } = facts[of];
		const { flag } = of === 'override' ? facts.override : {};
		const lead = flag === undefined ? '' : `${renderText(flag)}: `;
		const words = lead + renderText(detail) + citations.cite(sources, checked);
		return [linkTo(facts.name, reference), `**${answers.get(is)}**`, words];
	});
}

/** One row for each option that any of the instructions has; where they differ comes first. */
function toOptionRows(table: TruthTable, reference: Reference, { cite }: Citations): string[][] {
	const compared = table.instructions.flatMap((name) =>
		reference.instructions.filter((instruction) => instruction.name === name),
	);
	const names = new Set(compared.flatMap(({ options }) => options.map(({ name }) => name)));
	const rows = [...names].map((name) => {
		const found = compared.map((one) => one.options.find((option) => option.name === name));
		const [first] = found.filter((option) => option !== undefined);
		const cells = compared.map(({ id }, index) => renderPresence(id, found[index]));
		const text = renderText(first?.meaning ?? '') + cite(first?.sources ?? []);
		return [renderCode(name), ...cells, text];
	});
	return sortBy(rows, ['true', 'false'], (cells) => String(cells.includes('no')));
}

function renderPresence(id: string, option: InstructionFacts['options'][number] | undefined) {
	if (option === undefined) return 'no';
	const href = `/${folders.instructions}/${id}/#${toOptionAnchor(option.name)}`;
	return option.since === undefined ? `[yes](${href})` : `[since ${option.since}](${href})`;
}

/** Things in the order that one of their words has; those with the same word keep their own. */
export function sortBy<T>(
	items: readonly T[],
	order: readonly string[],
	keyOf: (item: T) => string,
): T[] {
	return order.flatMap((key) => items.filter((item) => keyOf(item) === key));
}

function renderGotchas({ gotchas }: TruthTable, reference: Reference, { cite }: Citations): string {
	return renderList(
		reference.instructions.flatMap(({ id, name, gotchas: own }) =>
			own
				.filter((gotcha) => gotchas.includes(`${id}/${gotcha.id}`))
				.map(
					({ text, sources, checked }) =>
						`${linkTo(name, reference)}: ${renderText(text)}${cite(sources, checked)}`,
				),
		),
	);
}
