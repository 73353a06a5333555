import type { Reference } from './reference.ts';
import type { TruthTable } from './schema/table.ts';
import type { Citations } from './sources.ts';
import { folders, linkInstruction, toOptionAnchor } from './addresses.ts';
import { renderCode, renderText } from './markdown.ts';

type Instruction = Reference['instructions'][number];
type Make = (table: TruthTable, reference: Reference, citations: Citations) => string[][];

const makers = {
	layer: toLayerRows,
	override: toOverrideRows,
	options: toOptionRows,
	variables: toVariableRows,
};

/** All rows of a truth table: those that are written, then those that are made from facts. */
export function toRows(table: TruthTable, reference: Reference, citations: Citations): string[][] {
	const make: Make | undefined = table.of && makers[table.of];
	return [...table.rows, ...(make?.(table, reference, citations) ?? [])];
}

const answers = { layer: 'a layer', metadata: 'settings', none: 'nothing' };

function toLayerRows(_: TruthTable, { instructions }: Reference, { cite }: Citations): string[][] {
	return sortBy(instructions, Object.keys(answers), ({ layer }) => layer.is).map(
		({ name, layer: { is, detail, sources, checked } }) => [
			linkInstruction(name),
			`**${answers[is]}**`,
			renderText(detail) + cite(sources, checked),
		],
	);
}

function toOverrideRows(
	_: TruthTable,
	{ instructions }: Reference,
	{ cite }: Citations,
): string[][] {
	return sortBy(instructions, ['yes', 'partly', 'no'], ({ override }) => override.is).map(
		({ name, override: { is, flag, detail, sources, checked } }) => [
			linkInstruction(name),
			`**${is}**`,
			(flag === undefined ? '' : `${renderText(flag)}: `) +
				renderText(detail) +
				cite(sources, checked),
		],
	);
}

const expansions = ['yes', 'partly', 'by the shell', 'in the child build', 'no'];

function toVariableRows(
	_: TruthTable,
	{ instructions }: Reference,
	{ cite }: Citations,
): string[][] {
	return sortBy(instructions, expansions, ({ variables }) => variables.is).map(
		({ name, variables: { is, detail, sources, checked } }) => [
			linkInstruction(name),
			`**${is}**`,
			renderText(detail) + cite(sources, checked),
		],
	);
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
		const cells = compared.map((one, index) => renderOption(one, found[index]));
		const text = renderText(first?.meaning ?? '') + cite(first?.sources ?? []);
		return [renderCode(name), ...cells, text];
	});
	return sortBy(rows, ['true', 'false'], (cells) => String(cells.includes('no')));
}

function renderOption(
	{ id }: Instruction,
	option: Instruction['options'][number] | undefined,
): string {
	if (option === undefined) return 'no';
	const href = `/${folders.instructions}/${id}/#${toOptionAnchor(option.name)}`;
	return option.since === undefined ? `[yes](${href})` : `[since ${option.since}](${href})`;
}

function sortBy<T>(items: readonly T[], order: readonly string[], keyOf: (item: T) => string): T[] {
	return order.flatMap((key) => items.filter((item) => keyOf(item) === key));
}
