import type { Code, Html, Nodes, Table } from 'mdast';
import type { Outline } from '../outline.ts';
import type { Plan } from '../plan.ts';
import type { Finding, Ground, Rule } from './rule.ts';
import { hasCommands, isLanguage, toLanguageName, toNearest } from '../languages.ts';
import { findLoose, toTokens, type LooseTag } from '../html.ts';
import { findNodes, toNodes, toPlace, toPlaceBehind, toPlaceOn, toRange } from '../parse.ts';
import { toLine } from '../text.ts';

/** What code, tables and HTML in notes have to be like, so that they are shown as they are written. */
export const markupRules: readonly Rule[] = [
	{
		name: 'fence-is-closed',
		severity: 'doubt',
		find: ({ outline }) => findOpenFences(outline).filter(({ heading }) => !heading),
	},
	{
		// All sections behind it would be code.
		name: 'fence-takes-no-heading',
		severity: 'error',
		find: ({ outline }) => findOpenFences(outline).filter(({ heading }) => heading),
	},
	{
		name: 'fence-has-language',
		severity: 'doubt',
		find: ({ outline: { root, source } }) =>
			findNodes(root, 'code').flatMap((node): Finding[] => {
				const marks = toMarks(node, source);
				if (marks === undefined) return [];
				const { lang } = node;
				if (lang && toLanguageName(lang, '')) return findOddLanguage(node, lang, marks);
				const note = `Write ${marks}dockerfile, ${marks}bash or, for anything else, ${marks}text.`;
				return [{ ...toPlace(node), reason: 'fence has no language', note }];
			}),
	},
	{
		name: 'code-has-plain-spaces',
		severity: 'warning',
		find: ({ outline: { root, source } }) =>
			findNodes(root, 'code').flatMap((node) => findOddSpaces(node, source)),
	},
	{
		name: 'table-row-fits',
		severity: 'doubt',
		find: ({ outline: { root, source } }) => [
			...findNodes(root, 'table').flatMap(findLostCells),
			...findNodes(root, 'paragraph').flatMap((node) => findStrayRow(node, source)),
		],
	},
	{
		name: 'html-is-closed',
		severity: 'error',
		find: (ground) => [
			...findLooseTags(ground).filter(({ type }) => type === 'open'),
			...findOpenComments(ground.outline),
		],
	},
	{
		name: 'html-is-safe',
		severity: 'warning',
		find: (ground) => [
			...findLooseTags(ground).filter(({ type }) => type === 'close'),
			...findActing(ground.outline),
		],
	},
];

/** The marks that a fence begins with; an indented block has none. */
function toMarks(node: Code, source: string): string | undefined {
	return /^(?:`{3,}|~{3,})/.exec(source.slice(toRange(node).start))?.[0];
}

/** Fences that their end is missing from, and whether they have taken in a heading. */
function findOpenFences({ root, source }: Outline): (Finding & { heading: boolean })[] {
	return findNodes(root, 'code').flatMap((node) => {
		const marks = toMarks(node, source);
		if (marks === undefined || isClosed(node, source, marks)) return [];
		const note = `Write ${marks} on a line of its own after it.`;
		const heading = /^#{2,6}[ \t]+\S/m.test(node.value);
		return [{ ...toPlace(node), reason: 'fence is not closed', note, heading }];
	});
}

function isClosed(node: Code, source: string, marks: string): boolean {
	const { start, end } = toRange(node);
	const [, ...others] = source.slice(start, end).split(/\r\n|\r|\n/);
	return new RegExp(`^[\\s>]*${marks[0]}{${marks.length},}\\s*$`).test(others.at(-1) ?? '');
}

/** A language that nobody knows, or that the code is not in. */
function findOddLanguage(node: Code, lang: string, marks: string): Finding[] {
	if (/^docker(?:file)?$/i.test(lang) && hasCommands(node.value)) {
		const note = `Write ${marks}bash.`;
		return [{ ...toPlace(node), reason: `fence of commands is called \`${lang}\``, note }];
	}
	if (isLanguage(lang)) return [];
	const note = `Write ${marks}${toNearest(lang) ?? 'text'}, or another name of a language.`;
	return [
		{ ...toPlace(node), reason: `language \`${lang}\` is not known: shown as plain text`, note },
	];
}

/** Signs that look like a space or like nothing, and that no shell takes for one. */
const oddSpaces: Readonly<Record<string, string>> = {
	'\u00a0': 'non-breaking space',
	'\u200b': 'zero-width space',
	'\u2060': 'word joiner',
	'\ufeff': 'byte order mark',
	'\u202f': 'narrow non-breaking space',
};

function findOddSpaces(node: Code, source: string): Finding[] {
	const first = toRange(node).line + (toMarks(node, source) === undefined ? 0 : 1);
	return node.value.split('\n').flatMap((text, index): Finding[] => {
		const [sign] = /[\u00a0\u200b\u2060\ufeff\u202f]/.exec(text) ?? [];
		if (sign === undefined) return [];
		const place = toPlaceOn(source, first + index);
		const note = 'Type an ordinary space in its place.';
		return [{ ...place, reason: `code has a ${oddSpaces[sign]}`, note }];
	});
}

