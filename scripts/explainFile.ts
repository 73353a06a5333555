/**
 * Explains a Dockerfile, a Compose file or a `docker run` line: `npm run explain -- [--json] FILE`, with
 * `-` for standard input. The page `/explain/` says the same. Exits with 2 when it was called wrongly or
 * the file cannot be read.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { toExplanation } from '../src/explain/explain.ts';
import { toExplainFacts } from '../src/explain/knowledge.ts';
import { renderText, toPlain } from '../src/explain/transcript.ts';
import { readDataFiles } from '../src/input/files.ts';
import { renderMessages } from '../src/input/report.ts';
import { parseFacts } from '../src/reference/facts.ts';
import { toEnvironment } from '../src/env.ts';

const usage = 'Usage: npm run explain -- [--json] FILE';
const { file, isJson } = readArguments();
const parsed = parseFacts(readDataFiles(pathToFileURL(`${process.cwd()}/`)));
if (!parsed.ok) {
	console.error(renderMessages(parsed.messages, 'build'));
	process.exit(1);
}
const facts = toExplainFacts(parsed.reference, toEnvironment(process.env).today);
const explanation = await toExplanation(read(file), facts, () => facts);
console.log(
	isJson ? JSON.stringify(toPlain(explanation), undefined, '\t') : renderText(explanation),
);

function read(path: string): string {
	// npm runs a script in the project's folder and says where it was called.
	const here = process.env['INIT_CWD'] ?? process.cwd();
	try {
		return readFileSync(path === '-' ? 0 : resolve(here, path), 'utf8');
	} catch {
		console.error(`${path} cannot be read. ${usage}`);
		process.exit(2);
	}
}

function readArguments(): { file: string; isJson: boolean } {
	try {
		const options = { json: { type: 'boolean' } } as const;
		const { values, positionals } = parseArgs({ options, allowPositionals: true });
		const [file] = positionals;
		if (file !== undefined && positionals.length === 1)
			return { file, isJson: values.json ?? false };
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
	}
	console.error(usage);
	process.exit(2);
}
