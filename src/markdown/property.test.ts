import type { Block } from './outline.ts';
import type { Page } from './pages.ts';
import type { Plan } from './plan.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { toProcessor } from '../markdown.ts';
import { cut } from './body.ts';
import { parseOutline } from './outline.ts';
import { readNotes, type Notes } from './read.ts';
import { documents } from './testing/documents.ts';
import { settings, share } from './testing/runs.ts';
import { toPageWords, toPlain, toShown, toSourceWords } from './testing/words.ts';

const encoder = new TextEncoder();
const read = (text: string): Notes => readNotes(encoder.encode(text), { exists: () => true });

describe('of any notes that are accepted', () => {
	test('every block stands on one page, in order, with its words', () => {
		let accepted = 0;
		const property = fc.property(documents, (text) => {
			const notes = read(text);
			assertLines(notes, text);
			if (!notes.ok) return;
			accepted += 1;
			const { plan, pages } = notes;
			assert.deepEqual(toPageWords(pages), toSourceWords(plan));
			assertUnique(pages.map(({ id }) => id));
			pages.forEach(assertParsedAsCut);
		});
		fc.assert(property, settings(2000));
		// A rule that refuses everything would make this test empty.
		assert.ok(accepted > share(2000, 0.3), `only ${accepted} were accepted`);
	});

	test('the pages that are shown have the words of the notes that are shown', async () => {
		const renderer = await toProcessor('/').createRenderer({ syntaxHighlight: false });
		const fileURL = new URL('file:///notes/docker.md');
		const render = async (text: string) => toShown((await renderer.render(text, { fileURL })).code);
		const property = fc.asyncProperty(documents.map(withoutMarks), async (text) => {
			const notes = read(text);
			if (!notes.ok) return;
			const whole = await render(withoutDropped(notes.plan));
			const shown = await Promise.all(notes.pages.map(({ body }) => render(body)));
			const titled = shown.map(
				({ text }, index) => toPlain(notes.pages[index]?.title ?? '') + text,
			);
			assert.equal(titled.join(''), whole.text);
			shown.forEach(({ ids }) => assertUnique(ids));
			assertUnique(whole.ids);
			const footnotes = new Set(shown.flatMap((page) => page.footnotes));
			assert.deepEqual([...footnotes].sort(), [...new Set(whole.footnotes)].sort());
		});
		await fc.assert(property, settings(200));
	});
});

/** The notes without what the site leaves out on purpose. */
function withoutDropped({ outline: { source }, dropped }: Plan): string {
	const edits = [...dropped].map(({ start, end }) => ({ start, end, text: '' }));
	return cut(
		source,
		0,
		source.length,
		edits.sort((a, b) => a.start - b.start),
	);
}

/** The whole is not cut, so nothing keeps comments that look like marks of the site from acting. */
function withoutMarks(text: string): string {
	return text.replace(/<!-- (?=#|\/?[a-z]+ -->|snippet )/g, '<!--');
}

/** Every problem names a line that the notes have. */
function assertLines(notes: Notes, text: string): void {
	const lines = text.split(/\r\n|\r|\n/).length;
	for (const { line } of notes.problems) assert.ok(line >= 1 && line <= lines, `line ${line}`);
}

function assertUnique(names: readonly string[]): void {
	assert.deepEqual(names, [...new Set(names)]);
}

/** A page that is parsed has the blocks that were cut; only definitions of other pages come last. */
function assertParsedAsCut({ blocks, body, headings }: Page): void {
	const cut = blocks.slice(1).map(toType);
	const parsed = parseOutline(body).blocks;
	const own = parsed.map(toType);
	const added = own.splice(cut.length);
	assert.deepEqual(own, cut);
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

function toType({ type }: Block): string {
	return type;
}
