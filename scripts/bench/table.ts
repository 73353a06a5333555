/** Rows as a table for the terminal: names above, numbers to the right. */
export function renderTable(rows: readonly Readonly<Record<string, string>>[]): string {
	const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
	const widths = names.map((name) =>
		Math.max(name.length, ...rows.map((row) => (row[name] ?? '').length)),
	);
	const toLine = (cells: readonly string[]): string =>
		cells
			.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
			.join('  ')
			.trimEnd();
	return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map(toLine).join('\n');
}
