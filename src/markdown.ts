import type { AstroIntegration } from 'astro';
import { unified } from '@astrojs/markdown-remark';
import { remarkMarks } from './notes/marks.ts';
import { rehypeDirection } from './notes/direction.ts';
import { rehypeEmoji } from './notes/emoji.ts';
import { rehypeHtml } from './notes/html/rehype.ts';
import { rehypePictures, remarkPictures } from './notes/pictures.ts';
import * as rehype from './notes/rehype.ts';
import { rehypeStack } from './notes/stack.ts';
import { remarkBreaks, remarkHeadingIds } from './notes/remark.ts';
import { remarkVerdicts } from './markdown/verdicts.ts';

type Processor = ReturnType<typeof unified>;

/**
 * The renderer of all Markdown: CommonMark with GFM, as the outline reads it. Smart punctuation is
 * off, because it turns `--flag` into a dash.
 */
export function toProcessor(base: string): Processor {
	return unified({
		smartypants: false,
		remarkPlugins: [remarkHeadingIds, remarkMarks, remarkVerdicts, remarkBreaks, remarkPictures],
		remarkRehype: { footnoteLabel: 'Footnotes' },
		rehypePlugins: [
			rehypeStack,
			rehype.rehypeTables,
			rehypeHtml,
			rehypePictures,
			[rehype.rehypeBase, base],
			rehypeEmoji,
			rehype.rehypeWords,
			rehype.rehypeFootnotes,
			rehype.rehypeTasks,
			rehypeDirection,
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
				processor.options.rehypePlugins.push(rehype.rehypeSnippets);
			},
		},
	};
}
