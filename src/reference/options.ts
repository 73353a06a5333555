import type { InstructionFacts, Reference } from './facts.ts';
import type { Citations } from './markdown.ts';
import type { TruthTable } from './schema/lists.ts';
import { folders, linkInstruction, toOptionAnchor } from './addresses.ts';
import {
	join,
	renderAnchor,
	renderCode,
	renderFrame,
	renderList,
	renderMore,
	renderSection,
	renderTable,
	renderText,
	startCitations,
} from './markdown.ts';

/** The table of an instruction's options; nothing when it has none. */
export function renderOptions({ options }: InstructionFacts, { cite }: Citations): string {
	if (options.length === 0) return '';
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
	return renderFrame('stack', renderTable(['Option', 'What it does'], rows));
}

/** The table of the types of `RUN --mount`; nothing for other instructions. */
export function renderMounts({ mounts }: InstructionFacts, { cite }: Citations): string {
	if (mounts.length === 0) return '';
	const rows = mounts.map(({ type, meaning, keys, defaults, url, sources }) => {
		const values = Object.entries(defaults).map(([key, value]) => renderCode(`${key}=${value}`));
		return [
			`[${renderCode(`type=${type}`)}](${url})${renderAnchor(`mount-${type}`)}`,
			keys.map(renderCode).join(', ') +
				(values.length === 0 ? '' : `. Defaults: ${values.join(', ')}`),
			renderText(meaning) + cite(sources),
		];
	});
	return renderFrame('stack', renderTable(['Type', 'Keys', 'What it does'], rows));
}

/** The page of one truth table as Markdown; it prints on one page. */
export function renderTruthTable(table: TruthTable, reference: Reference): string {
	const citations = startCitations(reference.sources, table.checked);
	const mark = citations.citeLinks(table.links, table.checked);
	const made = toMadeRows(table, reference, citations);
	const rows = renderTable(table.columns, [...table.rows, ...made]);
	// The list of sources comes last, when all of the page has said what it cites.
	const gotchas = renderSection('Watch out', renderGotchas(table, reference, citations));
	const related = table.instructions.map(linkInstruction).join(' · ');
	return join([
		renderText(table.summary) + mark,
		// What is made from facts ends with a sentence; other tables are compared across.
		renderFrame(table.of === undefined ? 'matrix' : 'stack', rows),
		gotchas,
		renderMore(related, citations.render()),
	]);
}

const effects = { layer: 'a layer', metadata: 'settings', none: 'nothing' };
const expansions = ['yes', 'partly', 'by the shell', 'in the child build', 'no'];

function toMadeRows(table: TruthTable, reference: Reference, citations: Citations): string[][] {
	const { instructions } = reference;
	const toRows = (order: readonly string[], toAnswer: (facts: InstructionFacts) => Answer) =>
		sortBy(instructions, order, (facts) => toAnswer(facts).is).map((facts) =>
			toAnswerRow(facts.name, toAnswer(facts), citations),
		);
	switch (table.of) {
		case undefined:
			return [];
		case 'layer':
			return toRows(Object.values(effects), ({ layer }) => ({ ...layer, is: effects[layer.is] }));
		case 'override':
			return toRows(['yes', 'partly', 'no'], ({ override }) => override);
		case 'variables':
			return toRows(expansions, ({ variables }) => variables);
		case 'options':
			return toOptionRows(table, reference, citations);
	}
}

/** What one instruction answers to the question of a table. */
type Answer = Omit<InstructionFacts['override'], 'is'> & { is: string };

function toAnswerRow(name: string, answer: Answer, { cite }: Citations): string[] {
	const { is, flag, detail, sources, checked } = answer;
	const lead = flag === undefined ? '' : `${renderText(flag)}: `;
	return [linkInstruction(name), `**${is}**`, lead + renderText(detail) + cite(sources, checked)];
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

function sortBy<T>(items: readonly T[], order: readonly string[], keyOf: (item: T) => string): T[] {
	return order.flatMap((key) => items.filter((item) => keyOf(item) === key));
}

function renderGotchas({ gotchas }: TruthTable, reference: Reference, { cite }: Citations): string {
	return renderList(
		reference.instructions.flatMap(({ id, name, gotchas: own }) =>
			own
				.filter((gotcha) => gotchas.includes(`${id}/${gotcha.id}`))
				.map(
					({ text, sources, checked }) =>
						`${linkInstruction(name)}: ${renderText(text)}${cite(sources, checked)}`,
				),
		),
	);
}
