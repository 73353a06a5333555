import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDataFiles } from '../input/files.ts';
import { parseFacts } from '../reference/facts.ts';
import { optionsOf, parseDockerfile, toMountFields } from './dockerfile.ts';
import { expand } from './expansion.ts';

describe('an instruction', () => {
	const cases: readonly [string, string, unknown][] = [
		['goes on behind a backslash', 'RUN a \\\n  b', ['RUN', 'a   b', 1, 2]],
		['goes on behind comments', 'RUN a \\\n# why\n  # more\n && b', ['RUN', 'a  && b', 1, 4]],
		['goes on behind an empty line', 'RUN a \\\n\n && b', ['RUN', 'a  && b', 1, 3]],
		['ends at an escaped mark', 'RUN a \\\\\nRUN b', ['RUN', 'a \\\\', 1, 1]],
		['goes on behind the other mark', '# escape=`\nRUN a `\n b', ['RUN', 'a  b', 2, 3]],
		['is read without a byte order mark', '\uFEFFFROM a', ['FROM', 'a', 1, 1]],
		['is read without carriage returns', 'RUN a \\\r\n b\r\n', ['RUN', 'a  b', 1, 2]],
		[
			'takes its heredocs',
			'RUN cat <<A <<-B\n1\nA\n\t2\n\tB\nRUN x',
			['RUN', 'cat <<A <<-B', 1, 5],
		],
		['takes no heredoc from quotes', 'RUN echo "<<A"\nRUN b', ['RUN', 'echo "<<A"', 1, 1]],
		['takes no heredoc of another', 'CMD cat <<A\nRUN b', ['CMD', 'cat <<A', 1, 1]],
	];
	for (const [name, source, expected] of cases) {
		test(name, () => {
			const [first] = parseDockerfile(source).instructions;
			assert.deepEqual([first?.keyword, first?.text, first?.line, first?.last], expected);
		});
	}

	test('has options, operands and pairs', () => {
		const [copy, json, env, old, arg] = parseDockerfile(
			'COPY --from=a --link b "c d" /\nCOPY ["a b", "c"]\nENV a=1 b="2 3"\nENV a 1 2\nARG x y=1',
		).instructions;
		assert.deepEqual(copy?.flags, [
			{ name: 'from', value: 'a' },
			{ name: 'link', value: undefined },
		]);
		assert.deepEqual(copy?.words, ['b', '"c', 'd"', '/']);
		assert.deepEqual([json?.words, json?.isExec], [['a b', 'c'], true]);
		assert.deepEqual(
			env?.pairs.map(({ name, value }) => [name, value]),
			[
				['a', '1'],
				['b', '"2 3"'],
			],
		);
		assert.deepEqual(old?.pairs, [{ name: 'a', value: '1 2', isLegacy: true }]);
		assert.deepEqual(
			arg?.pairs.map(({ value }) => value),
			[undefined, '1'],
		);
	});

	test('knows the comments above it and what ONBUILD puts off', () => {
		const [from, later] = parseDockerfile(
			'# old\n#\n# new\n\nFROM a AS b\nONBUILD COPY --link a /',
		).instructions;
		assert.deepEqual(from?.comments, ['new']);
		assert.deepEqual([later?.trigger?.keyword, later?.trigger?.flags[0]?.name], ['COPY', 'link']);
	});
});

test('takes exactly the options that the facts describe', () => {
	const parsed = parseFacts(readDataFiles(new URL('../../', import.meta.url)));
	assert.ok(parsed.ok);
	for (const { name, options } of parsed.reference.instructions) {
		const described = new Set(
			options.flatMap(({ name }) => (name.startsWith('--') ? [name.slice(2)] : [])),
		);
		assert.deepEqual(new Set(optionsOf(name)), described, name);
	}
});

describe('variables are replaced', () => {
	const values = new Map([
		['a', 'one'],
		['none', ''],
		['path', 'x/y/z.tar.gz'],
	]);
	const cases: readonly [string, string | undefined][] = [
		['$a-${a}', 'one-one'],
		['\\$a \'$a\' "$a"', '$a $a one'],
		['${b:-two} ${none:-two} ${none-two}', 'two two '],
		['${a:+yes} ${b:+no}', 'yes '],
		['${b:-${a}}', 'one'],
		['${path##*/} ${path%.*} ${path%%.*} ${path#*/}', 'z.tar.gz x/y/z.tar x/y/z y/z.tar.gz'],
		['${path/y/Y} ${path//./_}', 'x/Y/z.tar.gz x/y/z_tar_gz'],
		['${a', undefined],
		['${b:?wanted}', undefined],
		['"a', undefined],
	];
	for (const [source, expected] of cases) {
		test(source, () => {
			const { text, fault } = expand(source, values);
			assert.equal(fault === undefined ? text : undefined, expected);
		});
	}
});

