import type { Section } from '../outline.ts';
import type { Rule } from './rule.ts';
import { flatten } from '../outline.ts';
import { toPlace } from '../problem.ts';
import { isComment, isLineBreakHtml } from '../spacers.ts';

export const sectionHasContent: Rule = {
	name: 'section-has-content',
	severity: 'warning',
	strict: 'error',
	meaning: 'Something stands below a heading. An empty section gives an empty page.',
	hint: 'Write something below it, or delete it.',
	example: {
		bad: '# Docker\n\n## Group\n\n## Other group\n\nText.\n',
		good: '# Docker\n\n## Group\n\nText.\n\n## Other group\n\nText.\n',
	},
	find: ({ sections }) =>
		flatten(sections)
			.filter((section) => section.title !== '' && isEmpty(section))
			.map(({ heading, title }) => ({
				...toPlace(heading.node),
				text: `section \`${title}\` has no content`,
			})),
};

/** Whether nothing that is seen stands below a heading. */
export function isEmpty({ children, blocks }: Section): boolean {
	return (
		children.length === 0 && blocks.every(({ node }) => isLineBreakHtml(node) || isComment(node))
	);
}
