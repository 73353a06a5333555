/**
 * Measures search on the built site: `npm run search:quality [-- cases.json …]`, after `npm run build`.
 * Asks every query of files of cases as the dialog does, and prints the misses and two shares by the
 * kind of what is asked for: how often the first result is right (success@1), and how often a right one
 * is among the first three (success@3).
 */
import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { toEnvironment } from '../src/env.ts';
import { startEngine, toGroups, type Answer } from '../src/search/engine.ts';
import { startPagefind, type Pagefind } from '../src/search/texts.ts';
import type { DetailedIndex } from '../src/search/record.ts';

const address = z.string().startsWith('/');

const casesSchema = z.array(
	z.object({
		/** What somebody types. */
		query: z.string().min(1),
		/** What kind of thing is asked for. */
		kind: z.enum([
			'instruction',
			'task',
			'flag',
			'concept',
			'question',
			'error',
			'check',
			'symbol',
			'typo',
		]),
		/** Where the words come from. */
		origin: z.string().min(1),
		/** The beginning of the address that must come first. */
		first: address,
		/** Others that may come first as well. */
		also: z.array(address).default([]),
	}),
);

/** One query with what is right, and the addresses that it finds, the best first. */
export type Asked = z.infer<typeof casesSchema>[number] & { got: string[] };

/** Asks for addresses, the best first, without base path. */
export type Ask = (query: string) => Promise<string[]>;

/** Reads a file of cases, and asks them. Throws with the first field that has another form. */
export async function askCases(file: string | URL, ask: Ask): Promise<Asked[]> {
	const asked: Asked[] = [];
	for (const one of casesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))) {
		asked.push({ ...one, got: await ask(one.query) });
	}
	return asked;
}

/** Whether the first result is the best one, or one that is as good. */
export function isFirst({ first, also, got }: Asked): boolean {
	return [first, ...also].some((wanted) => got[0]?.startsWith(wanted));
}

/** Whether one of them is among the first three results. */
export function isThird({ first, also, got }: Asked): boolean {
	return got.slice(0, 3).some((href) => [first, ...also].some((wanted) => href.startsWith(wanted)));
}

/** The engine of the dialog with the index of a built site; without Pagefind names answer alone. */
export function startAsking(folder: string, hasTexts = true): Ask {
	const none = () => Promise.reject(new Error('not asked'));
	const index = readIndex(folder);
	const engine = startEngine(index, hasTexts ? () => loadPagefind(folder) : none);
	engine.addDetails(index.details);
	return async (query) => {
		let answer: Answer | undefined;
		await engine.ask({ query, kind: undefined, topic: undefined }, (next) => (answer = next));
		const groups = answer ? toGroups(answer) : [];
		return groups.flatMap(({ hits }) => hits.map(({ href }) => href));
	};
}

/** What a built site has for search by name. */
export function readIndex(folder: string): DetailedIndex {
	const read = (file: string) => JSON.parse(readFileSync(resolve(folder, file), 'utf8'));
	return { ...read('search.json'), details: read('search-details.json') };
}

/** Pagefind's browser interface in Node; what it fetches is read, since a server might not answer. */
async function loadPagefind(folder: string): Promise<Pagefind> {
	globalThis.fetch = (url) => {
		const path = new URL(url instanceof Request ? url.url : url).pathname;
		return Promise.resolve(new Response(readFileSync(resolve(folder, `.${path}`))));
	};
	const file = pathToFileURL(resolve(folder, 'pagefind/pagefind.js'));
	return startPagefind(await import(file.href), 'http://localhost/pagefind/');
}

async function printQuality(file: string, ask: Ask): Promise<void> {
	const asked = await askCases(file, ask);
	for (const one of asked.filter((one) => !isFirst(one) || !isThird(one))) {
		const miss = isFirst(one) ? 'not in the first 3' : 'not first';
		console.log(`${one.query}: ${one.first} ${miss}, got ${one.got.slice(0, 3).join(' ')}`);
	}
	console.log(`\n${file}`);
	for (const [kind, own = []] of Object.entries(Object.groupBy(asked, ({ kind }) => kind)))
		printScore(kind, own);
	printScore('all', asked);
}

function printScore(name: string, asked: readonly Asked[]): void {
	const toShare = (isRight: (one: Asked) => boolean) =>
		((100 * asked.filter(isRight).length) / asked.length).toFixed(1).padStart(5);
	const shares = `success@1 ${toShare(isFirst)} success@3 ${toShare(isThird)}`;
	console.log(`  ${name.padEnd(12)} ${shares} of ${asked.length}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const folder = toEnvironment(process.env).outDir;
	const files = process.argv.slice(2);
	const own = globSync('tests/search/*.json');
	const ask = startAsking(folder);
	for (const file of files.length > 0 ? files : own) await printQuality(file, ask);
}
