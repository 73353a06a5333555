/**
 * Measures search on the built site: `npm run search:quality [-- cases.json]`, after `npm run build`.
 * Asks every query of a file of cases as the dialog does, beside Starlight's default search over the
 * same pages, and takes the time in a real browser. The last line is the result.
 */
import type { Page } from '@playwright/test';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { toEnvironment } from '../../src/env.ts';
import { startBuiltEngine, toAsk } from './ask.ts';
import { readCases, toScore, type Score } from './cases.ts';
import { serve } from '../serve.ts';
import { toDefaultAsk, writeDefaultIndex } from './starlight.ts';
import {
	askPagefind,
	measureCold,
	measureKeys,
	openAndAsk,
	slow4g,
	startBrowser,
	unthrottled,
	type Cold,
} from './timing.ts';

const file = process.argv[2] ?? 'tests/search/queries.json';
const folder = toEnvironment(process.env).outDir;
const defaultIndex = '.cache/starlight';
const cases = readCases(file);
await writeDefaultIndex(folder, defaultIndex);
const folders = { '/': folder, '/starlight/': defaultIndex };
const { origin, sent, change, stop } = await serve(folders);
// The policy of our pages lets no program but the worker's compile WebAssembly.
const bare = '/starlight/bare.html';
change(folders, { [bare]: '<!doctype html><title>Bare</title>' });
const ours = await toScore(cases, toAsk(startBuiltEngine({ folder, origin })));
const theirs = await toScore(cases, await toDefaultAsk(defaultIndex, `${origin}/starlight/`));

for (const { query, wanted, got, isFirst } of ours.misses) {
	const miss = isFirst ? `not in the first 3: ${wanted}` : `wanted ${wanted}`;
	console.log(`${query}: ${miss}, got ${got.slice(0, 3).join(' ') || 'nothing'}`);
}
for (const query of ours.empty) console.log(`${query}: found nothing`);

const browser = await startBrowser();
const openOurs = (network: typeof slow4g) =>
	measureCold(browser, origin, network, { act: openAndAsk });
const ask = (page: Page) => askPagefind(page, '/starlight/pagefind.js');
const openTheirs = (network: typeof slow4g) =>
	measureCold(browser, origin + bare, network, { act: ask, sent }, 3);
console.log('\nFrom opening to the first answer, nothing cached:');
printCold('slow 4G', await openOurs(slow4g), await openTheirs(slow4g));
printCold('no limit', await openOurs(unthrottled), await openTheirs(unthrottled));
const key = await measureKeys(browser, origin, 'environment variable');
console.log(`From a key to its results, all loaded: ${key.toFixed(1)} ms (median)`);
await browser.close();
await stop();

printSizes('search');
printSizes('pagefind');
console.log(`Starlight's defaults: ${renderScore(theirs)}`);
console.log(renderScore(ours));

function printCold(name: string, ours: Cold, theirs: Cold): void {
	const render = ({ time, bytes }: Cold) =>
		`${time.toFixed(0)} ms, ${(bytes / 1000).toFixed(1)} kB`;
	console.log(`  ${name}: ${render(ours)} (Pagefind as Starlight starts it: ${render(theirs)})`);
}

function printSizes(name: string): void {
	const paths = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
		.map((path) => join(folder, name, path))
		.filter((path) => statSync(path).isFile() && !path.endsWith('.html'));
	const contents = paths.map((path) => readFileSync(path));
	const sum = (sizes: number[]) => (sizes.reduce((a, b) => a + b, 0) / 1000).toFixed(1);
	const whole = sum(contents.map(({ length }) => length));
	const small = sum(contents.map((content) => gzipSync(content).length));
	console.log(`${name}/: ${paths.length} files, ${whole} kB, ${small} kB gzip`);
}

function renderScore({ first, third }: Score): string {
	return `success@1 ${first.toFixed(1)} success@3 ${third.toFixed(1)} of ${cases.length}`;
}
