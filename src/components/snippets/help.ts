import { explain } from './explain.ts';
import { startLines } from './lines.ts';

/** By snippet: chooses the line at a height of the window. */
const helped = new WeakMap<Element, (y: number) => void>();

/**
 * Makes the words and the lines of a snippet useful, once somebody has reached for it; `y` is where
 * the pointer is, from the top of the window.
 */
export function help(code: HTMLElement, y?: number): void {
	const choose = helped.get(code) ?? startLines(code);
	helped.set(code, choose);
	if (y !== undefined) choose(y);
	void explain(code);
}
