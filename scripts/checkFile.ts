/**
 * Prints what our build checks say of Dockerfiles, where `docker build --check` decides:
 * `npm run check:dockerfile -- [--json] FILE…`. With `--json`,
 * `{file, rejected?, findings: [{rule, line, text}]}` for each file. Exits with 1 when a file
 * is rejected or has findings, with 2 when it was called wrongly or a file cannot be read.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDockerfile, type Finding } from '../src/checks/checks.ts';
import { parseDockerfile } from '../src/dockerfile/dockerfile.ts';

interface Report {
	file: string;
	/** Why BuildKit does not build it. */
	rejected?: string;
	findings: Finding[];
}

const usage = 'Usage: npm run check:dockerfile -- [--json] FILE…';
const { values, positionals } = readArguments();
// npm runs a script in the project's folder and says where it was called.
const here = process.env['INIT_CWD'] ?? process.cwd();
const reports = positionals.map(toReport);
console.log(
	values.json ? JSON.stringify(reports, undefined, '\t') : reports.map(render).join('\n'),
);
process.exit(reports.some(({ rejected, findings }) => rejected ?? findings.length > 0) ? 1 : 0);

function toReport(file: string): Report {
	const { refused, findings } = checkDockerfile(parseDockerfile(read(file)));
	const [first] = refused;
	if (first === undefined) return { file, findings };
	return { file, rejected: `line ${first.line}: ${first.text}`, findings };
}

function read(file: string): string {
	try {
		return readFileSync(resolve(here, file), 'utf8');
	} catch {
		console.error(`${file} cannot be read. ${usage}`);
		process.exit(2);
	}
}

function render({ file, rejected, findings }: Report): string {
	const lines = findings.map(({ rule, line, text }) => `${file}:${line}: ${rule}: ${text}`);
	if (rejected !== undefined) lines.push(`${file}: rejected, ${rejected}`);
	return lines.length > 0 ? lines.join('\n') : `${file}: our build checks find nothing`;
}

function readArguments() {
	try {
		const options = { json: { type: 'boolean' } } as const;
		const parsed = parseArgs({ options, allowPositionals: true });
		if (parsed.positionals.length > 0) return parsed;
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
	}
	console.error(usage);
	process.exit(2);
}
