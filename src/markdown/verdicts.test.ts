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

test('what was found in a snippet stands behind it, and nothing where nothing was', () => {
	const fence = (language: string, code: string) => `~~~${language}\n${code}\n~~~\n`;
	const body = fence('bash', 'docker ps') + fence('sh', 'docker ps') + fence('bash', 'ls');
	const faulty = { ...verdict, isFaulty: true, words: 'Found: "x" \u007f 🐳' };
	assert.doesNotMatch(render(withVerdicts(body, [verdict])), /checked|<button/);
	const html = render(withVerdicts(body, [faulty]));
	assert.equal(html.match(/class="checked"/g)?.length, 1);
	assert.match(
		html,
		/docker ps\n<\/code><\/pre>\n<p class="checked">Found: "x" \u007f 🐳 <a href="[^"]*#ps">More<\/a>/,
	);
});

test('the first snippet with words to fill in offers that', () => {
	const body = '~~~bash\ndocker ps\n~~~\n\n~~~bash\ndocker ps\n~~~\n';
	const html = render(withVerdicts(body, [{ ...verdict, isFillable: true }]));
	assert.equal(html.match(/<button type="button" class="fill-open"/g)?.length, 1);
});

test('inline code that can be copied is marked', () => {
	assert.match(render(withVerdicts('`docker ps`<!-- copy -->', [])), /<code data-copy="">/);
});

for (const body of ['---\n\na: b\n\n---\n\nc', '\n+++\na\n+++\n', '---\n: [\n---\n']) {
	test(`a page keeps what stands between two rules at its beginning: ${JSON.stringify(body)}`, () => {
		assert.ok(parseFrontmatter(withVerdicts(body, [verdict])).content.endsWith(body));
	});
}
