import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseOutline } from '../notes/notes.ts';
import { toPages } from '../notes/notes.ts';
import { toPlan } from '../notes/notes.ts';
import { readDocker } from '../../tests/docker.ts';
import { loadSite } from '../site.ts';
import { toEnvironment } from '../env.ts';
import { toSnippets } from './catalogue.ts';

const root = new URL('../../', import.meta.url);
const site = loadSite(root, toEnvironment(process.env).today);
const notes = readDocker();
assert.ok(site.ok);
const { reference } = site;
const { source } = notes.plan.outline;

/** The names of the snippets of the notes by their code. */
function toNames(markdown: string): Map<string, string[]> {
	const plan = toPlan(parseOutline(markdown), notes);
	const pages = toPages(plan).map((page) => ({ ...page, tags: [] }));
	const topics = [{ name: 'docker', file: 'notes.md', hints: notes.hints, plan }];
	const shelves = { topics, reference, pages, files: [] };
	const names = new Map<string, string[]>();
	for (const { id, code, file } of toSnippets(shelves)) {
		if (file === 'notes.md') names.set(code, [...(names.get(code) ?? []), id]);
	}
	return names;
}

test('has every fence of the notes at its own line', () => {
	const lines = source.split('\n');
	const own = site.snippets.filter(({ file }) => file.endsWith('docker.md'));
	assert.equal(own.length, source.match(/^\s*```\w/gm)?.length);
	for (const { code, line } of own) {
		const shown = lines.slice(line - 1, line - 1 + code.split('\n').length);
		assert.deepEqual(
			shown.map((text) => text.trim()),
			code.split('\n').map((text) => text.trim()),
		);
	}
});

test('knows the file and the line of every example of the facts', () => {
	for (const { id, code, file, line } of site.snippets) {
		if (!/\/(?:instructions|commands)\//.test(file)) continue;
		const lines = readFileSync(new URL(file, root), 'utf8').split('\n');
		assert.ok(lines[line - 1]?.includes(code.split('\n')[0] ?? ''), `${id}: ${file}:${line}`);
	}
});

test('has no placeholder that no snippet has', () => {
	assert.ok(site.placeholders.length > 10);
	assert.ok(site.messages.every(({ file = '' }) => !file.endsWith('placeholders.yaml')));
});

test('has every example of the facts', () => {
	const codes = new Set(site.snippets.map(({ code }) => code));
	const examples = [...reference.instructions, ...reference.commands].flatMap((one) =>
		one.examples.map(({ code }) => code),
	);
	const checks = reference.checks.flatMap(({ bad, good }) => [bad, good]);
	assert.deepEqual(
		[...examples, ...checks].filter((code) => !codes.has(code)),
		[],
	);
});

test('says of each snippet what it is about', () => {
	for (const { id, tags, language } of site.snippets) {
		if (language === 'dockerfile' || language === 'bash') assert.ok(tags.length > 0, id);
	}
	const tagsOf = (id: string) => site.snippets.find((snippet) => snippet.id === id)?.tags;
	assert.deepEqual(tagsOf('docker-exec'), ['run', 'docker exec']);
	assert.deepEqual(tagsOf('user'), ['RUN', 'USER']);
});

test('keeps all names when sections are put in above, between and below', () => {
	const before = toNames(source);
	const fence = '\n\n```dockerfile\nFROM busybox\n```\n';
	const after = toNames(
		source
			.replace(
				'## Foundations\n',
				`## New\n\n### Newer${fence}\n## Foundations\n\n### First${fence}`,
			)
			.replace('#### WORKDIR\n', `#### ARG${fence}\n#### WORKDIR\n`)
			.replace('### Multi-Stage Builds\n', `### Another${fence}\n### Multi-Stage Builds\n`),
	);
	for (const [code, ids] of before) assert.deepEqual(after.get(code), ids);
	assert.ok(after.size > before.size);
});

test('keeps the names of earlier snippets of a section when one is put behind them', () => {
	const text = 'RUN useradd -m appuser\nUSER appuser\n```\n';
	const after = toNames(source.replace(text, `${text}\n\`\`\`dockerfile\nUSER 10001\n\`\`\`\n`));
	assert.deepEqual(after.get('USER 10001'), ['user-2']);
	assert.deepEqual(after.get('RUN useradd -m appuser\nUSER appuser'), ['user']);
});

test('makes whole Dockerfiles of those that start a stage, and of no bad ones', () => {
	for (const { isComplete, code, language, bad } of site.snippets) {
		const starts = language === 'dockerfile' && /^FROM /im.test(code) && bad === undefined;
		assert.equal(isComplete, starts, code);
	}
});
