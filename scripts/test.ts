/**
 * Runs every test: types and formatting, the core, the built site at `/` and under a base path, and
 * a real browser. Stops at the first step that fails and says which one it was.
 */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const base = { BASE: '/some/repo/', SITE: 'https://docs.example', OUT_DIR: '.cache/base' };

// Left to itself, Node leaves a core to its runner, which only waits.
const nodeTest = `node --test --test-concurrency=${availableParallelism()}`;

const steps: readonly { name: string; command: string; env?: Record<string, string> }[] = [
	{ name: 'tools', command: 'node scripts/tools.ts' },
	{ name: 'core', command: `${nodeTest} 'src/**/*.test.ts'` },
	{ name: 'types and formatting', command: 'npm run --silent check' },
	{ name: 'build', command: 'npm run --silent build' },
	{ name: 'build under a base path', command: 'npm run --silent build', env: base },
	{ name: 'built site', command: `${nodeTest} 'tests/*.test.ts'` },
	{ name: 'browser', command: 'playwright test --config tests/browser/playwright.config.ts' },
];

for (const { name, command, env } of steps) {
	console.log(`\n── ${name}: ${command}`);
	const started = performance.now();
	const options = { shell: true, stdio: 'inherit', env: { ...process.env, ...env } } as const;
	if (spawnSync(command, options).status !== 0) {
		console.error(`\nThe step "${name}" failed.`);
		process.exit(1);
	}
	console.log(`── ${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
