import type { Marked } from './hit.ts';

type Content = Node | string;

/** An element with a class and content; text of the index is only ever set as text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	className: string,
	...content: Content[]
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	if (className !== '') made.className = className;
	made.append(...content);
	return made;
}

/** Text with every second piece marked. */
export function marked(tag: 'span' | 'p', className: string, pieces: Marked): HTMLElement {
	const nodes = pieces.map((piece, at) => (at % 2 === 1 ? element('mark', '', piece) : piece));
	return element(tag, className, ...nodes);
}
