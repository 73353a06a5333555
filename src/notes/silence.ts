import type { Html, Nodes, Parents } from 'mdast';
import type { Outline, Section } from './outline.ts';
import type { Place, Problem } from './problem.ts';
import type { Finding } from './rules/rule.ts';
import { closest } from 'fastest-levenshtein';
import { toNodes } from './nodes.ts';
import { flatten } from './outline.ts';
import { toPlaceAt } from './problem.ts';
import { byPlace } from './problems.ts';
import { toProblem } from './rules/rule.ts';
import { silenceHasEffect } from './rules/silence.ts';
import { rules } from './rules/table.ts';
import { isComment, isLineBreakHtml } from './spacers.ts';

/** One rule that the author silences from one line to another. */
interface Silence extends Place {
	/** The rule's name as it is written. */
	rule: string;
	/** What stands behind `notes-ignore`: nothing, `-section`, `-file`, or what nobody knows. */
	reach: string;
	/** The lines that it speaks for, both included; none when nothing stands below it. */
	from: number;
	to: number;
}

/**
 * A comment that silences: `<!-- notes-ignore rule other-rule: reason -->`; `-section` and `-file`
 * reach further.
 */
export const comment = /<!--\s*notes-ignore(-[a-z][\w-]*?)?(?=[\s:]|-->)([^:]*?)(?::[\s\S]*?)?-->/g;

/** The problems without those that comments in the notes silence. */
export function silence(outline: Outline, problems: readonly Problem[]): Problem[] {
	const silences = findSilences(outline);
	return problems.filter((problem) => !silences.some((one) => isSilenced(problem, one)));
}

/**
 * What is said to the author in the end: the problems without those that comments silence, and a
 * warning for each comment without effect. `isWhole` tells whether everything was looked for: a
 * comment is not blamed for a rule that nobody has asked yet.
 */
export function settle(
	outline: Outline | undefined,
	problems: readonly Problem[],
	isWhole: boolean,
): Problem[] {
	if (outline === undefined) return [...problems];
	const idle = findSilences(outline).flatMap((one) => {
		const { line, column } = one;
		const fault = findFault(one, problems, isWhole);
		return fault ? [toProblem(silenceHasEffect, { line, column, ...fault }, {})] : [];
	});
	return [...silence(outline, problems), ...idle].sort(byPlace);
}

function isSilenced({ rule, line }: Problem, { rule: name, from, to }: Silence): boolean {
	return rule === name && from <= line && line <= to && !isFirm(rule);
}

function isFirm(rule: string): boolean {
	return rules.some(({ name, isFirm }) => name === rule && isFirm === true);
}

function findFault(
	silence: Silence,
	problems: readonly Problem[],
	isWhole: boolean,
): Pick<Finding, 'text' | 'hint'> | undefined {
	const names = rules.filter(({ isFirm }) => !isFirm).map(({ name }) => name);
	if (!reaches.has(silence.reach)) {
		const hint = 'There are `notes-ignore`, `notes-ignore-section` and `notes-ignore-file`.';
		return { text: `there is no comment \`notes-ignore${silence.reach}\``, hint };
	}
	const rule = rules.find(({ name }) => name === silence.rule);
	if (silence.rule === '') {
		return { text: 'comment names no rule', hint: `Name one, such as \`${names[0]}\`.` };
	}
	if (rule === undefined) {
		const hint = `Did you mean \`${closest(silence.rule, names)}\`?`;
		return { text: `there is no rule \`${silence.rule}\``, hint };
	}
	if (rule.isFirm) {
		const hint = 'Mend what it is about: something of the notes would be lost.';
		return { text: `\`${rule.name}\` cannot be silenced`, hint };
	}
	if (rule.find === undefined && !isWhole) return undefined;
	if (problems.some((problem) => isSilenced(problem, silence))) return undefined;
	return { text: `nothing here breaks \`${rule.name}\`` };
}

const found = new WeakMap<Outline, Silence[]>();

function findSilences(outline: Outline): Silence[] {
	const known = found.get(outline);
	if (known !== undefined) return known;
	const silences = toNodes(outline.root).flatMap((parent) =>
		'children' in parent
			? parent.children.flatMap((node) => toSilences(node, parent, outline))
			: [],
	);
	found.set(outline, silences);
	return silences;
}

function toSilences(node: Nodes, parent: Parents, outline: Outline): Silence[] {
	if (node.type !== 'html') return [];
	return [...node.value.matchAll(comment)].flatMap(({ 1: reach = '', 2: names = '', index }) => {
		const place = toPlaceAt(outline.source, (node.position?.start.offset ?? 0) + index);
		const lines = toLines(reach, node, parent, outline);
		const words = names.split(/[\s,]+/).filter(Boolean);
		return (words.length > 0 ? words : ['']).map((rule) => ({ rule, reach, ...place, ...lines }));
	});
}

type Lines = Pick<Silence, 'from' | 'to'>;

const reaches: ReadonlySet<string> = new Set(['', '-section', '-file']);
const everything: Lines = { from: 1, to: Infinity };
const nothing: Lines = { from: 0, to: 0 };

function toLines(reach: string, node: Html, parent: Parents, outline: Outline): Lines {
	if (!reaches.has(reach)) return nothing;
	if (reach === '-file') return everything;
	if (reach === '-section') return toSectionLines(node, outline);
	if (isPhrasing(parent)) return toNodeLines(node);
	const index = parent.children.findIndex((child) => child === node);
	const next = parent.children
		.slice(index + 1)
		.find((child) => !isComment(child) && !isLineBreakHtml(child));
	return next === undefined ? nothing : toNodeLines(next);
}

/** A comment within a text speaks for its line; one between blocks for the block below. */
function isPhrasing({ type }: Parents): boolean {
	return !['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(type);
}

function toNodeLines({ position }: Nodes): Lines {
	return { from: position?.start.line ?? 0, to: position?.end.line ?? 0 };
}

function toSectionLines({ position }: Html, { source, sections }: Outline): Lines {
	const offset = position?.start.offset ?? 0;
	const around = (section: Section) => section.start <= offset && offset < section.end;
	const section = flatten(sections).findLast(around);
	if (section === undefined) return everything;
	return { from: section.line, to: toPlaceAt(source, section.end).line };
}
