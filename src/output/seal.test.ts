import assert from 'node:assert/strict';
import { test } from 'node:test';
import { earlyScript } from '../components/frame/early.ts';
import { seal } from './seal.ts';

const page = (head: string, body = '') =>
	`<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

test('a page carries the hashes of what it holds', () => {
	const sealed = seal(page(`<script>${earlyScript}</script><style>a{}</style>`), 'a.html');
	// `printf %s 'a{}' | openssl dgst -sha256 -binary | base64`
	assert.match(sealed, /style-src 'self' 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='/);
	assert.match(sealed, /script-src 'self' 'sha256-[\w+/]{43}='; style-src/);
});

test('the policy stands before what it is about', () => {
	const sealed = seal(page(`<script>${earlyScript}</script>`), 'a.html');
	assert.ok(sealed.indexOf('Content-Security-Policy') < sealed.indexOf('<script>'));
});

test('a script that nobody has written here ends the build', () => {
	assert.throws(() => seal(page('', '<script>alert(1)</script>'), 'a.html'), /a\.html: a script/);
});

test('handlers and styles in attributes end the build', () => {
	assert.throws(() => seal(page('', '<b onclick="x()">b</b>'), 'a.html'), /`onclick`/);
	assert.throws(() => seal(page('', '<b style="color:red">b</b>'), 'a.html'), /`style`/);
});
