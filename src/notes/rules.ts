import type { Code } from 'mdast';
import type { Outline, Section } from './outline.ts';
import type { Problem, Surroundings } from './problems.ts';
import { visit } from 'unist-util-visit';
import { isDropped, toAddresses, toHref } from './address.ts';
import { anchorsExist, filesExist, linksAreSafe, linksAreServed } from './links.ts';
import { flatten, toRange } from './outline.ts';
import { toError } from './problem.ts';
import { isComment, isLineBreakHtml } from './spacers.ts';

/** Looks at the notes for one kind of problem. */
export type Rule = (outline: Outline, surroundings: Surroundings) => Problem[];

/** Everything that the notes are checked for. */
export const rules: readonly Rule[] = [
	hasText,
	hasNoNul,
	hasOneTitle,
	beginsWithTitle,
	headingsHaveText,
	headingsHaveAddresses,
	addressesDiffer,
	idsAreFree,
	sectionsHaveContent,
	fencesAreClosed,
	fencesHaveLanguages,
	anchorsExist,
	filesExist,
	linksAreServed,
	linksAreSafe,
];

function hasText({ source }: Outline): Problem[] {
	if (source.trim() !== '') return [];
	return [toError(1, 'file is empty', 'Start with a title: `# Docker`.')];
}

function hasNoNul({ source }: Outline): Problem[] {
	const offset = source.indexOf('\0');
	if (offset < 0) return [];
	const line = source.slice(0, offset).split(/\r\n|\r|\n/).length;
	return [toError(line, 'line has a NUL byte', 'Delete the character; it cannot be shown.')];
}

function hasOneTitle({ source, sections }: Outline): Problem[] {
	const [first, ...others] = sections;
	if (source.trim() === '') return [];
	if (first?.depth !== 1) {
		const line = first?.line ?? 1;
		return [toError(line, 'no title before this', 'Give the file a first heading: `# Docker`.')];
	}
	return others.map(({ line, title }) =>
		toError(
			line,
			`second title \`${title}\``,
			`Write \`## ${title}\`: a file has one \`#\` title.`,
		),
	);
}

function beginsWithTitle({ preamble, sections }: Outline): Problem[] {
	const block = preamble.find(({ node }) => !isLineBreakHtml(node) && !isComment(node));
	if (block === undefined || sections[0]?.depth !== 1) return [];
	return [toError(block.line, 'text before the title', 'Move it below the first heading.')];
}

function headingsHaveText({ sections }: Outline): Problem[] {
	const all = flatten(sections);
	return all
		.filter(({ title }) => title === '')
		.map((section) => {
			const marks = '#'.repeat(section.depth);
			const hint = `Write \`${marks} Title\`, or delete the line.`;
			const isHarmless = section === all.at(-1) && isEmpty(section);
			return { ...toError(section.line, 'heading has no text', hint), ...(isHarmless && warning) };
		});
}

function headingsHaveAddresses({ sections }: Outline): Problem[] {
	return flatten(sections)
		.filter(({ title, slug }) => title !== '' && slug === '')
		.map(({ line, title }) =>
			toError(line, `heading \`${title}\` gives no address`, 'Add a word with letters or digits.'),
		);
}

function addressesDiffer(outline: Outline): Problem[] {
	if (outline.sections[0]?.depth !== 1) return [];
	const firsts = new Map<string, Section>();
	const problems: Problem[] = [];
	for (const [section, address] of toAddresses(outline)) {
		const href = toHref(address);
		const first = firsts.get(href);
		if (first === undefined) firsts.set(href, section);
		else if (section.slug !== '' && section.depth > 1) {
			const text = `heading \`${section.title}\` gives the same address as line ${first.line}: ${href}`;
			problems.push(toError(section.line, text, 'Rename one of the two headings.'));
		}
	}
	return problems;
}

/** Ids that Starlight's frame has on every page. */
const frameIds = new Set(['_top', 'theme-icons', 'starlight__sidebar', 'starlight__on-this-page']);

function idsAreFree({ sections }: Outline): Problem[] {
	return flatten(sections)
		.filter(({ slug, depth }) => depth > 2 && frameIds.has(slug))
		.map(({ line, title, slug }) =>
			toError(line, `heading \`${title}\` gives the id of the page's frame: ${slug}`, 'Rename it.'),
		);
}

function sectionsHaveContent({ sections }: Outline): Problem[] {
	return flatten(sections)
		.filter((section) => section.title !== '' && isEmpty(section))
		.map(({ line, title }) =>
			toError(
				line,
				`section \`${title}\` has no content`,
				'Write something below it, or delete it.',
			),
		);
}

function fencesAreClosed({ root, source }: Outline): Problem[] {
	return findFences(root, (node) => {
		const { start, end, line } = toRange(node);
		const [first = '', ...others] = source.slice(start, end).split(/\r\n|\r|\n/);
		const marks = /^(?:`{3,}|~{3,})/.exec(first)?.[0];
		if (marks === undefined) return [];
		const isClosing = new RegExp(`^[\\s>]*${marks[0]}{${marks.length},}\\s*$`);
		if (isClosing.test(others.at(-1) ?? '')) return [];
		return [toError(line, 'fence is not closed', `Write ${marks} on a line of its own after it.`)];
	});
}

function fencesHaveLanguages({ root, source }: Outline): Problem[] {
	return findFences(root, (node) => {
		const { start, line } = toRange(node);
		const marks = /^(?:`{3,}|~{3,})/.exec(source.slice(start))?.[0];
		if (marks === undefined || node.lang) return [];
		const hint = `Write ${marks}dockerfile, ${marks}bash or, for anything else, ${marks}text.`;
		return [toError(line, 'fence has no language', hint)];
	});
}

function findFences(root: Outline['root'], check: (node: Code) => Problem[]): Problem[] {
	const problems: Problem[] = [];
	visit(root, 'code', (node) => {
		problems.push(...check(node));
	});
	return problems;
}

function isEmpty(section: Section): boolean {
	if (isDropped(section)) return section.title === '' && hasNothing(section);
	return hasNothing(section);
}

function hasNothing({ children, blocks }: Section): boolean {
	return children.length === 0 && blocks.every(({ node }) => isLineBreakHtml(node));
}

const warning = { severity: 'warning' } as const;
