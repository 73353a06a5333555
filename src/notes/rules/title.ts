import type { Rule } from './rule.ts';
import { toPlace } from '../problem.ts';
import { isComment, isLineBreakHtml } from '../spacers.ts';

export const titleComesFirst: Rule = {
	name: 'title-comes-first',
	severity: 'warning',
	strict: 'error',
	meaning:
		'The first heading of the file is a `#` heading: it names the notes. Without one a logo names ' +
		'them, or else their file.',
	hint: 'Give the file a first heading: `# Docker`.',
	example: { bad: '## Group\n\nText.\n', good: '# Docker\n\n## Group\n\nText.\n' },
	find: ({ source, sections: [first] }) => {
		if (source.trim() === '' || first?.depth === 1) return [];
		const place = first === undefined ? { line: 1, column: 1 } : toPlace(first.heading.node);
		return [{ ...place, text: 'no title before this' }];
	},
};

export const titleIsAlone: Rule = {
	name: 'title-is-alone',
	severity: 'warning',
	strict: 'error',
	meaning:
		'A file has one `#` heading; a second one would be a second file. Further ones become groups ' +
		'beside those of the first.',
	hint: 'Write it with `##`.',
	example: {
		bad: '# Docker\n\nText.\n\n# Podman\n\nText.\n',
		good: '# Docker\n\nText.\n\n## Podman\n\nText.\n',
	},
	find: ({ sections: [first, ...others] }) => {
		if (first?.depth !== 1) return [];
		return others.map(({ heading, title }) => ({
			...toPlace(heading.node),
			text: `second title \`${title}\``,
			hint: `Write \`## ${title}\`: a file has one \`#\` title.`,
		}));
	},
};

export const textFollowsTitle: Rule = {
	name: 'text-follows-title',
	severity: 'warning',
	strict: 'error',
	meaning: 'Nothing but comments and `<br>` stands before the title. Other text goes below it.',
	hint: 'Move it below the first heading.',
	example: { bad: 'Before.\n\n# Docker\n\nText.\n', good: '# Docker\n\nBefore.\n\nText.\n' },
	find: ({ preamble, sections }) => {
		const block = preamble.find(({ node }) => !isLineBreakHtml(node) && !isComment(node));
		if (block === undefined || sections[0]?.depth !== 1) return [];
		return [{ ...toPlace(block.node), text: 'text before the title' }];
	},
};
