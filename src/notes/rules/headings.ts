import type { Section } from '../outline.ts';
import type { Finding, Rule } from './rule.ts';
import { flatten } from '../outline.ts';
import { toPlace } from '../problem.ts';
import { frameIds } from '../slug.ts';
import { isEmpty } from './sections.ts';

export const headingHasText: Rule = {
	name: 'heading-has-text',
	severity: 'error',
	isFirm: true,
	meaning: 'A heading has text: without it what stands below has no name and no address.',
	hint: 'Write `## Title`, or delete the line.',
	example: {
		bad: '# Docker\n\n##\n\nText.\n',
		good: '# Docker\n\n## Group\n\nText.\n',
	},
	find: ({ sections }) => findTextless(sections, (isLast) => !isLast),
};

export const lastHeadingHasText: Rule = {
	name: 'last-heading-has-text',
	severity: 'warning',
	meaning: 'The file does not end in `#` marks. They are left out, because nothing is below them.',
	hint: 'Write `## Title`, or delete the line.',
	example: { bad: '# Docker\n\nText.\n\n##\n', good: '# Docker\n\nText.\n' },
	find: ({ sections }) => findTextless(sections, (isLast) => isLast),
};

export const headingHasAddress: Rule = {
	name: 'heading-has-address',
	severity: 'warning',
	strict: 'error',
	meaning:
		'A heading has a letter or a digit, from which its address is made. Any other is called ' +
		'`section` there.',
	hint: 'Add a word with letters or digits.',
	example: {
		bad: '# Docker\n\n## 🚀\n\nText.\n',
		good: '# Docker\n\n## 🚀 Start\n\nText.\n',
	},
	find: ({ sections }) =>
		flatten(sections)
			.filter(({ title, slug }) => title !== '' && slug === '')
			.map((section) => toFinding(section, 'gives no address')),
};

export const headingDiffers: Rule = {
	name: 'heading-differs',
	severity: 'warning',
	strict: 'error',
	meaning:
		'No two headings give the same address. The same text on two pages is no clash. A second page ' +
		'gets a number behind its address, and keeps it only as long as the first one stands before it.',
	hint: 'Rename one of the two headings.',
	example: {
		bad: '# Docker\n\n## Group\n\nText.\n\n## Group!\n\nText.\n',
		good: '# Docker\n\n## Group\n\nText.\n\n## Other group\n\nText.\n',
	},
	find: (_, { plan, isStrict }) =>
		plan.doubles
			// Parts of one page are often called alike, and nobody links to the second one.
			.filter(({ second }) => isStrict || plan.places.get(second)?.isPage === true)
			.map(({ first, second, href }) =>
				toFinding(second, `gives the same address as line ${first.line}: ${href}`),
			),
};

export const headingLeavesFrame: Rule = {
	name: 'heading-leaves-frame',
	severity: 'warning',
	strict: 'error',
	meaning:
		"No heading within a page gives an id that the page's frame has: it gets a number behind it.",
	hint: 'Rename it.',
	example: {
		bad: '# Docker\n\n## Group\n\n### Page\n\n#### Theme icons\n\nText.\n',
		good: '# Docker\n\n## Group\n\n### Page\n\n#### Icons\n\nText.\n',
	},
	find: ({ sections }) =>
		flatten(sections)
			.filter(({ slug, depth }) => depth > 2 && frameIds.has(slug))
			.map((section) => toFinding(section, `gives the id of the page's frame: ${section.slug}`)),
};

/** Headings without text; the last one of the notes does no harm when nothing is below it. */
function findTextless(
	sections: readonly Section[],
	isMeant: (isLast: boolean) => boolean,
): Finding[] {
	const all = flatten(sections);
	return all
		.filter((section) => section.title === '')
		.filter((section) => isMeant(section.depth > 1 && section === all.at(-1) && isEmpty(section)))
		.map(({ heading, depth }) => {
			const hint = `Write \`${'#'.repeat(depth)} Title\`, or delete the line.`;
			return { ...toPlace(heading.node), text: 'heading has no text', hint };
		});
}

function toFinding({ heading, title }: Section, text: string): Finding {
	return { ...toPlace(heading.node), text: `heading \`${title}\` ${text}` };
}
