import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { readBuilt, atRoot } from './built.ts';

describe('the policy of the pages of the site', () => {
	const built = readBuilt(atRoot);

	test('stands in the head of each page, and allows nothing else', () => {
		for (const [address, $] of built.pages) {
			const policy = $('meta[http-equiv="content-security-policy"]');
			assert.equal(policy.length, 1, address);
			assert.equal(policy.parent().prop('tagName'), 'HEAD', address);
			const content = policy.attr('content') ?? '';
			assert.match(content, /^default-src 'none';/);
			assert.match(content, /require-trusted-types-for 'script'/);
			const scripts = /script-src ([^;]*)/.exec(content)?.[1] ?? '';
			assert.doesNotMatch(scripts, /'unsafe-(?:inline|eval)'|https?:/);
		}
	});

	test('knows each script and each style that stands in a page', () => {
		const unknown = new Set<string>();
		for (const [, $] of built.pages) {
			const content = $('meta[http-equiv="content-security-policy"]').attr('content') ?? '';
			for (const element of $('script:not([src]), style').toArray()) {
				const text = $(element).text();
				if (text === '' || $(element).attr('type') === 'application/ld+json') continue;
				const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
				if (!content.includes(hash)) unknown.add(`${hash} for ${text.trim().slice(0, 80)}`);
			}
		}
		assert.deepEqual([...unknown], [], 'Write these into src/publish/policy.ts.');
	});

	test('meets no page with a handler in an attribute', () => {
		for (const [address, $] of built.pages) {
			const handlers = $('html *')
				.toArray()
				.flatMap(({ attribs }) => Object.keys(attribs))
				.filter((name) => name.startsWith('on'));
			assert.deepEqual(handlers, [], address);
		}
	});
});
