import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatDockerfileContents } from '@reteps/dockerfmt';
import { readSite } from './loaded.ts';

const loaded = readSite();
const { instructions, checks, lifecycles } = loaded.reference;

const replacements = instructions.flatMap(({ name, deprecated }) =>
	deprecated ? [{ name: `${name}, instead`, code: `FROM scratch\n${deprecated.replacement}` }] : [],
);
const dockerfiles = [
	...instructions.flatMap(({ name, examples }) =>
		examples.map(({ title, code }) => ({ name: `${name}, ${title}`, code })),
	),
	...replacements,
	...checks.map(({ name, good }) => ({ name: `${name}, good`, code: good })),
];
const faulty = checks.map(({ name, bad }) => ({ name: `${name}, bad`, code: bad }));

declare global {
	/** What the package loads anew for each text, which takes a hundred times as long as asking it. */
	var __dockerfmt_formatBytes:
		((text: string, ...options: unknown[]) => string | undefined) | undefined;
}

/** The Dockerfile with its lines set anew; nothing, and a word in the log, when it does not parse. */
async function format(code: string): Promise<string | undefined> {
	const options = { indent: 4, trailingNewline: true, spaceRedirects: false };
	const loaded = globalThis.__dockerfmt_formatBytes;
	const text = loaded
		? loaded(code, options.indent, options.trailingNewline, options.spaceRedirects)
		: await formatDockerfileContents(code, options);
	// It ends with the first text that it refuses.
	if (text === undefined) globalThis.__dockerfmt_formatBytes = undefined;
	return text;
}

describe("BuildKit's parser takes the Dockerfile", () => {
	for (const { name, code } of [...dockerfiles, ...faulty]) {
		test(name, async () => {
			assert.equal(typeof (await format(code)), 'string');
		});
	}

	test('and refuses what is none', async () => {
		assert.equal(await format('FROM scratch\nLABEL x\n'), undefined);
	});
});

describe('the base image', () => {
	const named = new Set(
		dockerfiles.flatMap(({ code }) =>
			[...code.matchAll(/^FROM (?:--\S+ )?([a-z][^\s:$]*:[^\s$]+)/gm)].map(([, name = '']) => name),
		),
	);
	// Tags that move on by themselves, and images that stand for the reader's own.
	const moving = /^my-|:(?:stable|latest)$|^buildpack-deps|\//;

	for (const name of [...named].filter((image) => !moving.test(image))) {
		test(`${name} is known with the day its support ends`, () => {
			const [image, tag = ''] = name.split(':');
			const life = lifecycles.find(
				(one) => one.image === image && new RegExp(`^${one.tag}(?:[-.]|$)`).test(tag),
			);
			assert.ok(life, `add ${name} to src/content/lifecycles.yaml`);
			assert.ok(life.until === undefined || life.until > life.checked, `${life.until}`);
		});
	}
});
