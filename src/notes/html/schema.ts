import { defaultSchema, type Schema } from 'hast-util-sanitize';

/** Elements that GitHub's list lacks and that can do no harm. */
const more = ['abbr', 'caption', 'cite', 'figcaption', 'figure', 'mark', 'small', 'u', 'wbr'];

/** Elements that would make every visitor ask another site, or do nothing here. */
const less: ReadonlySet<string> = new Set(['picture', 'source', 'input', 'section']);

/** Attributes that act: they take the keyboard's focus, its keys, or belong to forms. */
const acting: ReadonlySet<string> = new Set([
	...['accept', 'acceptCharset', 'accessKey', 'action', 'checked', 'encType', 'htmlFor', 'isMap'],
	...['maxLength', 'method', 'multiple', 'prompt', 'readOnly', 'selected', 'tabIndex', 'useMap'],
]);

const tagNames = defaultSchema.tagNames ?? [];
const attributes = defaultSchema.attributes ?? {};
const protocols = defaultSchema.protocols ?? {};

/**
 * What raw HTML may hold: GitHub's list, as the sanitizer has it, with small changes. No script, no
 * style, no handler; ids get a prefix, so that none is taken for one of the page's.
 * https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/sanitization_filter.rb
 */
export const schema: Schema = {
	...defaultSchema,
	// Places of the page's own nodes are held by comments.
	allowComments: true,
	tagNames: [...tagNames.filter((name) => !less.has(name)), ...more],
	attributes: {
		...attributes,
		'*': (attributes['*'] ?? []).filter((name) => !acting.has(String(name))),
	},
	protocols: { ...protocols, href: [...(protocols['href'] ?? []), 'tel', 'ftp'] },
};

/** The names of the elements that raw HTML may hold. */
export const safeNames: ReadonlySet<string> = new Set(schema.tagNames);

/** Elements of which only the tags vanish: what they hold is shown without them. */
export const plainNames: ReadonlySet<string> = new Set([
	...['center', 'font', 'picture', 'source', 'big', 'nobr', 'section', 'article', 'main'],
	...['header', 'footer', 'nav', 'aside', 'html', 'body'],
]);

/** Elements that run, load or ask for something; as text they are worth a word to the author. */
export const activeNames: ReadonlySet<string> = new Set([
	...['applet', 'audio', 'base', 'button', 'canvas', 'dialog', 'embed', 'form', 'frame', 'iframe'],
	...['input', 'link', 'math', 'meta', 'object', 'script', 'select', 'style', 'svg', 'template'],
	...['textarea', 'video'],
]);

/** Elements without content. https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
export const voidNames: ReadonlySet<string> = new Set([
	...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source'],
	...['track', 'wbr'],
]);
