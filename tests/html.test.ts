import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';
import { readBuilt, readText, atRoot } from './built.ts';

const rules: NonNullable<ConfigData['rules']> = {
	// The style sheet lays tables out as blocks, and Safari then takes them for none without a role.
	'no-redundant-role': 'off',
	// No file is from another host; whoever can change one here can change the page too.
	'require-sri': 'off',
	// The list of headings is there twice, for phones and for wide screens. One of them shows; axe
	// asks for what shows.
	'unique-landmark': 'off',
	// What is put into these forms counts at once; there is nothing to submit.
	'wcag/h32': 'off',
	// Starlight's menu button has none, and is in no form.
	'no-implicit-button-type': 'off',
	// Starlight's contents, with a heading of their own, stand before the page's title in the source.
	'heading-level': ['error', { minInitialRank: 'h2' }],
	// The listbox of search stands below a field and shows more than words.
	'prefer-native-element': ['error', { exclude: ['listbox'] }],
};
const validator = new HtmlValidate(
	new StaticConfigLoader({
		root: true,
		extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
		elements: ['html5'],
		rules,
	}),
);

async function findMistakes(html: string, path = 'index.html'): Promise<string[]> {
	const { results } = await validator.validateString(html, path);
	return results.flatMap(({ messages }) =>
		messages.map(
			({ ruleId, message, line, column }) => `${line}:${column}: ${message} (${ruleId})`,
		),
	);
}

test('every page of the site is valid HTML', async () => {
	const pages = readBuilt(atRoot).files.filter((path) => path.endsWith('.html'));
	assert.ok(pages.length > 100);
	for (const path of pages) {
		assert.deepEqual(await findMistakes(readText(atRoot, path), path), [], path);
	}
});

describe('HTML that is not valid is found when', () => {
	const page = (body: string) =>
		`<!DOCTYPE html>\n<html lang="en"><head><title>Page</title></head><body><main><h1>Page</h1>${body}</main></body></html>\n`;

	test('it is not that at all', async () => {
		assert.deepEqual(await findMistakes(page('<p>Text</p>')), []);
	});

	for (const [name, body, rule] of [
		['an id stands twice', '<p id="a">A</p><p id="a">B</p>', 'no-dup-id'],
		['a picture has no text', '<img src="a.png">', 'wcag/h37'],
		['a label is for nothing', '<label for="a">A</label>', 'no-missing-references'],
		['a name is nowhere', '<nav aria-labelledby="a"></nav>', 'no-missing-references'],
		['a block stands in a phrase', '<p><code><div>a</div></code></p>', 'element-permitted-content'],
		['an element is left open', '<div><span></div>', 'close-order'],
		['a heading is left out', '<h3>A</h3>', 'heading-level'],
	] as const) {
		test(name, async () => {
			const mistakes = await findMistakes(page(body));
			assert.ok(
				mistakes.some((mistake) => mistake.endsWith(`(${rule})`)),
				mistakes.join('\n'),
			);
		});
	}
});
