import type { DataProblem } from './parse.ts';
import type { DataFile, Reference } from './reference.ts';

/** Ids that stand twice where each has to be an address of its own. */
export function findDuplicates(reference: Reference, files: readonly DataFile[]): DataProblem[] {
	const { instructions, corrections, tables, usage } = reference;
	const lists = [
		...instructions.map(({ file, gotchas }) => ({ file, entries: gotchas })),
		{ file: 'src/content/corrections.yaml', entries: corrections },
		{ file: 'src/content/tables.yaml', entries: tables },
		{ file: 'src/content/usage.yaml', entries: usage },
	];
	return lists.flatMap(({ file, entries }) => {
		const ids = entries.map(({ id }) => id);
		const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
		const text = files.find(({ path }) => path === file)?.text ?? '';
		return twice.map((id) => ({
			file,
			line: findLastLine(text, id),
			text: `id: \`${id}\` stands twice; allowed: an id of its own`,
		}));
	});
}

function findLastLine(text: string, id: string): number {
	const lines = text.split('\n');
	return (
		Math.max(
			lines.findLastIndex((line) => line.trimEnd().endsWith(`id: ${id}`)),
			0,
		) + 1
	);
}
