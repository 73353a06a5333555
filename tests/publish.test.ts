import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { formatDockerfileContents } from '@reteps/dockerfmt';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { findFaults } from '../src/checks/checks.ts';
import { healthPath } from '../src/output/nginx.ts';
import { loadSite } from '../src/read.ts';
import { toEnvironment } from '../src/site.ts';
import { servers } from '../scripts/tools.ts';
import { root, sites } from './built.ts';
import { startNginx } from './nginx.ts';
import { parts } from './project.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const dockerfile = read('Dockerfile');
const lines = dockerfile.split('\n');
const instructions = DockerfileParser.parse(dockerfile).getInstructions();
const argumentsOf = (keyword: string) =>
	instructions
		.filter((instruction) => instruction.getKeyword() === keyword)
		.map((instruction) => instruction.getArgumentsContent() ?? '');

describe('the Dockerfile of the site', () => {
	test('has none of the faults that the site explains', () => {
		assert.deepEqual(findFaults(dockerfile, ['all']), []);
		assert.deepEqual(validate(dockerfile), []);
	});

	test("is one for BuildKit's parser", async () => {
		const options = { indent: 1, trailingNewline: true, spaceRedirects: false };
		assert.equal(typeof (await formatDockerfileContents(dockerfile, options)), 'string');
	});

	test('starts from bases that are supported', () => {
		const { today } = toEnvironment(process.env);
		const loaded = loadSite(pathToFileURL(root), today);
		assert.ok(loaded.ok);
		const bases = argumentsOf('FROM').map((base) => base.replace(/ AS .*$/, ''));
		assert.equal(bases.length, 2);
		for (const base of bases) {
			const [image, tag = ''] = base.split(':');
			const life: { until?: string | undefined } | undefined = loaded.reference.lifecycles.find(
				(one) => one.image === image && tag.startsWith(`${one.tag}-`),
			);
			assert.ok(life?.until !== undefined && life.until > today, base);
		}
	});

	test('copies all that a build reads, and nothing else', () => {
		const allowed = read('.dockerignore').match(/^!.*$/gm) ?? [];
		assert.deepEqual(allowed.map((line) => line.slice(1)).sort(), [...parts, '.npmrc'].sort());
		assert.match(read('.dockerignore'), /^\*$/m);
	});

	test('runs the server that the tests ask, as nobody, on a port that nobody needs rights for', () => {
		for (const name of servers) assert.match(dockerfile, new RegExp(`\\s${name}(?:\\s|$)`, 'm'));
		assert.deepEqual(argumentsOf('USER'), ['10001:10001']);
		const printed = spawnSync('npm', ['run', '--silent', 'nginx'], { cwd: root, encoding: 'utf8' });
		assert.match(printed.stdout, new RegExp(`listen ${argumentsOf('EXPOSE').join()};`));
		assert.match(printed.stdout, /root \/usr\/share\/nginx\/html;/);
		assert.match(dockerfile, / \/usr\/share\/nginx\/html$/m);
		const user = lines.findIndex((line) => line.startsWith('USER'));
		assert.ok(user < lines.findIndex((line) => line.startsWith('ENTRYPOINT')));
	});

	for (const site of sites) {
		test(`knows whether the site ${site.name} is there`, async () => {
			const [, command = ''] = /^.*CMD (\[.*\])$/m.exec(argumentsOf('HEALTHCHECK').join()) ?? [];
			const [program = '', ...args] = z.array(z.string()).parse(JSON.parse(command));
			assert.ok(args.join(' ').includes(healthPath));
			const check = (port: number) =>
				spawnSync(
					program,
					args.map((part) => part.replace('8080', String(port))),
				).status;
			const nginx = await startNginx(site);
			assert.equal(check(nginx.port), 0);
			await nginx.stop();
			assert.notEqual(check(nginx.port), 0);
			const empty = await startNginx({ ...site, folder: 'tests' });
			assert.notEqual(check(empty.port), 0);
			await empty.stop();
		});
	}
});

const workflow = z.strictObject({
	name: z.string(),
	on: z.unknown(),
	permissions: z.strictObject({}),
	concurrency: z.unknown(),
	jobs: z.record(
		z.string(),
		z.looseObject({
			'timeout-minutes': z.number(),
			permissions: z.record(z.string(), z.string()),
			steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })),
		}),
	),
});

test('the workflow for GitHub Pages pins its actions and asks for few rights', () => {
	const text = read('.github/workflows/pages.yml');
	const { jobs } = workflow.parse(parseYaml(text));
	const used = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
	assert.equal(used.length, 4);
	for (const action of used) {
		assert.match(action, /^actions\/[\w-]+@[0-9a-f]{40}$/);
		assert.match(text, new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+\\n`));
	}
	assert.deepEqual(jobs['build']?.permissions, { contents: 'read', pages: 'read' });
	assert.deepEqual(jobs['publish']?.permissions, { pages: 'write', 'id-token': 'write' });
	const scripts = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
	for (const script of scripts) assert.doesNotMatch(script, /\$\{\{/);
});

test('other hosts build and publish the folder that a build writes', () => {
	const { outDir } = toEnvironment({});
	const netlify = z
		.object({ build: z.object({ command: z.string(), publish: z.string() }) })
		.parse(parseToml(read('netlify.toml')));
	assert.equal(`./${netlify.build.publish}`, outDir);
	assert.match(netlify.build.command, /^SITE=\$URL npm run build$/);
	const cloudflare = z
		.object({
			build: z.object({ command: z.literal('npm run build') }),
			assets: z.object({ directory: z.string(), not_found_handling: z.literal('404-page') }),
		})
		.parse(parseToml(read('wrangler.toml')));
	assert.equal(cloudflare.assets.directory, outDir);
});
