import { toLanguage, type Grammar } from '../../snippets/language.ts';

/** A text node of a snippet with the place where it begins in the snippet's text. */
interface Piece {
	node: Text;
	start: number;
}

/** How a snippet is read; where nobody says it, by its first words. */
export function toGrammar(code: HTMLElement): Grammar {
	const { language } = code.dataset;
	if (language !== undefined) return toLanguage(language).grammar;
	const text = code.textContent ?? '';
	if (/^(?:\w+=\S+ |\$ )*docker /m.test(text)) return 'shell';
	return /^\s*[A-Z]{2,} /m.test(text) ? 'dockerfile' : undefined;
}

/** The stretch of the page between two offsets of a snippet's text. */
export function toRange(code: Element, start: number, end: number): Range {
	const range = document.createRange();
	const pieces = toPieces(code);
	const from = pieces.findLast((piece) => piece.start <= start) ?? pieces[0];
	const to = pieces.findLast((piece) => piece.start < end) ?? from;
	if (from && to) {
		range.setStart(from.node, Math.min(start - from.start, from.node.length));
		range.setEnd(to.node, Math.min(end - to.start, to.node.length));
	}
	return range;
}

function toPieces(code: Element): Piece[] {
	const lines = [...code.querySelectorAll('.ec-line .code')];
	const pieces: Piece[] = [];
	let start = 0;
	for (const line of lines.length === 0 ? [code] : lines) {
		const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
		const begin = start;
		while (walker.nextNode()) {
			if (!(walker.currentNode instanceof Text)) continue;
			pieces.push({ node: walker.currentNode, start });
			start += walker.currentNode.length;
		}
		const length = (line.textContent ?? '').replace(/\n$/, '').length;
		start = begin + length + 1;
	}
	return pieces;
}
