import type { Code } from 'mdast';
import type { Outline } from '../outline.ts';
import type { Finding, Rule } from './rule.ts';
import { findNodes } from '../nodes.ts';
import { toRange } from '../outline.ts';
import { toPlace } from '../problem.ts';

const closed = '# Docker\n\n~~~bash\nls\n~~~\n\n## Group\n\nText.\n';

export const fenceIsClosed: Rule = {
	name: 'fence-is-closed',
	severity: 'warning',
	strict: 'error',
	meaning:
		'A fence ends with the marks that it began with. An open one ends with its list or file.',
	hint: 'Write the marks once more on a line of their own after it.',
	example: {
		bad: '# Docker\n\n- List:\n\n  ~~~bash\n  ls\n',
		good: '# Docker\n\n- List:\n\n  ~~~bash\n  ls\n  ~~~\n',
	},
	find: ({ root, source }) =>
		findOpen(root, source)
			.filter(({ heading }) => heading === undefined)
			.map(({ finding }) => finding),
};

export const fenceTakesNoHeading: Rule = {
	name: 'fence-takes-no-heading',
	severity: 'error',
	meaning: 'No open fence runs over headings: all sections behind it would be code.',
	hint: 'Write the marks once more on a line of their own after the code.',
	example: { bad: closed.replace('ls\n~~~', 'ls'), good: closed },
	find: ({ root, source }) =>
		findOpen(root, source)
			.filter(({ heading }) => heading !== undefined)
			.map(({ finding }) => finding),
};

export const fenceHasLanguage: Rule = {
	name: 'fence-has-language',
	severity: 'warning',
	strict: 'error',
	meaning:
		'A fence names its language, by which it is coloured and verified; else it is plain text.',
	hint: 'Write ```dockerfile, ```bash or, for anything else, ```text.',
	example: {
		bad: '# Docker\n\n~~~\nls\n~~~\n',
		good: '# Docker\n\n~~~bash\nls\n~~~\n',
	},
	find: ({ root, source }) =>
		findNodes(root, 'code').flatMap((node) => {
			const marks = toMarks(node, source);
			if (marks === undefined || node.lang) return [];
			const hint = `Write ${marks}dockerfile, ${marks}bash or, for anything else, ${marks}text.`;
			return [{ ...toPlace(node), text: 'fence has no language', hint }];
		}),
};

/** The marks that a fence begins with; an indented block has none. */
function toMarks(node: Code, source: string): string | undefined {
	return /^(?:`{3,}|~{3,})/.exec(source.slice(toRange(node).start))?.[0];
}

/** Fences that their end is missing from, with the first heading that each has taken in. */
function findOpen(root: Outline['root'], source: string) {
	return findNodes(root, 'code').flatMap(
		(node): { finding: Finding; heading: string | undefined }[] => {
			const marks = toMarks(node, source);
			if (marks === undefined || isClosed(node, source, marks)) return [];
			const heading = /^#{2,6}[ \t]+\S.*$/m.exec(node.value)?.[0];
			const hint = `Write ${marks} on a line of its own after it.`;
			return [{ finding: { ...toPlace(node), text: 'fence is not closed', hint }, heading }];
		},
	);
}

function isClosed(node: Code, source: string, marks: string): boolean {
	const { start, end } = toRange(node);
	const [, ...others] = source.slice(start, end).split(/\r\n|\r|\n/);
	return new RegExp(`^[\\s>]*${marks[0]}{${marks.length},}\\s*$`).test(others.at(-1) ?? '');
}
