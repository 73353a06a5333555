import { defaultSchema, type Options } from 'rehype-sanitize';
import { elementNames } from '../notes/notes.ts';

/** Of what the notes may hold, only what the elements hold is shown: they ask other sites, or are old. */
const plain: ReadonlySet<string> = new Set([
	...['picture', 'source', 'section', 'center', 'font', 'big', 'nobr', 'article', 'main'],
	...['header', 'footer', 'nav', 'aside', 'html', 'body'],
]);

/** Attributes that act: they take the keyboard's focus, its keys, or belong to forms. */
const acting: ReadonlySet<string> = new Set([
	...['accept', 'acceptCharset', 'accessKey', 'action', 'checked', 'encType', 'htmlFor', 'isMap'],
	...['maxLength', 'method', 'multiple', 'prompt', 'readOnly', 'selected', 'tabIndex', 'useMap'],
]);

const attributes = defaultSchema.attributes ?? {};
const protocols = defaultSchema.protocols ?? {};

/**
 * What raw HTML may hold: GitHub's list, as the sanitizer has it, with small changes. No script, no
 * style, no handler; ids get a prefix, so that none is taken for one of the page's.
 * https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/sanitization_filter.rb
 */
export const schema: Options = {
	...defaultSchema,
	// Places of the page's own nodes are held by comments.
	allowComments: true,
	tagNames: elementNames.filter((name) => !plain.has(name)),
	attributes: {
		...attributes,
		'*': (attributes['*'] ?? []).filter((name) => !acting.has(String(name))),
	},
	protocols: { ...protocols, href: [...(protocols['href'] ?? []), 'tel', 'ftp'] },
};
