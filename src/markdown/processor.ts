import type { AstroIntegration } from 'astro';
import type { Root } from 'hast';
import { unified } from '@astrojs/markdown-remark';
import { visit } from 'unist-util-visit';
import { rehypeElements } from './elements.ts';
import { remarkMarks } from './frames.ts';
import { remarkHeadingIds } from './headings.ts';
import * as inline from './inline.ts';
import { remarkLanguages } from './highlighted.ts';
import { rehypePictures, remarkPictures } from './pictures.ts';
import { rehypeTables } from './tables.ts';
import { remarkBreaks, remarkUnknown } from './unknown.ts';
import { remarkVerdicts } from './verdicts.ts';

type Processor = ReturnType<typeof unified>;

/**
 * The renderer of all Markdown: CommonMark with GFM, as the outline reads it. The room is read in the
 * order of the plugins: `headings` and the `frames` of composed pages, HTML (`unknown` makes text of what
 * is none, `elements` and `schema` the rest), `pictures`, `tables`, and what stands `inline`. `machines`
 * gives the same pages as Markdown. Smart punctuation is off, because it turns `--flag` into a dash.
 */
export function toProcessor(base: string): Processor {
	return unified({
		smartypants: false,
		remarkPlugins: [
			remarkHeadingIds,
			remarkMarks,
			remarkVerdicts,
			remarkLanguages,
			remarkBreaks,
			remarkUnknown,
			remarkPictures,
		],
		remarkRehype: { footnoteLabel: 'Footnotes' },
		rehypePlugins: [
			rehypeTables,
			rehypeElements,
			rehypePictures,
			inline.rehypeSafeLinks,
			[inline.rehypeBase, base],
			inline.rehypeEmoji,
			inline.rehypeWords,
			inline.rehypeFootnotes,
			inline.rehypeTasks,
			inline.rehypeDirection,
		],
	});
}

/**
 * Takes out of the renderer what Starlight put in and the notes do not want: its `:::directives`,
 * because the notes are GFM and a colon in them (`myimage:latest`) must stay a colon, and the script
 * that comes with code blocks. Must stand after Starlight.
 */
export function plainMarkdown(processor: Processor): AstroIntegration {
	const ours = [...processor.options.remarkPlugins];
	return {
		name: 'plain-markdown',
		hooks: {
			'astro:config:setup': () => {
				processor.options.remarkPlugins = ours;
				processor.options.rehypePlugins.push(rehypeSnippets);
			},
		},
	};
}

/**
 * Lets the keyboard reach every snippet, so that a long line can be scrolled, and removes scripts:
 * Expressive Code sends one for the same purpose, which makes unnamed landmarks of the snippets.
 */
function rehypeSnippets() {
	return (root: Root): void => {
		visit(root, 'element', (node, index, parent) => {
			if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
			if (node.tagName !== 'script' || parent === undefined || index === undefined) return;
			parent.children.splice(index, 1);
			return index;
		});
	};
}
