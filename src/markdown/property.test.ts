import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { documents } from '../../tests/notes/documents.ts';
import { readOne } from '../../tests/notes/read.ts';
import { settings } from '../../tests/notes/settings.ts';
import { toPageWords, toPlain, toShown, toSourceWords } from '../../tests/notes/words.ts';
import { cut, inOrder, parseOutline, type Page, type Plan } from '../notes/notes.ts';
import { toProcessor } from './processor.ts';

const read = (text: string) => readOne(text, { files: ['*'] });

describe('of any notes that are accepted', () => {
	test('every block stands on one page, in order, with its words', () => {
		let accepted = 0;
		const property = fc.property(documents, (text) => {
			const { plan, pages, messages } = read(text);
			const lines = text.split(/\r\n|\r|\n/).length;
			for (const { line = 0 } of messages) assert.ok(line >= 1 && line <= lines, `line ${line}`);
			if (!plan) return;
			accepted += 1;
			assert.deepEqual(toPageWords(pages), toSourceWords(plan));
			assertUnique(pages.map(({ id }) => id));
			pages.forEach(assertParsedAsCut);
		});
		const options = settings<[string]>(400);
		fc.assert(property, options);
		// A rule that refuses everything would make this test empty.
		assert.ok(accepted > (options.numRuns ?? 0) * 0.3, `only ${accepted} were accepted`);
	});

	test('the pages that are shown have the words of the notes that are shown', async () => {
		const renderer = await toProcessor('/').createRenderer({ syntaxHighlight: false });
		const fileURL = new URL('file:///notes/docker.md');
		const render = async (text: string) => toShown((await renderer.render(text, { fileURL })).code);
		const property = fc.asyncProperty(documents.map(withoutMarks), async (text) => {
			const { plan, pages } = read(text);
			if (!plan) return;
			const whole = await render(withoutDropped(plan));
			const shown = await Promise.all(pages.map(({ body }) => render(body)));
			const titled = shown.map((one, index) => toPlain(pages[index]?.title ?? '') + one.text);
			assert.equal(titled.join(''), whole.text);
			shown.forEach(({ ids }) => assertUnique(ids));
			assertUnique(whole.ids);
			const footnotes = new Set(shown.flatMap((page) => page.footnotes));
			assert.deepEqual([...footnotes].sort(), [...new Set(whole.footnotes)].sort());
		});
		await fc.assert(property, settings(100));
	});
});

/** The notes without what the site leaves out on purpose. */
function withoutDropped({ outline: { source }, dropped }: Plan): string {
	const edits = [...dropped].map(({ start, end }) => ({ start, end, text: '' }));
	return cut(source, 0, source.length, inOrder(edits));
}

/** The whole is not cut, so nothing keeps comments that look like marks of the site from acting. */
function withoutMarks(text: string): string {
	return text.replace(/<!-- (?=#|\/?[a-z]+ -->|snippet )/g, '<!--');
}

function assertUnique(names: readonly string[]): void {
	assert.deepEqual(names, [...new Set(names)]);
}

/** A page that is parsed has the blocks that were cut; only definitions of other pages come last. */
function assertParsedAsCut({ blocks, body, headings }: Page): void {
	const wanted = blocks.slice(1).map(({ type }) => type);
	const parsed = parseOutline(body).blocks;
	const own = parsed.map(({ type }) => type);
	const added = own.splice(wanted.length);
	assert.deepEqual(own, wanted);
	assert.ok(
		added.every((type) => /definition$/i.test(type)),
		String(added),
	);
	const depths = parsed.flatMap(({ node }) => (node.type === 'heading' ? [node.depth] : []));
	assert.deepEqual(
		depths,
		headings.map(({ depth }) => depth),
	);
	assertUnique(headings.map(({ slug }) => slug));
}
