import type { AstroIntegration } from 'astro';
import { unified } from '@astrojs/markdown-remark';
import { remarkSnippets } from '../snippets/remark.ts';
import * as access from './access.ts';
import { rehypeElements } from './elements.ts';
import { remarkMarks } from './frames.ts';
import { remarkHeadingIds } from './headings.ts';
import { rehypePictures, remarkPictures } from './pictures.ts';
import { rehypeTables } from './tables.ts';
import { remarkBreaks, remarkUnknown } from './unknown.ts';

type Processor = ReturnType<typeof unified>;

/**
 * The renderer of all Markdown: CommonMark with GFM, as the outline reads it. Smart punctuation is
 * off, because it turns `--flag` into a dash.
 */
export function toProcessor(base: string): Processor {
	return unified({
		smartypants: false,
		remarkPlugins: [
			remarkHeadingIds,
			remarkMarks,
			remarkSnippets,
			remarkBreaks,
			remarkUnknown,
			remarkPictures,
		],
		remarkRehype: { footnoteLabel: 'Footnotes' },
		rehypePlugins: [
			rehypeTables,
			rehypeElements,
			rehypePictures,
			[access.rehypeBase, base],
			access.rehypeEmoji,
			access.rehypeWords,
			access.rehypeFootnotes,
			access.rehypeTasks,
		],
	});
}

/**
 * Markdown of which Astro takes nothing for front matter: it would leave out all that stands between a
 * rule at the beginning of a page and the next rule, or stop at it.
 */
export function withoutFrontMatter(markdown: string): string {
	return /^\s*(?:---|\+\+\+)/.test(markdown) ? `<!-- -->\n\n${markdown}` : markdown;
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
				processor.options.rehypePlugins.push(access.rehypeSnippets);
			},
		},
	};
}
