import type { Package } from './packages.ts';

/** Licences that ask for no more than to be named. */
const free: readonly string[] = [
	...[
		'0BSD',
		'Apache-2.0',
		'BlueOak-1.0.0',
		'BSD-2-Clause',
		'BSD-3-Clause',
		'CC0-1.0',
		'ISC',
		'MIT',
	],
	// Fonts may be embedded in documents as they are: https://openfontlicense.org/
	...['OFL-1.1', 'Python-2.0'],
];

/**
 * Packages whose licence asks for more, and why that does not touch who publishes the site: they work
 * while it is built, and nothing of them is in it.
 */
const exceptions: readonly { name: RegExp; licence: string; why: string }[] = [
	{
		name: /^@img\/sharp-libvips-/,
		licence: 'LGPL-3.0-or-later',
		why: 'draws pictures in the build',
	},
	{ name: /^lightningcss(?:-|$)/, licence: 'MPL-2.0', why: 'packs style sheets in the build' },
];

/** The packages whose licence nobody has thought about, or that does not suit this project. */
export function findUnsuited(packages: readonly Package[]): Package[] {
	return packages.filter(
		({ name, licence }) =>
			!isFree(licence) && !exceptions.some((one) => one.name.test(name) && one.licence === licence),
	);
}

/** `MIT`, `(MIT OR Apache-2.0)`, `MIT AND OFL-1.1`: https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/ */
function isFree(licence: string): boolean {
	const names = licence.replace(/[()]/g, '').trim();
	if (names.includes(' AND ')) return names.split(' AND ').every(isFree);
	return names.split(' OR ').some((name) => free.includes(name.trim()));
}
