import type { Marked } from './hit.ts';
import { element } from './element.ts';

/** Text with every second piece marked. */
export function marked(tag: 'span' | 'p', className: string, pieces: Marked): HTMLElement {
	const nodes = pieces.map((piece, at) => (at % 2 === 1 ? element('mark', '', piece) : piece));
	return element(tag, className, ...nodes);
}