/** GFM leaves out the cells of a row that its head has no column for. */
function findLostCells({ children: [head, ...rows] }: Table): Finding[] {
	const columns = head?.children.length ?? 0;
	return rows.flatMap((row): Finding[] => {
		const lost = row.children.slice(columns).find((cell) => toLine(cell) !== '');
		const torn = row.children.find((cell) => isTorn(cell));
		if (lost === undefined && torn !== undefined) {
			const note = 'Write `\\|` for a bar within code.';
			return [{ ...toPlace(torn), reason: 'a bar cuts the code of this cell', note }];
		}
		if (lost === undefined) return [];
		const reason = `row has ${row.children.length} cells, and its table ${columns} columns`;
		const note = 'Give the table another column, or write `\\|` for a bar that is text.';
		return [{ ...toPlace(lost), reason, note }];
	});
}

/** Whether a cell has a backtick without another: its code went on behind a bar. */
function isTorn(cell: Nodes): boolean {
	const texts = findNodes(cell, 'text').map(({ value }) => value);
	return texts.join('').split('`').length % 2 === 0;
}

/** A row that a comment or an empty line took out of its table, or that has no head. */
function findStrayRow(node: Nodes, source: string): Finding[] {
	const { start, end } = toRange(node);
	const rows = source.slice(start, end).split(/\r\n|\r|\n/);
	if (!rows.every((line) => /^[ \t>]*\|.*\|[ \t]*$/.test(line))) return [];
	const note = 'Put nothing between it and its table, and `| --- |` below the head.';
	return [{ ...toPlace(node), reason: 'row stands outside of a table', note }];
}

/** What runs, loads or asks for something is text, and worth a word to the author. */
const acting =
	/^(?:applet|audio|base|button|canvas|dialog|embed|form|frame|iframe|input|link|math|meta|object|script|select|style|svg|template|textarea|video)$/;

function findActing({ root }: Outline): Finding[] {
	return findNodes(root, 'html').flatMap((node) =>
		toTokens(node.value)
			.filter(({ type, name }) => type === 'open' && acting.test(name))
			.map(({ name, start }) => ({
				...toPlaceIn(node, start),
				reason: `\`<${name}>\` is shown as text`,
				note: 'Delete it; pages hold what GitHub shows of HTML, and nothing that acts.',
			})),
	);
}

/** Such a comment takes along the rest of the file. */
function findOpenComments({ root }: Outline): Finding[] {
	return findNodes(root, 'html').flatMap((node) => {
		const last = node.value.lastIndexOf('<!--');
		if (last < 0 || node.value.includes('-->', last)) return [];
		const reason = 'comment is not closed';
		return [{ ...toPlaceIn(node, last), reason, note: 'Write `-->` at its end.' }];
	});
}

/** Tags without a counterpart: an element that stays open could take in all that follows. */
function findLooseTags({ outline, plan }: Ground): (Finding & Pick<LooseTag, 'type'>)[] {
	return toFamilies(outline, plan).flatMap((family) => {
		const isWithin = family.some(({ type }) => type === 'text');
		const pieces = family.map((node) => (node.type === 'html' ? node.value : ''));
		return findLoose(pieces)
			.filter(({ name }) => name !== 'p')
			.map((tag) => toLooseFinding(tag, family[tag.piece], isWithin));
	});
}

/** Lists of siblings with HTML among them: the blocks of each page, and what each node holds. */
function toFamilies({ root }: Outline, { places }: Plan): (readonly Nodes[])[] {
	const pages = Map.groupBy(places, ([, { page }]) => page);
	const blocks = [...pages.values()].map((sections) => [
		// The first section of a file may stand there as the whole file, too.
		...new Set(sections.flatMap(([section]) => section.blocks.map(({ node }): Nodes => node))),
	]);
	const inner = toNodes(root).flatMap((node): (readonly Nodes[])[] =>
		node.type !== 'root' && 'children' in node ? [node.children] : [],
	);
	return [...blocks, ...inner].filter((family) => family.some(({ type }) => type === 'html'));
}

function toLooseFinding(tag: LooseTag, node: Nodes | undefined, isWithin: boolean) {
	const { type, name, start } = tag;
	const [open, close] = [`<${name}>`, `</${name}>`];
	const [own, other] = type === 'open' ? [open, close] : [close, open];
	return {
		...(node?.type === 'html' ? toPlaceIn(node, start) : { line: 1, column: 1 }),
		reason: `\`${own}\` has no \`${other}\` in its ${isWithin ? 'paragraph' : 'page'}`,
		note: `Write \`${other}\`, or \`\\${own}\` if it is text.`,
		type,
	};
}

function toPlaceIn(node: Html, offset: number) {
	return toPlaceBehind(toPlace(node), node.value.slice(0, offset));
}
