import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faces } from './faces.ts';

const theme = readFileSync(new URL('../../styles/theme.css', import.meta.url), 'utf8');

test('the fonts that are looked up early are of the families in theme.css', () => {
	const families = [...theme.matchAll(/--__sl-font(?:-mono)?: ([^;]+);/g)].map(([, family = '']) =>
		family.replaceAll(', ', ','),
	);
	const named = faces.map((face) => face.replace(/^(?:\d+ )?[\d.]+rem /, ''));
	assert.deepEqual([...new Set(named)], families);
});
