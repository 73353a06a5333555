import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDocker } from '../../tests/docker.ts';
import { findLost } from './coverage.ts';
import { parseOutline } from './outline.ts';
import { toPages, type Page } from './pages.ts';
import { toPlan } from './plan.ts';

describe('the pages of the notes', () => {
	const { plan, pages } = readDocker();
	const { outline } = plan;
	const pageAt = (id: string): Page => {
		const page = pages.find((candidate) => candidate.id === id);
		assert.ok(page, `no page /${id}`);
		return page;
	};

	test('stand in the order of the notes', () => {
		assert.deepEqual(
			pages.map(({ id }) => id),
			[
				'',
				'foundations',
				'foundations/what-is-docker',
				'foundations/containers-vs-vms',
				'foundations/how-docker-works-internally',
				'foundations/why-docker',
				'foundations/advantages',
				'foundations/disadvantages-limitations',
				'foundations/core-docker-concepts',
				'foundations/putting-it-all-together-mental-model',
				'dockerfile',
				'dockerfile/what-is-a-dockerfile',
				'dockerfile/instructions',
				'dockerfile/instructions/from',
				'dockerfile/instructions/workdir',
				'dockerfile/instructions/user',
				'dockerfile/instructions/copy',
				'dockerfile/instructions/add',
				'dockerfile/instructions/run',
				'dockerfile/instructions/env',
				'dockerfile/instructions/expose',
				'dockerfile/instructions/healthcheck',
				'dockerfile/instructions/cmd',
				'dockerfile/instructions/entrypoint',
				'dockerfile/multi-stage-builds',
				'dockerfile/dockerfile-best-practices',
				'dockerfile/building-managing-images',
			],
		);
	});

	test('know the pages above them', () => {
		assert.deepEqual(pageAt('').parents, []);
		assert.deepEqual(pageAt('dockerfile').parents, []);
		assert.deepEqual(pageAt('dockerfile/instructions').parents, ['dockerfile']);
		const expected = ['dockerfile', 'dockerfile/instructions'];
		assert.deepEqual(pageAt('dockerfile/instructions/copy').parents, expected);
	});

	test('are indexes where pages stand below them', () => {
		const indexes = pages.filter(({ isIndex }) => isIndex).map(({ id }) => id);
		assert.deepEqual(indexes, ['', 'foundations', 'dockerfile', 'dockerfile/instructions']);
	});

	for (const [id, description] of [
		['dockerfile/instructions/copy', 'Copy files/folders from host to image.'],
		[
			'dockerfile/instructions/add',
			'Does everything COPY does plus: Can download URLs, Can auto-extract local archives.',
		],
		[
			'foundations/containers-vs-vms',
			'Containers and VMs by isolation, kernel, size, startup, use case.',
		],
		['foundations/how-docker-works-internally', 'Images, Layers, Containers.'],
		['foundations/why-docker', 'Consistency: Same environment across dev, staging, prod.'],
	] as const) {
		test(`/${id}/ is described by its first sentence`, () => {
			assert.equal(pageAt(id).description, description);
		});
	}

	test('have headings from depth 2 on', () => {
		const page = pageAt('foundations/how-docker-works-internally');
		assert.deepEqual(page.headings, [
			{ depth: 2, slug: 'images', text: 'Images' },
			{ depth: 2, slug: 'layers', text: 'Layers' },
			{ depth: 2, slug: 'containers', text: 'Containers' },
		]);
		const marks = page.body.match(/^#+ .*/gm);
		assert.deepEqual(marks, ['## Images', '## Layers', '## Containers']);
	});

	test('hold every block as the author wrote it', () => {
		for (const { body, blocks } of pages) {
			const texts = blocks
				.filter(({ type }) => type !== 'heading')
				.map(({ start, end }) => outline.source.slice(start, end));
			for (const text of texts) assert.ok(body.includes(text), text);
		}
		assert.deepEqual(findLost(plan, pages), []);
	});
});

describe('a page', () => {
	test('is all of a group that has no parts', () => {
		assert.deepEqual(toBodies('# Docker\n\n## Group\n\nText.\n'), { '': '', group: 'Text.' });
	});

	test('holds the introduction of a group when it is the index of its parts', () => {
		const bodies = toBodies('# Docker\n\n## Group\n\nIntro.\n\n### Part\n\nText.\n');
		assert.deepEqual(bodies, { '': '', group: 'Intro.', 'group/part': 'Text.' });
	});

	test('holds what stands below the title when it is the home page', () => {
		assert.equal(toBodies('# Docker\n\nHello.\n\n## Group\n\nText.\n')[''], 'Hello.');
	});

	test('leaves out a hand-written index', () => {
		const bodies = toBodies('# Docker\n\n## Index\n\n- [Group](#group)\n\n## Group\n\nText.\n');
		assert.deepEqual(bodies, { '': '', group: 'Text.' });
	});

	test('raises headings, but no `#` within a fence', () => {
		const part = '#### Four\n\n```bash\n#### comment\n```\n\n##### Five\n\nText.';
		const raised = '## Four\n\n```bash\n#### comment\n```\n\n### Five\n\nText.';
		const bodies = toBodies(`# Docker\n\n## Group\n\n### Part\n\n${part}\n`);
		assert.equal(bodies['group/part'], raised);
	});

	test('ends with the definitions and footnotes that stand elsewhere', () => {
		const definitions = "[b]: https://example.com 'Title'\n\n[^a]: Note.";
		const bodies = toBodies(
			`# Docker\n\n## One\n\nText[^a] and [link][B].\n\n## Two\n\nMore.\n\n${definitions}\n`,
		);
		assert.equal(bodies['one'], `Text[^a] and [link][B].\n\n${definitions}`);
		assert.equal(bodies['two'], `More.\n\n${definitions}`);
	});

	test('keeps links and footnotes of one name apart', () => {
		const definitions = '[1]: https://example.com\n\n[^1]: Note.';
		const bodies = toBodies(`# Docker\n\n## One\n\nText[^1].\n\n## Two\n\n${definitions}\n`);
		assert.equal(bodies['one'], 'Text[^1].\n\n[^1]: Note.');
	});
});

describe('a link to a heading leads to', () => {
	const linkTo = (target: string): string | undefined => {
		const part = `#### Here\n\n[text](${target})\n\n#### There\n\nText.`;
		const other = '### Core Dockerfile Instructions\n\n#### COPY\n\nText.\n\n##### Flags\n\nText.';
		const bodies = toBodies(`# Docker\n\n## Group\n\n### Part\n\n${part}\n\n${other}\n`);
		return /\[text\]\((.*)\)/.exec(bodies['group/part'] ?? '')?.[1];
	};

	for (const [name, target, expected] of [
		['a heading of the same page', '#there', '/group/part/#there'],
		['its own page', '#part', '/group/part/'],
		['another page', '#copy', '/group/instructions/copy/'],
		['a heading of another page', '#flags', '/group/instructions/copy/#flags'],
		['an index', '#core-dockerfile-instructions', '/group/instructions/'],
		['the home page', '#docker', '/'],
		['no page, and is its words alone', '#nowhere', undefined],
		['another site, and stays as it is', 'https://a.example/#copy', 'https://a.example/#copy'],
		['a page, and keeps its title', "#copy '#copy'", "/group/instructions/copy/ '#copy'"],
	] as const) {
		test(name, () => assert.equal(linkTo(target), expected));
	}

	test('its page from an index and from a definition, too', () => {
		const intro = 'See [#part](#part) and [two][d].\n\n[d]: #part';
		const bodies = toBodies(`# Docker\n\n## Group\n\n${intro}\n\n### Part\n\nText.\n`);
		const linked = 'See [#part](/group/part/) and [two][d].\n\n[d]: /group/part/';
		assert.equal(bodies['group'], linked);
	});
});

/** What the hints of docker.md say, for headings that the tests have. */
const hints = {
	pages: 3,
	split: ['Core Dockerfile Instructions'],
	slugs: { 'Core Dockerfile Instructions': 'instructions' },
};

function toBodies(markdown: string): Record<string, string> {
	return Object.fromEntries(
		toPages(toPlan(parseOutline(markdown), { hints })).map(({ id, body }) => [id, body]),
	);
}
