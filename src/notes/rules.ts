import type { Html, Nodes, Parents, Root } from 'mdast';
import type { Message } from '../input/message.ts';
import type { Outline } from './outline.ts';
import type { Ground, Rule } from './rules/rule.ts';
import { byPlace, toMessage } from '../input/message.ts';
import { isComment, isLineBreakHtml } from './html.ts';
import { isFlow, toNodes } from './parse.ts';
import { dialectRules } from './rules/dialectRules.ts';
import { linkRules } from './rules/linkRules.ts';
import { markupRules } from './rules/markupRules.ts';
import { structureRules } from './rules/structure.ts';

/** Everything that notes are checked for by themselves. */
export const rules: readonly Rule[] = [
	...structureRules,
	...linkRules,
	...markupRules,
	...dialectRules,
];

/** Everything that is wrong with a file of notes by itself, before its author's comments silence any. */
export function findMessages(ground: Ground): Message[] {
	const { file, isStrict } = ground;
	return rules.flatMap(({ name, severity, find }) => {
		const isWarning = severity === 'warning' || (severity === 'doubt' && !isStrict);
		return find(ground).map(({ line, column, reason, note }) =>
			toMessage({ file, line, column, rule: name, isWarning }, reason, note),
		);
	});
}

/**
 * A comment that silences: `<!-- notes-ignore rule other-rule: reason -->` speaks for the block below
 * it, or for its line within a text, and `notes-ignore-file` for the whole file.
 */
export const silencing = /<!--\s*notes-ignore(-file)?\s([^:]*?)(?::[\s\S]*?)?-->/g;

/**
 * What is said of a file of notes in the end, in the order of its places: comments in it silence what
 * is no error by its nature. (Not `remark-message-control`: it throws at every other comment that begins
 * with its name, and takes no reason.)
 */
export function settle({ root }: Outline, messages: readonly Message[]): Message[] {
	const silences = findSilences(root);
	const isSilenced = ({ ruleId, line = 1 }: Message) =>
		silences.some(({ rule, from, to }) => rule === ruleId && from <= line && line <= to);
	return messages.filter((message) => isFirm(message) || !isSilenced(message)).sort(byPlace);
}

function isFirm({ ruleId }: Message): boolean {
	return rules.some(({ name, severity }) => name === ruleId && severity === 'error');
}

/** One rule that the author silences from one line to another, both included. */
interface Silence {
	rule: string;
	from: number;
	to: number;
}

function findSilences(root: Root): Silence[] {
	const parents = toNodes(root).filter((node) => 'children' in node);
	return parents.flatMap((parent) =>
		parent.children.flatMap((node) => (node.type === 'html' ? toSilences(node, parent) : [])),
	);
}

function toSilences(node: Html, parent: Parents): Silence[] {
	return [...node.value.matchAll(silencing)].flatMap(([, isFile, names = '']) => {
		const lines = isFile ? { from: 1, to: Infinity } : toLines(findTarget(node, parent));
		return names.split(/[\s,]+/).map((rule) => ({ rule, ...lines }));
	});
}

/** A comment within a text speaks for its line; one between blocks for the block below. */
function findTarget(node: Html, parent: Parents): Nodes | undefined {
	if (!isFlow(parent)) return node;
	const siblings: readonly Nodes[] = parent.children;
	const behind = siblings.slice(siblings.indexOf(node) + 1);
	return behind.find((one) => !isComment(one) && !isLineBreakHtml(one));
}

function toLines(node: Nodes | undefined): Omit<Silence, 'rule'> {
	return { from: node?.position?.start.line ?? 0, to: node?.position?.end.line ?? 0 };
}
