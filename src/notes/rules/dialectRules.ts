import type { Family } from '../dialects.ts';
import type { Finding, Rule } from './rule.ts';
import { findNodes, toPlace } from '../parse.ts';

/** What each program that shows notes draws in its own way, and this site does not. */
export const dialectRules: readonly Rule[] = [
	...toRules('vault-mark-is-drawn', 'template-is-filled', 'component-is-text', 'aside-is-known'),
	{
		name: 'diagram-is-picture',
		severity: 'warning',
		find: ({ outline: { root, source } }) => [
			...findNodes(root, 'code')
				.filter(({ lang }) => lang != null && drawn.test(lang))
				.map((node) => toDiagram(toPlace(node), node.lang ?? '')),
			...findNodes(root, 'paragraph')
				.filter(({ position }) =>
					isFormula(source.slice(position?.start.offset, position?.end.offset)),
				)
				.map((node) => toDiagram(toPlace(node), '$$')),
		],
	},
];

/** Languages that GitHub, Obsidian and others make pictures of. */
const drawn =
	/^\{?(?:mermaid|math|mathjax|katex|goat|svgbob|ditaa|tikz|latex-math|plantuml|puml|graphviz|d2|vega(?:-lite)?|wavedrom|nomnoml|geojson|topojson|stl|dataview(?:js)?|excalidraw|chart|tasks|query)\}?$/i;

function isFormula(text: string): boolean {
	return /^\$\$[^]*\$\$$/.test(text.trim());
}

function toDiagram(place: Pick<Finding, 'line' | 'column'>, language: string): Finding {
	const reason = `\`${language}\` is shown as its source, not drawn`;
	return {
		...place,
		reason,
		note: 'Save what it draws as a picture beside the notes, and show that.',
	};
}

/** One rule for each family, which `dialects.ts` found when the file was read. */
function toRules(...names: readonly Family[]): Rule[] {
	return names.map((name) => ({
		name,
		severity: 'warning',
		find: ({ foreign }) => foreign.filter(({ family }) => family === name),
	}));
}
