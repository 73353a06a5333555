import type { Card, Line } from './model.ts';

/** Whether what a line of a card goes on from is among those that were chosen. */
export function canFollow({ lines }: Card, chosen: ReadonlySet<Line>, line: Line): boolean {
	const before = lines[lines.indexOf(line) - 1];
	return line.follows !== true || before === undefined || chosen.has(before);
}

/** Takes out the headings within a card of whose lines none was chosen. */
export function dropLeaders({ lines }: Card, chosen: Set<Line>): void {
	let isLed = false;
	for (const line of [...lines].reverse()) {
		if (line.leads === true && !isLed) chosen.delete(line);
		isLed = line.leads !== true && (isLed || chosen.has(line));
	}
}
