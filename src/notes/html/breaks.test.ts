import type { Element, Root } from 'hast';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropBreaks } from './breaks.ts';

test('thousands of breaks in one text are read once', () => {
	const made = (tagName: string, children: Element['children'] = []): Element => ({
		...{ type: 'element', tagName, properties: {}, children },
	});
	const breaks = Array.from({ length: 40_000 }, () => made('br'));
	const text = made('p', [{ type: 'text', value: 'a' }, ...breaks, { type: 'text', value: 'b' }]);
	const root: Root = { type: 'root', children: [text] };
	const start = performance.now();
	dropBreaks(root);
	assert.equal(text.children.length, 4);
	assert.ok(performance.now() - start < 1000, 'it takes less than a second');
});
