import type { Blockquote, BlockContent, DefinitionContent, PhrasingContent, Text } from 'mdast';

/** GitHub's five kinds. https://docs.github.com/en/get-started/writing-on-github */
export type AlertKind = keyof typeof alertLabels;

/** What the kinds are called on the page. */
export const alertLabels = {
	note: 'Note',
	tip: 'Tip',
	important: 'Important',
	warning: 'Watch out',
	caution: 'Caution',
} as const;

/** A quotation that begins with `[!NOTE]`. */
export interface Alert {
	kind: AlertKind;
	/** What it says, without the mark. */
	children: (BlockContent | DefinitionContent)[];
}

const mark = /^\[!([a-z]+)\](?:[ \t]*\n|[ \t]+|$)/i;

/** Reads a quotation as an alert; `undefined` when it is none, or says nothing. */
export function readAlert({ children }: Blockquote): Alert | undefined {
	const [first, ...others] = children;
	const [text, ...words] = first?.type === 'paragraph' ? first.children : [];
	const [found = '', name = ''] = text?.type === 'text' ? (mark.exec(text.value) ?? []) : [];
	const kind = name.toLowerCase();
	if (first?.type !== 'paragraph' || text?.type !== 'text' || !isKind(kind)) return undefined;
	const rest = toRest({ ...text, value: text.value.slice(found.length) }, words);
	const content = rest.length === 0 ? others : [{ ...first, children: rest }, ...others];
	return content.length === 0 ? undefined : { kind, children: content };
}

function isKind(name: string): name is AlertKind {
	return Object.hasOwn(alertLabels, name);
}

function toRest(text: Text, words: readonly PhrasingContent[]): PhrasingContent[] {
	if (text.value !== '') return [text, ...words];
	return words[0]?.type === 'break' ? words.slice(1) : [...words];
}
