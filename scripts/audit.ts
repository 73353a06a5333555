/**
 * Asks the registry for known weaknesses of the packages that the site is built with; exits with 1
 * when one is high or critical. A registry that does not answer such questions is named, and is no
 * failure: then nothing is known, and the program has to be run where one answers.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const reportSchema = z.object({
	metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
});
const refusalSchema = z.object({ message: z.string() });

// npm asks about what a lock file names; the project keeps none, so one is made aside.
const folder = mkdtempSync(join(tmpdir(), 'audit-'));
copyFileSync('package.json', join(folder, 'package.json'));
npm('install', '--package-lock-only', '--package-lock', '--ignore-scripts');
const answer = toJson(npm('audit', '--omit=dev', '--json'));
rmSync(folder, { recursive: true });

const report = reportSchema.safeParse(answer);
if (!report.success) {
	const { data } = refusalSchema.safeParse(answer);
	console.log(`Not audited. ${data?.message ?? 'The registry gave no answer.'}`);
	process.exit(0);
}
const counts = report.data.metadata.vulnerabilities;
for (const [severity, count] of Object.entries(counts)) console.log(`${severity}: ${count}`);
process.exit((counts['high'] ?? 0) + (counts['critical'] ?? 0) === 0 ? 0 : 1);

function npm(...args: readonly string[]): string {
	return spawnSync('npm', args, { cwd: folder, encoding: 'utf8' }).stdout;
}

function toJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
