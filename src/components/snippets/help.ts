import { explain } from './explain.ts';
import { startLines } from './lines.ts';

const helped = new WeakSet<Element>();

/** Makes the words and the lines of a snippet useful, once somebody has reached for it. */
export function help(code: HTMLElement): void {
	if (!helped.has(code)) startLines(code);
	helped.add(code);
	void explain(code);
}
