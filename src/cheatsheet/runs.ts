import type { PhrasingContent } from 'mdast';
import type { Run } from './model.ts';
import { parseOutline } from '../notes/notes.ts';
import { toText } from '../notes/notes.ts';

/** What is code in a plain sentence: flags with their values, paths, variables, quoted lists. */
const code =
	/(?<![\w-])(?:--[a-z][\w-]*(?:=[\w./:=-]*[\w/-])?|\$\w+|\[".*?"\])|(?<!\w)\/bin\/sh -c/;

/** The text of a fact, with what looks like code in it as code. `names` are words that always do. */
export function toRuns(text: string, names: readonly string[]): Run[] {
	const words = names.map((name) => name.replace(/[^\w ]/g, '\\$&')).join('|');
	const pattern = new RegExp(words === '' ? code : `${code.source}|\\b(?:${words})\\b`, 'g');
	const runs: Run[] = [];
	let at = 0;
	for (const { 0: found, index } of text.matchAll(pattern)) {
		if (index > at) runs.push({ text: text.slice(at, index), style: 'plain' });
		runs.push({ text: found, style: 'code' });
		at = index + found.length;
	}
	if (at < text.length) runs.push({ text: text.slice(at), style: 'plain' });
	return runs;
}

/** The runs of Markdown that is one paragraph, such as a table's cell. */
export function parseRuns(markdown: string): Run[] {
	return parseOutline(markdown).preamble.flatMap(({ node }) =>
		node.type === 'paragraph' ? fromNodes(node.children) : [],
	);
}

/** The runs of a paragraph's nodes; of a link its words. */
export function fromNodes(nodes: readonly PhrasingContent[], style: Run['style'] = 'plain'): Run[] {
	return nodes.flatMap((node): Run[] => {
		switch (node.type) {
			case 'inlineCode':
				return [{ text: node.value, style: 'code' }];
			case 'strong':
			case 'emphasis':
				return fromNodes(node.children, node.type);
			case 'link':
			case 'delete':
			case 'linkReference':
				return fromNodes(node.children, style);
			default:
				return [{ text: toText(node).replace(/\s+/g, ' '), style }];
		}
	});
}
