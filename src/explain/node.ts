/** An element before it is one: the site's build and the browser make the same of it. */
export type ViewNode = string | ViewElement;

/** An element with its attributes and what is in it. */
export interface ViewElement {
	tag: string;
	attributes: Readonly<Record<string, string>>;
	children: readonly ViewNode[];
}

/** Makes an element: h('p', { class: 'quiet' }, 'Words'). */
export function h(
	tag: string,
	attributes: Readonly<Record<string, string>>,
	...children: readonly ViewNode[]
): ViewElement {
	return { tag, attributes, children };
}
