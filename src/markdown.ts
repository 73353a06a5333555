import type { AstroIntegration } from 'astro';
import { unified } from '@astrojs/markdown-remark';
import { rehypeTables } from './notes/rehype.ts';
import { remarkBase, remarkHeadingIds, remarkHtmlAsText } from './notes/remark.ts';

type Processor = ReturnType<typeof unified>;

/**
 * The renderer of all Markdown: CommonMark with GFM, as the outline reads it. Smart punctuation is
 * off, because it turns `--flag` into a dash.
 */
export function toProcessor(base: string): Processor {
	return unified({
		smartypants: false,
		remarkPlugins: [remarkHtmlAsText, remarkHeadingIds, [remarkBase, base]],
		rehypePlugins: [rehypeTables],
	});
}

/**
 * Takes Starlight's `:::directives` out of the renderer again: the notes are GFM and nothing more,
 * and a colon in them (`myimage:latest`) must stay a colon. Must stand after Starlight.
 */
export function gfmOnly(processor: Processor): AstroIntegration {
	const ours = [...processor.options.remarkPlugins];
	return {
		name: 'gfm-only',
		hooks: {
			'astro:config:setup': () => {
				processor.options.remarkPlugins = ours;
			},
		},
	};
}
