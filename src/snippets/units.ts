/** The lines that belong together, as numbers counted from 0: both ends are part of it. */
export interface Unit {
	first: number;
	last: number;
}

/**
 * Cuts a snippet into what makes sense to copy alone: one instruction or command each, with the
 * lines that it goes on for (backslashes, heredocs) and the comments within. Empty lines are left
 * out.
 */
export function toUnits(code: string): Unit[] {
	const lines = code.split('\n');
	const escape = /^#\s*escape\s*=\s*`/im.test(code) ? '`' : '\\';
	const units: Unit[] = [];
	for (let first = 0; first < lines.length; first += 1) {
		if (lines[first]?.trim() === '') continue;
		const last = findEnd(lines, first, escape);
		units.push({ first, last });
		first = last;
	}
	return units;
}

function findEnd(lines: readonly string[], first: number, escape: string): number {
	if (lines[first]?.trimStart().startsWith('#')) return first;
	let last = first;
	const goesOn = (line = '') => line.trimEnd().endsWith(escape);
	const isBetween = (line = '') => line.trimStart().startsWith('#') || line.trim() === '';
	while (last + 1 < lines.length && goesOn(lines[last])) {
		last += 1;
		while (last + 1 < lines.length && isBetween(lines[last])) last += 1;
	}
	const text = lines.slice(first, last + 1).join('\n');
	const marks = [...text.matchAll(/<<-?\s*["']?(\w+)["']?/g)].map(([, mark = '']) => mark);
	for (const mark of marks) {
		const end = lines.findIndex((line, at) => at > last && line.trim() === mark);
		if (end > 0) last = end;
	}
	return last;
}
