import type { Nodes, RootContent } from 'mdast';
import type { Block, Outline } from '../outline.ts';
import type { Plan } from '../plan.ts';
import type { Place } from '../problem.ts';
import type { Rule } from './rule.ts';
import { isReordered } from '../html/element.ts';
import { matchTags, type Matched } from '../html/match.ts';
import { activeNames } from '../html/schema.ts';
import { findNodes, toNodes } from '../nodes.ts';
import { toPlace, toPlaceBehind } from '../problem.ts';

export const htmlIsClosed: Rule = {
	name: 'html-is-closed',
	severity: 'warning',
	meaning:
		'An HTML element is closed where it was opened: in its paragraph, or on the page it stands on. The tags of any other are shown as text.',
	hint: 'Write the other tag as well, or `\\<b>` if it is meant as text.',
	example: {
		bad: '# Docker\n\n<details>\n\n## Group\n\nText.\n',
		good: '# Docker\n\n<details>\n\nText.\n\n</details>\n\n## Group\n\nText.\n',
	},
	find: (outline, { plan }) =>
		findTags(outline, plan, ({ wrong }) => wrong === 'unclosed' || wrong === 'stray').map(
			({ tag, isWithin, place }) => {
				const [own, other] = toNames(tag);
				const text = `\`${own}\` has no \`${other}\` in its ${isWithin ? 'paragraph' : 'page'}`;
				return { ...place, text, hint: `Write \`${other}\`, or \`\\${own}\` if it is text.` };
			},
		),
};

export const htmlHasParent: Rule = {
	name: 'html-has-parent',
	severity: 'warning',
	meaning:
		'A cell stands in a row, a row in a table, an item in a list. The tags of any other are left out.',
	hint: 'Write what it is part of around it.',
	example: {
		bad: '# Docker\n\n<td>A cell</td>\n',
		good: '# Docker\n\n<table><tr><td>A cell</td></tr></table>\n',
	},
	find: (outline, { plan }) =>
		findTags(outline, plan, ({ wrong, type }) => wrong === 'misplaced' && type === 'open').map(
			({ tag, place }) => ({ ...place, text: `\`<${tag.name}>\` may not stand here` }),
		),
};

export const htmlIsSafe: Rule = {
	name: 'html-is-safe',
	severity: 'warning',
	meaning:
		'HTML shows something. What runs, loads or asks for something (`<script>`, `<iframe>`) is text.',
	hint: 'Delete it; pages hold what GitHub shows of HTML, and nothing that acts.',
	example: {
		bad: '# Docker\n\n<script>run()</script>\n',
		good: '# Docker\n\nPress <kbd>Enter</kbd>.\n',
	},
	find: (outline, { plan }) =>
		findTags(outline, plan, ({ type, name }) => type === 'open' && activeNames.has(name)).map(
			({ tag, place }) => ({ ...place, text: `\`<${tag.name}>\` is shown as text` }),
		),
};

export const htmlIsNested: Rule = {
	name: 'html-is-nested',
	severity: 'warning',
	meaning:
		'HTML is nested so that a browser leaves words where they are. If it would move them, all tags are text.',
	hint: 'Put what stands between the rows of a table into a cell.',
	example: {
		bad: '# Docker\n\n<table><tr><td>A</td></tr>B</table>\n',
		good: '# Docker\n\n<table><tr><td>A</td><td>B</td></tr></table>\n',
	},
	find: (outline, { plan }) =>
		toFamilies(outline, plan).flatMap((family) => {
			const pieces = toPieces(family);
			const first = family.find(({ type }) => type === 'html');
			if (first === undefined || !isReordered(pieces, matchTags(pieces))) return [];
			return [{ ...toPlace(first), text: 'a browser would move words of this HTML' }];
		}),
};

export const commentIsClosed: Rule = {
	name: 'comment-is-closed',
	severity: 'error',
	meaning: 'A comment ends. One that does not would take the rest of the file along.',
	hint: 'Write `-->` at its end.',
	example: {
		bad: '# Docker\n\nText.\n\n<!-- later\n\n## Group\n\nText.\n',
		good: '# Docker\n\nText.\n\n<!-- later -->\n\n## Group\n\nText.\n',
	},
	find: ({ root }) => {
		return findNodes(root, 'html').flatMap((node) => {
			const last = node.value.lastIndexOf('<!--');
			if (last < 0 || node.value.includes('-->', last)) return [];
			return [{ ...toPlaceIn(node, last), text: 'comment is not closed' }];
		});
	},
};

/** Nodes beside each other, of which some are raw HTML. */
type Family = readonly Nodes[];

interface FoundTag {
	tag: Matched;
	/** Whether it stands among words. */
	isWithin: boolean;
	place: Place;
}

function findTags(outline: Outline, plan: Plan, isMeant: (tag: Matched) => boolean): FoundTag[] {
	return toFamilies(outline, plan).flatMap((family) =>
		matchTags(toPieces(family))
			.filter(isMeant)
			.map((tag) => ({
				tag,
				isWithin: family.some(({ type }) => type === 'text'),
				place: toPlaceIn(family[tag.piece], tag.start),
			})),
	);
}

/** Lists of siblings with HTML among them: the blocks of each page, and what each node holds. */
function toFamilies(outline: Outline, plan: Plan): Family[] {
	const pages = Map.groupBy(plan.places, ([, { page }]) => page);
	const families: Family[] = [...pages.values()].map((sections) =>
		sections.flatMap(([section]) => section.blocks.map(({ node }: Block): RootContent => node)),
	);
	for (const node of toNodes(outline.root)) {
		if (node.type !== 'root' && 'children' in node) families.push(node.children);
	}
	return families.filter((family) => family.some(({ type }) => type === 'html'));
}

function toPieces(family: Family): string[] {
	return family.map((node) => (node.type === 'html' ? node.value : ''));
}

function toNames({ name, type }: Matched): [own: string, other: string] {
	return type === 'close' ? [`</${name}>`, `<${name}>`] : [`<${name}>`, `</${name}>`];
}

function toPlaceIn(node: Nodes | undefined, offset: number): Place {
	if (node?.type !== 'html') return { line: 1, column: 1 };
	return toPlaceBehind(toPlace(node), node.value.slice(0, offset));
}
