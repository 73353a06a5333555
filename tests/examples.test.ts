import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { formatDockerfileContents } from '@reteps/dockerfmt';
import { DockerfileParser, type ModifiableInstruction } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { readSite } from './loaded.ts';

const loaded = readSite();
const { instructions, commands, checks, lifecycles } = loaded.reference;

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

describe('the Dockerfile', () => {
	for (const { name, code } of dockerfiles) {
		test(`${name} has no error and uses only options that the data knows`, () => {
			const errors = validate(code).filter(({ severity }) => severity === 1);
			// The parser is older than some options; which there are is asked below.
			const messages = errors.map(({ message }) => String(message));
			assert.deepEqual(
				messages.filter((message) => !message.startsWith('Unknown flag')),
				[],
			);
			assert.deepEqual(findUnknownOptions(code), []);
		});
	}
});

test('a Dockerfile that lacks an argument has an error', () => {
	assert.ok(validate('FROM scratch\nCOPY a\n').some(({ severity }) => severity === 1));
});

/** The options of a Dockerfile that its instructions do not have. */
function findUnknownOptions(code: string): string[] {
	return DockerfileParser.parse(code)
		.getInstructions()
		.flatMap((instruction) => {
			const facts = instructions.find(({ name }) => name === instruction.getKeyword());
			if (facts === undefined) return [instruction.getKeyword()];
			const flags = 'getFlags' in instruction ? (instruction as ModifiableInstruction) : undefined;
			const used = flags?.getFlags().map((flag) => `--${flag.getName()}`) ?? [];
			return used.filter((option) => !facts.options.some(({ name }) => name === option));
		});
}

const examples = commands.flatMap((command) =>
	command.examples.flatMap(({ code }) =>
		code
			.replace(/\\\n\s*/g, ' ')
			.split('\n')
			.filter((line) => /(?<![\w-])docker /.test(line))
			.map((line) => ({ line, name: command.name })),
	),
);

describe('the command', () => {
	test('of each page is one that there is', () => {
		const without = commands.filter(({ name }) => !examples.some((one) => one.name === name));
		assert.deepEqual(
			without.map(({ name }) => name),
			[],
		);
	});

	test('is told when it uses others', () => {
		assert.deepEqual(findUnknownFlags('docker run -dQ --nope nginx -x'), ['-Q', '--nope']);
		assert.deepEqual(findUnknownOptions('FROM a\nCOPY --nope --from=b c d\n'), ['--nope']);
	});

	// What is typed in `$(…)` and the options of Compose itself are asked by the verifier of snippets.
	const plain = examples.filter(({ line }) => !/[$]\(|^docker compose -/.test(line));
	for (const { line, name } of plain) {
		test(`${line} uses only flags that the data knows`, () => {
			assert.deepEqual(findUnknownFlags(line), [], name);
		});
	}
});

/** What is typed behind the command, up to a `|` or `&&`. */
function toArguments(line: string, typed: string): string[] {
	const rest = line.slice(line.indexOf(typed) + typed.length);
	return (/^[^|&;]*/.exec(rest)?.[0] ?? '').match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
}

/** The flags of a line that no page of the command has. */
function findUnknownFlags(line: string): string[] {
	const start = line.search(/(?<![\w-])docker /);
	const text = line.slice(start);
	const typed = commands
		.flatMap(({ name, canonical, aliases }) => [name, canonical, ...aliases])
		.map((name) => name.replace(/^\w+=\S+ /, '').replace(/ -.*$/, ''))
		.filter((name) => text === name || text.startsWith(`${name} `))
		.sort((a, b) => b.length - a.length)[0];
	if (typed === undefined) return [line];
	const found = commands.filter(({ name, canonical, aliases }) =>
		[name, canonical, ...aliases].some(
			(other) => other.endsWith(typed) || other.startsWith(`${typed} -`),
		),
	);
	const flags = found.flatMap((command) => command.flags);
	const words = toArguments(text, typed);
	// What follows the image of `docker run` or the container of `docker exec` is not Docker's.
	const end = /(?:run|exec)$/.test(typed) ? findFirstOperand(words, flags) : words.length;
	const isKnown = (flag: string) => flags.some(({ name, short }) => [name, short].includes(flag));
	return words
		.slice(0, end)
		.filter((word) => /^-./.test(word))
		.map((word) => word.replace(/=.*$/, ''))
		.flatMap((word) => (word.startsWith('--') ? [word] : [...word.slice(1)].map((a) => `-${a}`)))
		.filter((flag) => !isKnown(flag));
}

type Flags = (typeof commands)[number]['flags'];

/** Where the first word stands that is neither a flag nor a flag's value. */
function findFirstOperand(words: readonly string[], flags: Flags): number {
	for (let index = 0; index < words.length; index += 1) {
		const word = words[index] ?? '';
		if (!word.startsWith('-')) return index;
		const last = word.startsWith('--') ? word : `-${word.at(-1)}`;
		const flag = flags.find(({ name, short }) => name === last || short === last);
		if (flag?.value !== undefined && !word.includes('=')) index += 1;
	}
	return words.length;
}

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
