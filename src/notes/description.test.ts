import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseOutline } from './outline.ts';
import { toPages } from './pages.ts';
import { toPlan } from './plan.ts';

/** What the first page below the title says of itself. */
function describePage(markdown: string): string {
	const plan = toPlan(parseOutline(`# Git\n\n## A\n\n${markdown}\n`), { hints: { pages: 2 } });
	return toPages(plan)[1]?.description ?? '';
}

describe('a page is described by', () => {
	for (const [name, markdown, description] of [
		[
			'its first words, not those of a badge',
			'[![PDF](a.svg)](b.pdf) ![x](c.png)\n\nAll of it.',
			'All of it.',
		],
		[
			'its first words, not those of a picture in HTML',
			'<p>\n<a href="b.pdf"><img alt="PDF" src="a.svg"></a>\n</p>\n\nAll of it.',
			'All of it.',
		],
		['words with a picture among them', '![x](c.png) Git it.', 'x Git it.'],
		['the words of a picture, where there are no others', '![All of it](a.png)', 'All of it'],
	] as const) {
		test(name, () => assert.equal(describePage(markdown), description));
	}

	test('as many parts as search engines show', () => {
		const parts = Array.from({ length: 40 }, (_, at) => `### Part ${at}\n\nA.\n`).join('\n');
		const description = describePage(parts);
		assert.match(description, /^Part 0, Part 1, .*, Part \d+ and \d+ more\.$/);
		assert.ok(description.length <= 165, description);
	});
});
