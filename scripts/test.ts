/**
 * Runs every test: the core, types and formatting, the built site at `/` and under a base path, and a
 * real browser. What stands in one group runs at the same time; its output comes whole, one after the
 * other. Stops at the first group with a step that fails and says which one it was.
 */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Step {
	name: string;
	command: string;
}

/** Programs, and files of one process, load most of the same modules: Node keeps them compiled. */
const shared = { NODE_COMPILE_CACHE: join(tmpdir(), 'docker-notes-compiled') };

// All files in one process: they share the modules, the site that is read, and its parsed pages.
const oneProcess = 'node --test --test-isolation=none';
/**
 * Tests that build, copies of the project and the site under a base path, which the browser visits; and
 * those of a real server, because others answer `fetch` from files.
 */
const builders = ['base', 'build', 'foreign', 'nginx', 'showcase', 'topics'];

const groups: readonly (readonly Step[])[] = [
	[{ name: 'tools', command: 'node scripts/tools.ts' }],
	[
		{ name: 'core', command: `${oneProcess} "src/**/*.test.ts"` },
		{ name: 'types and formatting', command: 'npm run --silent check' },
	],
	[{ name: 'build', command: 'npm run --silent build' }],
	[
		{ name: 'built site', command: `${oneProcess} "tests/!(${builders.join('|')}).test.ts"` },
		{
			name: 'other builds',
			command: `${oneProcess} "tests/{${builders.join()}}.test.ts"`,
		},
	],
	[
		{
			name: 'browser',
			command: 'playwright test --config tests/browser/playwright.config.ts',
		},
	],
];

for (const steps of groups) {
	const isAlone = steps.length === 1;
	const failed: string[] = [];
	for (const done of steps.map((step) => ({ step, end: run(step, isAlone) }))) {
		const { status, output, seconds } = await done.end;
		const { name, command } = done.step;
		if (!isAlone) console.log(`\n── ${name}: ${command}\n${output.trimEnd()}`);
		console.log(`── ${name}: ${seconds.toFixed(1)} s`);
		if (status !== 0) failed.push(name);
	}
	if (failed.length === 0) continue;
	console.error(`\nThe step "${failed.join('" and the step "')}" failed.`);
	process.exit(1);
}

/** Runs a step; what it prints is seen at once when it is alone, and is given back otherwise. */
async function run({ name, command }: Step, isAlone: boolean) {
	if (isAlone) console.log(`\n── ${name}: ${command}`);
	const started = performance.now();
	const child = spawn(command, {
		shell: true,
		stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, ...shared },
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
	}
	const { promise, resolve } = Promise.withResolvers<number | null>();
	child.on('close', resolve);
	const status = await promise;
	return { status, output, seconds: (performance.now() - started) / 1000 };
}
