/**
 * Runs every test: the core, types and formatting, the built site at `/` and under a base path, and a
 * real browser. Two steps run at the same time where they can; the output of each comes whole when it
 * ends. Begins no step after one that failed, and says at the end which those are.
 */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Step {
	name: string;
	command: string;
	/** Whether nothing runs beside it, and its output is seen at once. */
	alone?: boolean;
	/** The step that has to end before. */
	needs?: string;
}

/** Programs, and files of one process, load most of the same modules: Node keeps them compiled. */
const shared = { NODE_COMPILE_CACHE: join(tmpdir(), 'docker-notes-compiled') };

// All files in one process: they share the modules, the site that is read, and its parsed pages. What is
// that large is collected a fifth faster with room for what is young (megabytes).
const oneProcess = 'node --max-semi-space-size=128 --test --test-isolation=none';
/**
 * Tests that build, copies of the project and the site under a base path, which the browser visits; and
 * those of a real server, because others answer `fetch` from files.
 */
const builders = ['base', 'build', 'foreign', 'nginx', 'showcase', 'topics'];

/** In the order in which they begin, two at once; one `alone` waits for all before it. */
const steps: readonly Step[] = [
	{ name: 'tools', command: 'node scripts/tools.ts', alone: true },
	{ name: 'core', command: `${oneProcess} "src/**/*.test.ts"` },
	{ name: 'build', command: 'npm run --silent build' },
	{ name: 'types and formatting', command: 'npm run --silent check', needs: 'build' },
	{
		name: 'built site',
		command: `${oneProcess} "tests/!(${builders.join('|')}).test.ts"`,
		needs: 'build',
	},
	{
		name: 'other builds',
		command: `${oneProcess} "tests/{${builders.join()}}.test.ts"`,
		needs: 'build',
	},
	{
		name: 'browser',
		command: 'playwright test --config tests/browser/playwright.config.ts',
		alone: true,
	},
];

const failed: string[] = [];
const running = new Map<string, Promise<void>>();
for (const step of steps) {
	await running.get(step.needs ?? '');
	while (running.size > (step.alone ? 0 : 1)) await Promise.race(running.values());
	if (failed.length > 0) break;
	const end = finish(step).finally(() => running.delete(step.name));
	running.set(step.name, end);
	if (step.alone) await end;
}
await Promise.all(running.values());
if (failed.length > 0) {
	console.error(`\nThe step "${failed.join('" and the step "')}" failed.`);
	process.exit(1);
}

async function finish(step: Step): Promise<void> {
	const { status, output, seconds } = await run(step);
	if (!step.alone) console.log(`\n── ${step.name}: ${step.command}\n${output.trimEnd()}`);
	console.log(`── ${step.name}: ${seconds.toFixed(1)} s`);
	if (status !== 0) failed.push(step.name);
}

/** Runs a step; what it prints is seen at once when it is alone, and is given back otherwise. */
async function run({ name, command, alone = false }: Step) {
	if (alone) console.log(`\n── ${name}: ${command}`);
	const started = performance.now();
	const child = spawn(command, {
		shell: true,
		stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
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
