import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findLost } from './coverage.ts';
import { flatten, parseOutline } from './outline.ts';
import { toPages } from './pages.ts';
import { toPlan } from './plan.ts';
import { readNotes } from './read.ts';
import { toUniqueSlugs } from './slug.ts';

const prefix = '# T\n\n## A\n\n';
const find = (markdown: string) =>
	readNotes(Buffer.from(markdown), { exists: () => true, isStrict: true }).problems.map(
		({ line, text }) => [line, text],
	);
const bodyOf = (markdown: string, id: string) =>
	toPages(toPlan(parseOutline(markdown))).find((page) => page.id === id)?.body;

describe('notes that are odd but right', () => {
	const odd: readonly [name: string, markdown: string][] = [
		['an indented fence that opens a page', `${prefix}  \`\`\`bash\n  x\n  \`\`\`\n`],
		['a last heading without text below another', `${prefix}### B\n\nx\n\n#### \n`],
		['a section named Index within a page', `${prefix}### B\n\nx\n\n#### Index\n\n- y\n`],
		['a definition in a quote of another page', '# T\n\n## A\n\n[x]\n\n## B\n\n> [x]: /two\n'],
		['a setext title', 'T\n===\n\n## A\n\nx\n'],
	];
	for (const [name, markdown] of odd) {
		test(`lose nothing: ${name}`, () => {
			const plan = toPlan(parseOutline(markdown));
			assert.deepEqual(findLost(plan, toPages(plan)), []);
		});
	}

	test('keep the links of copied definitions and of the footnotes that use them', () => {
		assert.equal(bodyOf('# T\n\n[x]\n\n## A\n\n### B\n\n[x]: #b\n\ny\n', ''), '[x]\n\n[x]: /a/b/');
		const notes = '# T\n\n## A\n\nsee [^1]\n\n## B\n\n[^1]: n [z]\n\n[z]: /q\n';
		assert.equal(bodyOf(notes, 'a'), 'see [^1]\n\n[^1]: n [z]\n\n[z]: /q');
	});

	test('lead where the first of two equal definitions leads, on every page', () => {
		const notes = '# T\n\n## A\n\n[x]\n\n[x]: /one\n\n## B\n\n[x]\n\n[X]: /two\n';
		assert.equal(bodyOf(notes, 'b'), '[x]\n\n[unused-13-X]: /two\n\n[x]: /one');
	});

	test('take a footnote out of the quotation that it stands in', () => {
		const notes =
			'# T\n\n## A\n\nsee [^1]\n\n## B\n\n> [^1]: n\n>\n>     ```sh\n>     ls\n>     ```\n';
		assert.equal(bodyOf(notes, 'a'), 'see [^1]\n\n[^1]: n\n\n    ```sh\n    ls\n    ```');
	});

	test('lead encoded and escaped links to their headings', () => {
		const notes = `${prefix}### Größe\n\n[x](#gr%C3%B6%C3%9Fe) [y](#a\\_b)\n\n### a_b\n\nx\n`;
		assert.equal(bodyOf(notes, 'a/größe'), '[x](/a/größe/) [y](/a/a_b/)');
	});

	test('read breaks and comments in headings as a reader does', () => {
		const titles = flatten(
			parseOutline('# a <br> b\n\n## E <!-- no -->\n\nTwo  \nlines\n---\n').sections,
		);
		assert.deepEqual(
			titles.map(({ title, slug }) => [title, slug]),
			[
				['a b', 'a-b'],
				['E', 'e'],
				['Two lines', 'two-lines'],
			],
		);
	});

	test('give every heading of a page an id of its own', () => {
		assert.deepEqual(toUniqueSlugs(['C', 'C', 'C-1', 'C']), ['c', 'c-1', 'c-1-1', 'c-2']);
	});
});

describe('notes that cannot be shown', () => {
	test('have text before the title', () => {
		assert.deepEqual(find('Before.\n\n# T\n\n## A\n\nx\n'), [[1, 'text before the title']]);
	});

	test('have no title, which is said once', () => {
		assert.deepEqual(find('## A\n\nx\n\n## B\n\nx\n'), [[1, 'no title before this']]);
	});

	test('have links that run code', () => {
		const expected = [[5, 'link begins with `javascript:`']];
		assert.deepEqual(find(`${prefix}[a](javascript:alert(1))\n`), expected);
	});

	test('link to a file that no page publishes', () => {
		assert.deepEqual(find(`${prefix}[a](./b.txt)\n`), [
			[5, 'file `./b.txt` would not be published'],
		]);
	});

	test("have a heading that gives an id of the page's frame", () => {
		const expected = [[7, "heading `Theme icons` gives the id of the page's frame: theme-icons"]];
		assert.deepEqual(find(`${prefix}### B\n\n#### Theme icons\n\nx\n`), expected);
	});
});
