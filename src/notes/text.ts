import type {
	BlockContent,
	Blockquote,
	DefinitionContent,
	Heading,
	Nodes,
	PhrasingContent,
	Text,
} from 'mdast';
import { nameToEmoji } from 'gemoji';
import { isLineBreakHtml, toVisible } from './html.ts';

/** GitHub's five kinds of alerts. https://docs.github.com/en/get-started/writing-on-github */
export const alertLabels = {
	note: 'Note',
	tip: 'Tip',
	important: 'Important',
	warning: 'Watch out',
	caution: 'Caution',
} as const;

/** The names that other programs have for them: Obsidian, MkDocs, Docusaurus, VitePress, GitBook. */
const otherNames: Readonly<Record<string, keyof typeof alertLabels>> = {
	...{ hint: 'tip', success: 'tip', check: 'tip', done: 'tip', tip: 'tip' },
	...{ attention: 'warning', failure: 'warning', fail: 'warning', missing: 'warning' },
	...{ danger: 'caution', error: 'caution', bug: 'caution' },
};

/** A quotation that begins with `[!NOTE]`. */
export interface Alert {
	kind: keyof typeof alertLabels;
	/** What stands above it: the title that the author gave it, or what its kind is called. */
	label: string;
	/** Whether the label is the author's own. */
	isTitled: boolean;
	/** What it says, without the mark and the title. */
	children: (BlockContent | DefinitionContent)[];
}

/**
 * The words of a node as a reader sees them: breaks are spaces, comments and tags are nothing. Those
 * `isBare` are without those of pictures, and have codes for emoji as they are written.
 */
export function toText(node: Nodes, isBare = false): string {
	const toSigns = isBare ? String : toEmoji;
	switch (node.type) {
		case 'break':
			return ' ';
		case 'text':
			return toSigns(node.value);
		case 'html': {
			if (isLineBreakHtml(node)) return ' ';
			return toSigns(toVisible(isBare ? node.value.replace(/<img\b[^>]*>/gi, '') : node.value));
		}
		case 'blockquote':
			return toQuoted(node, isBare);
		case 'image':
		case 'imageReference':
			return isBare ? '' : (node.alt ?? '');
	}
	if ('children' in node) return node.children.map((child) => toText(child, isBare)).join('');
	return 'value' in node ? node.value : '';
}

function toQuoted(node: Blockquote, isBare: boolean): string {
	const alert = readAlert(node);
	const words = (alert?.children ?? node.children).map((child) => toText(child, isBare)).join('');
	return alert?.isTitled === true ? `${alert.label} ${words}` : words;
}

/** The same on one line; empty for nothing. */
export function toLine(node: Nodes | undefined): string {
	return (node === undefined ? '' : toText(node)).trim().replace(/\s+/g, ' ');
}

/** Codes that no word and no number touches: `image:tag`, `10:100:45` and `a::key::b` have none. */
const codes = /(?<![\w:/])(?::[+\w-]+:)+(?![\w:])/g;

/** A text with GitHub's codes for emoji (`:rocket:`) as the signs that they stand for. */
export function toEmoji(text: string): string {
	return text.replace(codes, (run) =>
		run.replace(/:([+\w-]+):/g, (code, name: string) =>
			Object.hasOwn(nameToEmoji, name) ? (nameToEmoji[name] ?? code) : code,
		),
	);
}

/** `[!note]`, and what Obsidian puts there as well: `[!tip|wide]-`. */
const alertMark = /^\[!([a-z][\w-]*)(?:\|[^\]\n]*)?\][+-]?(?:[ \t]*\r?\n|[ \t]+|$)/i;

/**
 * Reads a quotation as an alert; `undefined` when it is none, or says nothing. Words in the line of the
 * mark are its title when something stands below them.
 */
export function readAlert({ children }: Blockquote): Alert | undefined {
	const [first, ...others] = children;
	const [text, ...words] = first?.type === 'paragraph' ? first.children : [];
	if (first?.type !== 'paragraph' || text?.type !== 'text') return undefined;
	const [found = '', name = ''] = alertMark.exec(text.value) ?? [];
	if (found === '') return undefined;
	const rest = toRest({ ...text, value: text.value.slice(found.length) }, words);
	const [title, body] = found.includes('\n') ? [[], rest] : splitTitle(rest, others.length > 0);
	const content = body.length === 0 ? others : [{ ...first, children: body }, ...others];
	if (content.length === 0) return undefined;
	const label = title
		.map((node) => toText(node))
		.join('')
		.trim();
	return {
		...toKind(name.toLowerCase()),
		...(label && { label }),
		isTitled: label !== '',
		children: content,
	};
}

function toKind(name: string): Pick<Alert, 'kind' | 'label'> {
	if (isKind(name)) return { kind: name, label: alertLabels[name] };
	const words = name.replace(/[-_]+/g, ' ');
	const label = words.charAt(0).toUpperCase() + words.slice(1);
	return { kind: Object.hasOwn(otherNames, name) ? (otherNames[name] ?? 'note') : 'note', label };
}

function isKind(name: string): name is Alert['kind'] {
	return Object.hasOwn(alertLabels, name);
}

/** The first line of a text, and what is below it; all of it is the body of an alert without more. */
function splitTitle(
	nodes: readonly PhrasingContent[],
	hasMore: boolean,
): [title: PhrasingContent[], body: PhrasingContent[]] {
	const at = nodes.findIndex(
		(node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
	);
	const last = nodes[at];
	if (last === undefined) return hasMore ? [[...nodes], []] : [[], [...nodes]];
	const [before, behind] = [nodes.slice(0, at), nodes.slice(at + 1)];
	if (last.type !== 'text') return [before, behind];
	const line = last.value.indexOf('\n');
	const [own, more] = [last.value.slice(0, line), last.value.slice(line + 1)];
	return [
		[...before, { ...last, value: own }],
		[{ ...last, value: more }, ...behind],
	];
}

function toRest(text: Text, words: readonly PhrasingContent[]): PhrasingContent[] {
	if (text.value !== '') return [text, ...words];
	return words[0]?.type === 'break' ? words.slice(1) : [...words];
}

/**
 * The id that an author gives a heading behind its text, as kramdown and others know it: `## Setup
 * {#setup-1}`. No block of Svelte's (`{#if}`) is one.
 */
const ownId = /\s+\{#(?!(?:if|each|await|key|snippet)\})([\p{L}\p{N}_:.-]+)\}$/u;

/** The id behind a heading's text, if there is one, and the heading without it, as it is shown. */
export function splitOwnId(heading: Heading): { id?: string | undefined; shown: Heading } {
	const { children } = heading;
	const last = children.at(-1);
	const found = last?.type === 'text' ? ownId.exec(last.value) : null;
	if (last?.type !== 'text' || found === null) return { shown: heading };
	if (found.index === 0 && children.length === 1) return { shown: heading };
	const words = { ...last, value: last.value.slice(0, found.index) };
	return { id: found[1], shown: { ...heading, children: [...children.slice(0, -1), words] } };
}

/**
 * What the address of a heading is made of. GitHub takes codes for emoji as they are written, and no
 * descriptions of images.
 */
export function toSlugText(node: Nodes): string {
	const shown = node.type === 'heading' ? splitOwnId(node).shown : node;
	const text = toText(shown, true).replace(/\s+/g, ' ');
	return text.trim() === '' ? toLine(shown) : text;
}
