import type { Comment, ElementContent, Root, RootContent } from 'hast';
import type { Raw } from 'mdast-util-to-hast';
import { raw } from 'hast-util-raw';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { visit } from 'unist-util-visit';
import { matchTags, type Fate, type Matched } from './match.ts';
import { schema, voidNames } from './schema.ts';

/** A node among siblings of which some are raw HTML. */
type Child = ElementContent | RootContent | Raw;

type Decided = Omit<Matched, 'wrong' | 'isEnded'> & { isEnded?: boolean };

/**
 * Makes elements of the raw HTML among siblings. The HTML parser nests them, the sanitizer takes out
 * what is not safe, and what stands between them as Markdown goes into them untouched. Where the
 * parser would put words into another order, as it does with text between the rows of a table, all
 * of the HTML is text.
 */
export function toElements(children: readonly Child[], safe: Schema = schema): ElementContent[] {
	const pieces = children.map((child) => (child.type === 'raw' ? child.value : ''));
	const tags = matchTags(pieces);
	const made = build(children, pieces, tags, safe);
	if (isInOrder(made, children, pieces, tags)) return restore(made, children);
	const shown = tags.map((tag) => ({ ...tag, fate: toShown(tag), isEnded: false }));
	return restore(build(children, pieces, shown, safe), children);
}

/** Whether parsing changes the order of some pieces of HTML; see `toElements`. */
export function isReordered(pieces: readonly string[], tags: readonly Matched[]): boolean {
	const children = pieces.map((value): Child => (value === '' ? place(0) : { type: 'raw', value }));
	return !isInOrder(build(children, pieces, tags, schema), children, pieces, tags);
}

function build(
	children: readonly Child[],
	pieces: readonly string[],
	tags: readonly Decided[],
	safe: Schema,
): Root {
	const byPiece = Map.groupBy(tags, ({ piece }) => piece);
	const held = children.map((child, index): Child => {
		if (child.type === 'text' && child.value !== '\n') return child;
		if (child.type !== 'raw') return place(index);
		return { type: 'raw', value: rewrite(pieces[index] ?? '', byPiece.get(index) ?? []) };
	});
	const root: Root = { type: 'root', children: held as RootContent[] };
	const tree = sanitize(raw(root), safe);
	return tree.type === 'root' ? tree : { type: 'root', children: [tree as RootContent] };
}

/** A piece of HTML in which only those tags are left that act. */
function rewrite(html: string, tags: readonly Decided[]): string {
	let text = '';
	let from = 0;
	let ending = '';
	for (const tag of tags) {
		const own = html.slice(tag.start, tag.end);
		text += escape(html.slice(from, tag.start));
		if (tag.fate === 'acts') text += toActing(tag, own);
		if (tag.fate === 'shown') text += escape(own.replaceAll('&', '&amp;'));
		if (tag.isEnded) ending += `</${tag.name}>`;
		from = tag.end;
	}
	return text + escape(html.slice(from)) + ending;
}

/** `<a name="x"/>` is closed only in XML, and `<a/>` may end a link. */
function toActing({ name, type, isSelfClosing }: Decided, own: string): string {
	if (type === 'close') return `</${name}>`;
	const isOpen = type === 'open' && isSelfClosing && !voidNames.has(name);
	return isOpen ? `${own}</${name}>` : own;
}

function escape(text: string): string {
	return text.replaceAll('<', '&lt;');
}

/** Comments go through parser and sanitizer and stay where they are. */
function place(index: number): Comment {
	return { type: 'comment', value: String(index) };
}

function toShown({ fate }: Decided): Fate {
	return fate === 'acts' ? 'shown' : fate;
}

function toPlain({ fate }: Decided): Fate {
	return fate === 'acts' ? 'gone' : fate;
}

/** Whether the words and the places of a tree are those that came in, in that order. */
function isInOrder(
	tree: Root,
	children: readonly Child[],
	pieces: readonly string[],
	tags: readonly Matched[],
): boolean {
	const plain = tags.map((tag) => ({ ...tag, fate: toPlain(tag), isEnded: false }));
	return print(tree) === print(build(children, pieces, plain, schema));
}

function print(tree: Root): string {
	let text = '';
	visit(tree, (node) => {
		if (node.type === 'text') text += node.value;
		if (node.type === 'comment') text += `<${node.value}>`;
	});
	return text.replace(/\s+/g, '');
}

/** Puts the nodes back whose places were held. */
function restore(tree: Root, children: readonly Child[]): ElementContent[] {
	visit(tree, 'comment', (node, index, parent) => {
		const held = children[Number(node.value)];
		if (parent === undefined || index === undefined || held === undefined) return;
		(parent.children as Child[])[index] = held;
		return index + 1;
	});
	return tree.children as ElementContent[];
}
