import assert from 'node:assert/strict';
import { test } from 'node:test';
import { translateVault } from './vault.ts';

/** Marks within a line, what they become, and what is said of them. */
const rows: readonly (readonly [name: string, source: string, made: string, ...said: string[]])[] =
	[
		[
			'words raised, lowered, put in, taken out and pressed',
			`x^2^, H~2~O, ++put in++, ++ctrl+c++, {+ a +} {--b--} {==c==}{>>why<<}, ~~no~~ C++ or g++`,
			`x<sup>2</sup>, H<sub>2</sub>O, <ins>put in</ins>, <kbd>Ctrl</kbd>+<kbd>C</kbd>, <ins>a</ins> <del>b</del> <mark>c</mark>, ~~no~~ C++ or g++`,
			'1 `{>>why<<}` is left out',
		],
		[
			'notes within a line',
			`A^[See [b](c.md).] d [^x].`,
			`A[^inline-1] d [^x].\n\n[^inline-1]: See [b](c.md).`,
		],
		[
			'what Logseq keeps of a block',
			`- a\n  id:: 6f\n  :LOGBOOK:\n  CLOCK: 1\n  :END:\n- Std::string`,
			`- a\n  \n  \n\n\n- Std::string`,
			'2 `id:: 6f` is left out',
			'3 `:LOGBOOK: CLOCK: 1 :END:` is left out',
		],
	];

for (const [name, source, made, ...said] of rows) {
	test(name, () => {
		const { source: text, foreign } = translateVault(source, () => undefined);
		assert.equal(text, made);
		assert.deepEqual(
			foreign.map(({ line, reason }) => `${line} ${reason}`),
			said,
		);
	});
}
