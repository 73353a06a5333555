import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parseOutline, toPlan } from '../notes/notes.ts';
import { readSite } from '../../tests/loaded.ts';
import { toNoteSnippets } from './catalogue.ts';

const root = new URL('../../', import.meta.url);
const site = readSite();
const { reference, snippets } = site;

/** The snippets of a file of notes. */
function read(markdown: string) {
	const plan = toPlan(parseOutline(markdown), { name: 'git' });
	return toNoteSnippets({ name: 'git', file: 'git.md', plan }, reference);
}

/** Their names, and what they are. */
const toNames = (markdown: string) => read(markdown).map(({ id, code }) => `${id}: ${code}`);

const fence = (code: string) => `~~~bash\n${code}\n~~~\n`;

describe('a snippet of the notes', () => {
	const start = `## Start\n\n### Clone\n\n${fence('a')}\n#### Deep\n\n${fence('b')}`;
	const undo = `## Undo\n\n### Reset\n\n${fence('c')}\n${fence('d')}`;

	test('is named after its section, and by its order there', () => {
		assert.deepEqual(toNames(`# Git\n\n${start}\n${undo}`), [
			...['start-clone: a', 'start-deep: b', 'undo-reset: c', 'undo-reset-2: d'],
		]);
	});

	test('keeps its name when sections are put in, and snippets behind it', () => {
		const before = toNames(`# Git\n\n${start}\n${undo}`);
		const more = `## New\n\n### Newer\n\n${fence('x')}\n`;
		const after = toNames(`# Git\n\n${more}\n${start}${fence('y')}\n${undo}\n${fence('z')}`);
		assert.deepEqual(
			after.filter((name) => !/[xyz]$/.test(name)),
			before,
		);
		assert.ok(after.includes('undo-reset-3: z'));
	});

	test('never has the name of another', () => {
		const twice = `## A B\n\n${fence('a')}\n## A\n\n### B\n\n${fence('b')}`;
		assert.deepEqual(toNames(`# Git\n\n${twice}`), ['a-b: a', 'a-b-1: b']);
	});

	test('knows its line, also in a list and without marks', () => {
		const markdown = `# Git\n\n## A\n\n- x\n\n  ~~~sh\n  a\n  ~~~\n\n## B\n\n    b\n`;
		assert.deepEqual(
			read(markdown).map(({ line }) => markdown.split('\n')[line - 1]?.trim()),
			['a', 'b'],
		);
	});
});

test('every example of the facts is a snippet, with its file and line', () => {
	const codes = new Set(snippets.map(({ code }) => code));
	for (const { examples } of [...reference.instructions, ...reference.commands]) {
		for (const { code } of examples) assert.ok(codes.has(code), code);
	}
	for (const { bad, good } of reference.checks) assert.ok(codes.has(bad) && codes.has(good));
	for (const { id, code, file, line } of snippets) {
		if (!/\/(?:instructions|commands)\//.test(file)) continue;
		const lines = readFileSync(new URL(file, root), 'utf8').split('\n');
		assert.ok(lines[line - 1]?.includes(code.split('\n')[0] ?? ''), `${id}: ${file}:${line}`);
	}
});

test('each says what it is about', () => {
	for (const { id, tags, language } of snippets) {
		if (language === 'dockerfile' || language === 'bash') assert.ok(tags.length > 0, id);
	}
	const [exec] = read(`# Git\n\n## A\n\n${fence('sudo docker exec -it web sh')}`);
	assert.deepEqual(exec?.tags, ['run', 'docker exec']);
	const [user] = read('# Git\n\n## A\n\n~~~dockerfile\nRUN x\nUSER y\nRUN z\n~~~\n');
	assert.deepEqual(user?.tags, ['RUN', 'USER']);
});

test('those that start a stage are whole Dockerfiles, but for bad ones', () => {
	for (const { isComplete, code, language, bad } of snippets) {
		const starts = language === 'dockerfile' && /^FROM /im.test(code) && bad === undefined;
		assert.equal(isComplete, starts, code);
	}
});
