/** An element before it is one: the site's build and the browser make the same of it. */
export type ViewNode = string | ViewElement;

/** An element with its attributes and what is in it. */
export interface ViewElement {
	tag: string;
	attributes: Readonly<Record<string, string>>;
	children: readonly ViewNode[];
}

/** Makes an element of a tag, which may name a class: h('p.quiet', 'Words'). */
export function h(name: string, ...children: readonly ViewNode[]): ViewElement {
	const [tag = '', ...classes] = name.split('.');
	return { tag, attributes: classes.length > 0 ? { class: classes.join(' ') } : {}, children };
}

/** The same element with more attributes. */
export function withAttributes(
	element: ViewElement,
	attributes: Readonly<Record<string, string>>,
): ViewElement {
	return { ...element, attributes: { ...element.attributes, ...attributes } };
}
