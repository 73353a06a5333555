import type { Paragraph } from 'mdast';
import type { Outline, Section } from '../outline.ts';
import type { Finding, Ground, Rule } from './rule.ts';
import { isContents } from '../contents.ts';
import { findDoubled } from '../definitions.ts';
import { isComment, isLineBreakHtml } from '../html.ts';
import { flatten } from '../outline.ts';
import { findNodes, toPlace, toPlaceAt, toRange } from '../parse.ts';
import { findTitle } from '../title.ts';

/** What the outline of notes has to be like, so that no heading is lost, doubled or empty. */
export const structureRules: readonly Rule[] = [
	{
		name: 'file-has-text',
		severity: 'error',
		find: (ground) => (ground.isTitled ? [] : findNothing(ground)),
	},
	{
		name: 'file-has-one-title',
		severity: 'doubt',
		find: ({ outline, isTitled }) => {
			const { source, sections } = outline;
			if (source.trim() === '') return [];
			const title = findTitle(outline);
			const others = sections.filter((one) => one !== title && !isContents(one));
			if (title?.depth === 1) return others.map(toSecondTitle);
			const [first] = sections;
			if (title !== undefined || isTitled || first?.title === '') return [];
			const place = first === undefined ? { line: 1, column: 1 } : toPlace(first.heading.node);
			const note = 'Give the file a first heading: `# Docker`.';
			return [{ ...place, reason: 'no title before this', note }];
		},
	},
	{
		name: 'heading-has-text',
		severity: 'error',
		find: ({ outline }) => findTextless(outline).filter(({ isIdle }) => !isIdle),
	},
	{
		name: 'last-heading-has-text',
		severity: 'warning',
		find: ({ outline }) => findTextless(outline).filter(({ isIdle }) => isIdle),
	},
	{
		name: 'heading-has-blank',
		severity: 'warning',
		find: ({ outline: { root, source } }) =>
			findNodes(root, 'paragraph').flatMap((node) => findTightHeadings(node, source)),
	},
	{
		name: 'heading-differs',
		severity: 'doubt',
		find: ({ plan, isStrict }) =>
			plan.doubles
				// Parts of one page are often called alike, and nobody links to the second one.
				.filter(({ second }) => isStrict || plan.places.get(second)?.isPage === true)
				.map(({ first, second: { heading, title }, href }) => ({
					...toPlace(heading.node),
					reason: `heading \`${title}\` gives the same address as line ${first.line}: ${href}`,
					note: 'Rename one of the two headings.',
				})),
	},
	{
		name: 'section-has-content',
		severity: 'doubt',
		find: (ground) => [
			...(ground.isTitled ? findNothing(ground) : []),
			...flatten(ground.outline.sections)
				.filter((section) => section.title !== '' && isEmpty(section))
				.map(({ heading, title }) => ({
					...toPlace(heading.node),
					reason: `section \`${title}\` has no content`,
					note: 'Write something below it, or delete it.',
				})),
		],
	},
	{
		name: 'name-is-given-once',
		severity: 'warning',
		find: ({ outline: { root } }) =>
			findDoubled(root)
				// `[//]: # (words)` is a comment.
				.filter(({ node }) => !('url' in node) || !/^#?$/.test(node.url))
				.map(({ node, first }) => {
					const name = `[${'url' in node ? '' : '^'}${node.label ?? node.identifier}]`;
					const reason = `\`${name}\` is given on line ${toRange(first).line} already`;
					return { ...toPlace(node), reason, note: 'Rename or delete one of the two.' };
				}),
	},
];

function findNothing({ outline: { source }, isBare }: Ground): Finding[] {
	if (source.trim() !== '' || isBare) return [];
	const note = 'Start with a title: `# Docker`.';
	return [{ line: 1, column: 1, reason: 'file is empty', note }];
}

function toSecondTitle({ heading, title }: Section): Finding {
	const note = `Write \`## ${title}\`: a file has one \`#\` title.`;
	return { ...toPlace(heading.node), reason: `second title \`${title}\``, note };
}

/** Headings without text; the last one of the notes does no harm when nothing is below it. */
function findTextless({ sections }: Outline): (Finding & { isIdle: boolean })[] {
	const all = flatten(sections);
	return all
		.filter(({ title }) => title === '')
		.map((section) => ({
			...toPlace(section.heading.node),
			reason: 'heading has no text',
			note: `Write \`${'#'.repeat(section.depth)} Title\`, or delete the line.`,
			isIdle: section.depth > 1 && section === all.at(-1) && isEmpty(section),
		}));
}

/** Whether nothing that is seen stands below a heading. */
function isEmpty({ children, blocks }: Section): boolean {
	const isUnseen = blocks.every(({ node }) => isLineBreakHtml(node) || isComment(node));
	return children.length === 0 && isUnseen;
}

/** Lines that begin as a heading does, and yet are words: `##Setup`. */
function findTightHeadings(node: Paragraph, source: string): Finding[] {
	const { start, end } = toRange(node);
	return [...source.slice(start, end).matchAll(/^#{2,6}(?=[^\s#])/gm)].map(
		({ 0: marks, index }) => ({
			...toPlaceAt(source, start + index),
			reason: `\`${marks}\` is shown as text: no blank follows it`,
			note: `Write \`${marks} \`, with a blank, if it is a heading.`,
		}),
	);
}
