/**
 * Prints every problem of notes: `npm run notes:check [-- options] [file or folder …]`, those of the
 * whole site when nothing is named. Exits with 1 when there are errors, with 2 when it was called
 * wrongly. `--json` prints a report for machines, `--rules` all rules.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { renderRules } from '../../src/notes/rules/render.ts';
import { toReport } from '../../src/report/json.ts';
import { renderNotices } from '../../src/report/render.ts';
import { toEnvironment } from '../../src/env.ts';
import { checkFiles } from './files.ts';

const usage = 'Usage: npm run notes:check [-- [--json] [--rules] [file or folder …]]';

const { values, positionals } = readArguments();
if (values.rules) {
	console.log(renderRules());
	process.exit(0);
}

// npm runs a script in the project's folder and says where it was called.
const { npm_lifecycle_event: script, INIT_CWD: caller } = process.env;
const here = script === 'notes:check' && caller ? caller : process.cwd();
const root = pathToFileURL(`${process.cwd()}/`);
const { today } = toEnvironment(process.env);
const { notices, files } = checkFiles(
	positionals.map((path) => resolve(here, path)),
	{ root, here, today },
);
const report = toReport(notices, files);
print();
process.exit(report.errors > 0 ? 1 : 0);

function print(): void {
	if (values.json) {
		console.log(JSON.stringify(report, undefined, '\t'));
		return;
	}
	if (notices.length > 0) console.log(renderNotices(notices, 'compiler'));
	if (process.env['GITHUB_ACTIONS'] === 'true' && notices.length > 0) {
		console.log(renderNotices(notices, 'annotations'));
	}
	const { errors, warnings } = report;
	console.error(
		`${count(errors, 'error')}, ${count(warnings, 'warning')} in ${count(files, 'file')}`,
	);
}

function count(number: number, thing: string): string {
	return `${number} ${thing}${number === 1 ? '' : 's'}`;
}

function readArguments() {
	try {
		const options = { json: { type: 'boolean' }, rules: { type: 'boolean' } } as const;
		return parseArgs({ options, allowPositionals: true });
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
		process.exit(2);
	}
}