test('each instruction knows what is declared before it', () => {
	const file = parseDockerfile('ARG V=1\nFROM scratch AS a\nARG V\nENV W=$V\nFROM a\nLABEL x=$W');
	const seen = file.places.map(
		({ instruction: { keyword }, environment: { variables } }) =>
			`${keyword} ${variables.get('V')?.value} ${variables.get('W')?.value}`,
	);
	assert.deepEqual(seen, ['ARG undefined undefined', 'ENV 1 undefined', 'LABEL 1 1']);
});

describe('a stage is built on the one that its FROM names', () => {
	const cases: [string, string, number | undefined][] = [
		['by its name', 'FROM x AS a\nFROM a', 0],
		['by its name in lower case', 'FROM x AS Base\nFROM base', 0],
		[
			'not by the name as it is written, when that has capitals',
			'FROM x AS Base\nFROM Base',
			undefined,
		],
		['by an argument', 'ARG on=a\nFROM x AS a\nFROM $on', 0],
		['by the platform', 'FROM x AS on-linux\nFROM on-$TARGETOS', 0],
		['the last one of that name', 'FROM x AS a\nFROM y AS a\nFROM a', 1],
		['never a later one', 'FROM a\nFROM x AS a', undefined],
	];
	for (const [name, source, parent] of cases) {
		test(name, () => {
			const { stages } = parseDockerfile(source);
			assert.equal(stages.at(name.startsWith('never') ? 0 : -1)?.parent?.index, parent);
		});
	}
});

test('a mount is cut at its commas', () => {
	assert.deepEqual(toMountFields('type=cache,"target=/a,b",ro'), [
		{ key: 'type', value: 'cache' },
		{ key: 'target', value: '/a,b' },
		{ key: 'ro', value: undefined },
	]);
});

/** What BuildKit refuses: the line of each. */
const refused: readonly [string, number[]][] = [
	['', [1]],
	['# only', [1]],
	['RUN x', [1]],
	['FROM a b', [1]],
	['FROM a AS 1', [1]],
	['FROM a\nFOO', [2]],
	['FROM a\nCOPY x', [2]],
	['FROM a\nCOPY [1, "a"]', [2]],
	['FROM a\nENV a', [2]],
	['FROM a\nLABEL a=1 b', [2]],
	['FROM a\nUSER', [2]],
	['FROM a\nSHELL sh -c', [2]],
	['FROM a\nCOPY --link=x a b', [2]],
	['FROM a\nCOPY --from a b', [2]],
	['FROM a\nRUN --mount=from=$B x', [2]],
	['FROM a\nRUN --mount=type=bind,from=$x,target=/y z', [2]],
	['FROM a\nHEALTHCHECK --interval=5 CMD x', [2]],
	['FROM a\nHEALTHCHECK NONE x', [2]],
	['FROM a\nONBUILD FROM b', [2]],
	['FROM a\nRUN <<E\nx', [2]],
	['# escape=x\nFROM a', [1]],
	['# syntax=a\n# syntax=b\nFROM a', [2]],
];

for (const [source, lines] of refused) {
	test(`refuses ${JSON.stringify(source)}`, () => {
		assert.deepEqual(
			parseDockerfile(source).refused.map(({ line }) => line),
			lines,
		);
	});
}

test('takes any text', () => {
	for (const source of ['\\', '"', "COPY '", '$', 'ENV a="', '`\u0000`', 'ONBUILD ONBUILD']) {
		assert.ok(parseDockerfile(source).refused.length > 0, source);
	}
});

test('takes a long chain of stages', () => {
	const source = Array.from({ length: 20_000 }, (_, at) => `FROM s${at} AS s${at + 1}`).join('\n');
	const { stages } = parseDockerfile(source);
	assert.deepEqual([stages.length, stages.at(-1)?.root, stages[0]?.isNeeded], [20_000, 's0', true]);
});
