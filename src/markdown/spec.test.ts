import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tests } from 'commonmark-spec';
import { visit } from 'unist-util-visit';
import { parseOutline, toPages, toPlan, type Page, type Plan } from '../notes/notes.ts';
import { toPageWords, toShown, toSourceWords } from '../../tests/notes/words.ts';
import { toProcessor } from './processor.ts';

/** An example of the specification: Markdown, and the HTML that it gives. */
interface Example {
	markdown: string;
	html: string;
	number: number;
}

/** The CommonMark specification's own examples, in which `→` stands for a tab. */
const examples: readonly Example[] = tests.map((example) => ({
	...example,
	markdown: example.markdown.replaceAll('→', '\t'),
	html: example.html.replaceAll('→', '\t'),
}));

/** GFM's additions, a row for each of its rules, with the words that are shown. https://github.github.com/gfm/ */
const additions: readonly (readonly [markdown: string, shown: string])[] = [
	['| foo | bar |\n| --- | --- |\n| baz | bim |', 'foobarbazbim'],
	['| abc | defghi |\n:-: | -----------:\nbar | baz', 'abcdefghibarbaz'],
	['| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |', 'f|oob|azb|im'],
	['| abc | def |\n| --- | --- |\n| bar | baz |\n> bar', 'abcdefbarbazbar'],
	['| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar', 'abcdefbarbazbarbar'],
	['| abc | def |\n| --- |\n| bar |', '|abc|def||---||bar|'],
	['| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |', 'abcdefbarbarbaz'],
	['| abc | def |\n| --- | --- |', 'abcdef'],
	['- [ ] foo\n- [x] bar', 'foobar'],
	['- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim', 'foobarbazbim'],
	['~~Hi~~ Hello, ~there~ world!', 'HiHello,thereworld!'],
	['This ~~has a\n\nnew paragraph~~.', 'This~~hasanewparagraph~~.'],
	['This will ~~~not~~~ strike.', 'Thiswill~~~not~~~strike.'],
	['www.commonmark.org', 'www.commonmark.org'],
	['Visit www.commonmark.org/help for more.', 'Visitwww.commonmark.org/helpformore.'],
	['Visit www.commonmark.org/a.b.', 'Visitwww.commonmark.org/a.b.'],
	['(www.google.com/search?q=Markup+(business))', '(www.google.com/search?q=Markup+(business))'],
	['www.google.com/search?q=commonmark&hl;', 'www.google.com/search?q=commonmark&hl;'],
	['www.commonmark.org/he<lp', 'www.commonmark.org/he<lp'],
	['http://commonmark.org', 'http://commonmark.org'],
	['foo@bar.baz', 'foo@bar.baz'],
	['a.b-c_d@a.b- a.b-c_d@a.b_', 'a.b-c_d@a.b-a.b-c_d@a.b_'],
	['<strong> <title> <style> <em>', '<strong><title><style><em>'],
	['note[^1]\n\n[^1]: foot', 'note'],
	['> [!NOTE]\n> said', 'said'],
];

/** HTML has rules of its own here, and headings make pages of their own. */
function isPlain(markdown: string): boolean {
	const { root, sections } = parseOutline(markdown);
	let isFound = sections.length > 0;
	visit(root, 'html', () => {
		isFound = true;
	});
	return !isFound;
}

const renderer = await toProcessor('/').createRenderer({ syntaxHighlight: false });
const fileURL = new URL('file:///notes/docker.md');

describe('a section of an example', () => {
	test('is whole, whichever of the CommonMark specification it is', () => {
		assert.ok(examples.length > 600, `only ${examples.length} examples`);
		for (const { markdown, number } of examples) {
			const { pages, plan } = place(markdown);
			assert.deepEqual(toPageWords(pages), toSourceWords(plan), `example ${number}`);
		}
	});

	test('shows the words that the CommonMark specification shows', async () => {
		const plain = examples.filter(({ markdown }) => isPlain(markdown));
		assert.ok(plain.length > 450, `only ${plain.length} examples`);
		for (const { markdown, html, number } of plain) {
			const { pages } = place(markdown);
			assert.equal(await render(pages.at(-1)), toShown(html).text, `example ${number}`);
		}
	});

	test('shows the words that GFM shows', async () => {
		for (const [markdown, shown] of additions) {
			const { pages } = place(markdown);
			assert.equal(await render(pages.at(-1)), shown, markdown);
		}
	});
});

function place(markdown: string): { pages: Page[]; plan: Plan } {
	const outline = parseOutline(`# Title\n\n## Group\n\n### Example\n\n${markdown}\n`);
	const plan = toPlan(outline, { hints: { pages: 3 } });
	return { pages: toPages(plan), plan };
}

async function render(page: Page | undefined): Promise<string> {
	return toShown((await renderer.render(page?.body ?? '', { fileURL })).code).text;
}
