import type { Finding, Rule } from './rule.ts';
import { findNodes } from '../nodes.ts';
import { toRange } from '../outline.ts';
import { toPlace, toPlaceOn } from '../problem.ts';

/** Signs that look like a space or like nothing, and that no shell takes for one. */
const odd: Readonly<Record<string, string>> = {
	'\u00a0': 'non-breaking space',
	'\u200b': 'zero-width space',
	'\u2060': 'word joiner',
	'\ufeff': 'byte order mark',
	'\u202f': 'narrow non-breaking space',
};

const oddSign = new RegExp(`[${Object.keys(odd).join('')}]`);

export const codeHasPlainSpaces: Rule = {
	name: 'code-has-plain-spaces',
	severity: 'warning',
	meaning:
		'Code has ordinary spaces. Others cannot be told from them, are copied as they are, and break commands.',
	hint: 'Type an ordinary space in its place.',
	example: {
		bad: '# Docker\n\n```text\ndocker\u00a0ps\n```\n',
		good: '# Docker\n\n```text\ndocker ps\n```\n',
	},
	find: ({ root, source }) => {
		const findings: Finding[] = [];
		for (const node of findNodes(root, 'code')) {
			const { start, line } = toRange(node);
			const first = /^(?:`{3}|~{3})/.test(source.slice(start, start + 3)) ? line + 1 : line;
			for (const [index, text] of node.value.split('\n').entries()) {
				const sign = oddSign.exec(text)?.[0];
				if (sign === undefined) continue;
				findings.push({ ...toPlaceOn(source, first + index), text: `code has a ${odd[sign]}` });
			}
		}
		return findings;
	},
};

export const nameIsGivenOnce: Rule = {
	name: 'name-is-given-once',
	severity: 'warning',
	meaning:
		'A name of a link or a footnote is given once in a file. Of several, the first one counts.',
	hint: 'Rename or delete one of the two.',
	example: {
		bad: '# Docker\n\n[Hub]\n\n[hub]: https://hub.example/\n[Hub]: https://other.example/\n',
		good: '# Docker\n\n[Hub]\n\n[hub]: https://hub.example/\n',
	},
	find: ({ root }) => {
		const firsts = new Map<string, number>();
		const findings: Finding[] = [];
		for (const node of findNodes(root, 'definition', 'footnoteDefinition')) {
			const mark = node.type === 'definition' ? '' : '^';
			const first = firsts.get(mark + node.identifier);
			if (first === undefined) firsts.set(mark + node.identifier, toRange(node).line);
			else {
				const text = `\`[${mark}${node.label ?? node.identifier}]\` is given on line ${first} already`;
				findings.push({ ...toPlace(node), text });
			}
		}
		return findings;
	},
};
