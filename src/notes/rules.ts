import type { Code } from 'mdast';
import type { Outline, Section } from './outline.ts';
import type { Problem, Surroundings } from './problems.ts';
import { visit } from 'unist-util-visit';
import { toAddresses, toHref } from './address.ts';
import { presentationOf } from './layout.ts';
import { flatten, toRange } from './outline.ts';
import { isLineBreakHtml } from './spacers.ts';

/** Looks at the notes for one kind of problem. */
export type Rule = (outline: Outline, surroundings: Surroundings) => Problem[];

/** Everything that the notes are checked for. */
export const rules: readonly Rule[] = [
	hasText,
	hasNoNul,
	hasOneTitle,
	headingsHaveText,
	headingsHaveAddresses,
	addressesDiffer,
	sectionsHaveContent,
	fencesAreClosed,
	fencesHaveLanguages,
	anchorsExist,
	filesExist,
];

function hasText({ source }: Outline): Problem[] {
	if (source.trim() !== '') return [];
	return [error(1, 'file is empty', 'Start with a title: `# Docker`.')];
}

function hasNoNul({ source }: Outline): Problem[] {
	const offset = source.indexOf('\0');
	if (offset < 0) return [];
	const line = source.slice(0, offset).split(/\r\n|\r|\n/).length;
	return [error(line, 'line has a NUL byte', 'Delete the character; it cannot be shown.')];
}

function hasOneTitle({ source, sections }: Outline): Problem[] {
	const [first, ...others] = sections;
	if (source.trim() === '') return [];
	if (first?.depth !== 1) {
		const line = first?.line ?? 1;
		return [error(line, 'no title before this', 'Give the file a first heading: `# Docker`.')];
	}
	return others.map(({ line, title }) =>
		error(line, `second title \`${title}\``, `Write \`## ${title}\`: a file has one \`#\` title.`),
	);
}

function headingsHaveText({ sections }: Outline): Problem[] {
	const all = flatten(sections);
	return all
		.filter(({ title }) => title === '')
		.map((section) => {
			const marks = '#'.repeat(section.depth);
			const hint = `Write \`${marks} Title\`, or delete the line.`;
			const isHarmless = section === all.at(-1) && isEmpty(section);
			return { ...error(section.line, 'heading has no text', hint), ...(isHarmless && warning) };
		});
}

function headingsHaveAddresses({ sections }: Outline): Problem[] {
	return flatten(sections)
		.filter(({ title, slug }) => title !== '' && slug === '')
		.map(({ line, title }) =>
			error(line, `heading \`${title}\` gives no address`, 'Add a word with letters or digits.'),
		);
}

function addressesDiffer(outline: Outline): Problem[] {
	const firsts = new Map<string, Section>();
	const problems: Problem[] = [];
	for (const [section, address] of toAddresses(outline)) {
		const href = toHref(address);
		const first = firsts.get(href);
		if (first === undefined) firsts.set(href, section);
		else if (section.slug !== '' && section.depth > 1) {
			const text = `heading \`${section.title}\` gives the same address as line ${first.line}: ${href}`;
			problems.push(error(section.line, text, 'Rename one of the two headings.'));
		}
	}
	return problems;
}

function sectionsHaveContent({ sections }: Outline): Problem[] {
	return flatten(sections)
		.filter((section) => section.title !== '' && isEmpty(section))
		.map(({ line, title }) =>
			error(line, `section \`${title}\` has no content`, 'Write something below it, or delete it.'),
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
		return [
			error(line, 'fence is not closed', `Write \`${marks}\` on a line of its own after it.`),
		];
	});
}

function fencesHaveLanguages({ root, source }: Outline): Problem[] {
	return findFences(root, (node) => {
		const { start, line } = toRange(node);
		const marks = /^(?:`{3,}|~{3,})/.exec(source.slice(start))?.[0];
		if (marks === undefined || node.lang) return [];
		const hint = `Write \`${marks}dockerfile\`, \`${marks}bash\` or, for anything else, \`${marks}text\`.`;
		return [error(line, 'fence has no language', hint)];
	});
}

function anchorsExist({ root, sections }: Outline): Problem[] {
	const anchors = new Set(flatten(sections).map(({ anchor }) => `#${anchor}`));
	return findLinks(root, (url, line) => {
		if (!url.startsWith('#') || anchors.has(url) || anchors.has(decode(url))) return [];
		const hint = 'Link to a heading of this file: lower case, spaces as `-`, without punctuation.';
		return [error(line, `link \`${url}\` leads to no heading`, hint)];
	});
}

function filesExist({ root }: Outline, { exists }: Surroundings): Problem[] {
	return findLinks(root, (url, line) => {
		if (/^(?:[a-z][a-z\d+.-]*:|#|\/|\?|$)/i.test(url)) return [];
		const path = decode(url.replace(/[?#].*$/, ''));
		if (exists(path)) return [];
		const hint = 'Correct the path; it is relative to the file of notes.';
		return [error(line, `file \`${path}\` does not exist`, hint)];
	});
}

function findFences(root: Outline['root'], check: (node: Code) => Problem[]): Problem[] {
	const problems: Problem[] = [];
	visit(root, 'code', (node) => {
		problems.push(...check(node));
	});
	return problems;
}

function findLinks(
	root: Outline['root'],
	check: (url: string, line: number) => Problem[],
): Problem[] {
	const problems: Problem[] = [];
	visit(root, ['link', 'image', 'definition'], (node) => {
		if ('url' in node) problems.push(...check(node.url, toRange(node).line));
	});
	return problems;
}

function isEmpty(section: Section): boolean {
	if (presentationOf(section.title).dropped) return false;
	return section.children.length === 0 && section.blocks.every(({ node }) => isLineBreakHtml(node));
}

function decode(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}

const warning = { severity: 'warning' } as const;

function error(line: number, text: string, hint: string): Problem {
	return { severity: 'error', line, text, hint };
}
