import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { Verdict } from '../snippets/verify.ts';
import { remarkVerdicts, withVerdicts } from './verdicts.ts';

const verdict: Verdict = {
	...{ language: 'bash', code: 'docker ps', id: 'ps', raw: '/snippets/ps.sh' },
	...{
		isComplete: false,
		isFaulty: false,
		isFillable: false,
		words: 'Checked: "parses" \u007f 🐳',
		by: '2026-11-24',
	},
};

/** Renders Markdown as Astro's loader does: what is front matter reaches the plugins. */
function render(markdown: string): string {
	const { frontmatter, content } = parseFrontmatter(markdown);
	const file = new VFile({ value: content, data: { astro: { frontmatter } } });
	const processor = unified()
		.use(remarkParse)
		.use(remarkVerdicts)
		.use(remarkRehype)
		.use(rehypeStringify);
	return String(processor.processSync(file));
}

test('a verdict stands behind each snippet of its language and text', () => {
	const fence = (language: string, code: string) => `~~~${language}\n${code}\n~~~\n`;
	const html = render(
		withVerdicts(fence('bash', 'docker ps') + fence('sh', 'docker ps') + fence('bash', 'ls'), [
			verdict,
		]),
	);
	assert.equal(html.match(/<details/g)?.length, 1);
	assert.match(
		html,
		/docker ps\n<\/code><\/pre>\n<details class="checked">\n<summary>Checked: "parses" \u007f 🐳<\/summary>/,
	);
	assert.match(
		html,
		/2026-11-24 · <a href="\/snippets\/ps\.sh">Raw text<\/a> · <a[^>]*>In the catalogue</,
	);
});

test('inline code that can be copied is marked', () => {
	assert.match(render(withVerdicts('`docker ps`<!-- copy -->', [])), /<code data-copy="">/);
});

for (const body of ['---\n\na: b\n\n---\n\nc', '\n+++\na\n+++\n', '---\n: [\n---\n']) {
	test(`a page keeps what stands between two rules at its beginning: ${JSON.stringify(body)}`, () => {
		assert.ok(parseFrontmatter(withVerdicts(body, [verdict])).content.endsWith(body));
	});
}
