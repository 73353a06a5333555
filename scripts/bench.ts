/**
 * Compares this site with default Starlight, built from the same pages in the same run:
 * `npm run bench`, or a part: `npm run bench -- build` (a cold build), `scale` (one of 1,000 generated
 * sections) or `paint` (a first visit of COPY on a slow phone). What is built stays below .cache/bench/.
 * Other work on the machine slows both sides: compare ratios, and the seconds of the processor.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, devices, type Browser } from '@playwright/test';
import manifest from '../package.json' with { type: 'json' };
import { serve } from './serve.ts';
import { copySources } from './sources.ts';
import { findBrowser } from './tools.ts';

type Files = Readonly<Record<string, string>>;
type Section = Readonly<Record<'path' | 'title' | 'body', string>>;
type Figures = Readonly<Record<string, number>>;
type Built = { dist: string; figures: Figures };

const root = join(import.meta.dirname, '..');
const [, ...own] = manifest.scripts.build.split(' ');
const page = '/dockerfile/instructions/copy/';
const [sections, visits] = [1000, 7];
const slow4g = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

const isWanted = (part: string) => process.argv.length === 2 || process.argv.includes(part);

if (isWanted('build') || isWanted('paint')) {
	const ours = build(copyProject('ours'), ...own);
	const theirs = buildStarlight('starlight', readPages(ours.dist));
	print('cold build', [ours.figures], [theirs.figures]);
	if (isWanted('paint')) await compareVisits(ours.dist, theirs.dist);
}
if (isWanted('scale')) {
	const notes = Array.from({ length: sections }, (_, at) => toSection(at));
	const ours = build(copyProject('ours-scale', toNotes(notes)), ...own);
	const theirs = buildStarlight('starlight-scale', Object.fromEntries(notes.map(toDoc)));
	print(`cold build of ${sections} sections`, [ours.figures], [theirs.figures]);
}

/** Copies the project, with other notes in place of all its content if there are any. */
function copyProject(name: string, notes?: string): string {
	const folder = toFolder(name);
	copySources(root, folder);
	if (notes === undefined) return folder;
	rmSync(join(folder, 'src/content'), { recursive: true });
	write(folder, { 'src/content/notes/handbook.md': notes });
	return folder;
}

/** Starlight as its guide sets it up. https://starlight.astro.build/manual-setup/ */
function buildStarlight(name: string, docs: Files): Built {
	const folder = toFolder(name);
	write(join(folder, 'src/content/docs'), docs);
	write(folder, {
		// Starlight has to be among them, or Vite takes its components for plain modules.
		'package.json': '{ "type": "module", "dependencies": { "@astrojs/starlight": "*" } }',
		'astro.config.mjs': `import starlight from '@astrojs/starlight';
export default { site: 'http://localhost:4321', integrations: [starlight({ title: 'Handbook' })] };`,
		'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
		'src/content/docs/index.md': '---\ntitle: Handbook\n---\n\nA reference.\n',
	});
	return build(folder, 'node_modules/astro/bin/astro.mjs', 'build');
}

/** An empty folder for a project, whose Astro caches there and nowhere else. */
function toFolder(name: string): string {
	const folder = join(root, '.cache/bench', name);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(join(folder, 'node_modules'), { recursive: true });
	symlinkSync(join(root, 'node_modules/astro'), join(folder, 'node_modules/astro'), 'junction');
	return folder;
}

function write(folder: string, files: Files): void {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}

/** Builds a project with this Node, which notes at its end what it took. Throws when that fails. */
function build(folder: string, ...command: string[]): Built {
	const cost = JSON.stringify(join(folder, 'cost.json'));
	const note = `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${cost}, JSON.stringify(process.resourceUsage())));`;
	const args = ['--import', `data:text/javascript,${encodeURIComponent(note)}`, ...command];
	const env = { ...process.env, SITE: 'http://localhost:4321', BASE: '/', OUT_DIR: './dist' };
	const started = performance.now();
	const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env });
	const seconds = (performance.now() - started) / 1000;
	if (status !== 0) throw new Error(`${folder} does not build.\n${String(stderr)}`);
	const took: NodeJS.ResourceUsage = JSON.parse(readFileSync(join(folder, 'cost.json'), 'utf8'));
	const processor = (took.userCPUTime + took.systemCPUTime) / 1e6;
	const megabytes = took.maxRSS / 1024;
	return { dist: join(folder, 'dist'), figures: { seconds, processor, megabytes } };
}

/** The pages of a site of ours as Starlight takes them, by their paths. */
function readPages(dist: string): Files {
	const paths = readdirSync(dist, { recursive: true, encoding: 'utf8' });
	const toPage = (path: string) => {
		const text = readFileSync(join(dist, path), 'utf8').replaceAll('](http://localhost:4321', '](');
		const [title = '', ...lines] = text.split('\n');
		return toDoc({ path, title: title.slice(2), body: lines.join('\n') });
	};
	return Object.fromEntries(paths.filter((path) => path.endsWith('.md')).map(toPage));
}

/** One section with text, a list, a table and fences; the same each time. */
function toSection(at: number): Section {
	const words = ['image', 'layer', 'volume', 'port', 'network', 'build', 'cache', 'stage', 'host'];
	const texts = words.map((word) => `The ${word} ${at} keeps its \`${words[at % 9]}\`.`);
	const rows = texts.map((text, line) => `| \`--${words[line]}\` | ${text} |`);
	const body = [
		...[texts.join(' '), `- ${texts.join('\n- ')}`],
		['| Option | What it does |', '| --- | --- |', ...rows].join('\n'),
		['```yaml', ...words.map((word) => `${word}: ${at}`), '```'].join('\n'),
		['#### When to use it', '', '```bash', `echo ${at} | sort -u`, '```'].join('\n'),
	].join('\n\n');
	return { path: `section-${at}.md`, title: `Section ${at} on ${words[at % 9]}s`, body };
}

/** Sections as one file of notes, 25 to a chapter. */
function toNotes(all: readonly Section[]): string {
	const toChapter = (at: number) => (at % 25 === 0 ? [`## Chapter ${at / 25 + 1}`] : []);
	const texts = all.flatMap(({ title, body }, at) => [...toChapter(at), `### ${title}`, body]);
	return ['# Handbook', ...texts].join('\n\n');
}

/** A page as a file of Starlight. */
function toDoc({ path, title, body }: Section): [path: string, text: string] {
	const text = body.replace(/^#### /gm, '## ');
	return [path, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text}\n`];
}

/** Visits COPY of both sites in turn, and prints the median of each figure. */
async function compareVisits(...folders: [ours: string, theirs: string]): Promise<void> {
	const [ours, theirs] = [await serve(folders[0]), await serve(folders[1])];
	const executablePath = findBrowser() ?? chromium.executablePath();
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	const [mine, others]: [Figures[], Figures[]] = [[], []];
	for (let round = 0; round < visits; round += 1) {
		mine.push(await visit(browser, ours.origin + page));
		others.push(await visit(browser, theirs.origin + page));
	}
	await browser.close();
	await Promise.all([ours.stop(), theirs.stop()]);
	print(`first visit of ${page}, ${visits} times each`, mine, others);
}

/** One visit with an empty cache: slow 4G as Lighthouse has it, a processor four times slower. */
async function visit(browser: Browser, address: string): Promise<Figures> {
	const context = await browser.newContext({ ...devices['Pixel 5'], serviceWorkers: 'block' });
	const tab = await context.newPage();
	const session = await context.newCDPSession(tab);
	let [bytes, requests] = [0, 0];
	session.on('Network.requestWillBeSent', ({ request }) => {
		if (!request.url.startsWith('data:')) requests += 1;
	});
	session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', { offline: false, ...slow4g });
	await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await tab.goto(address, { waitUntil: 'load' });
	await tab.waitForTimeout(1500);
	const { paint, cls } = await tab.evaluate(readTiming);
	await context.close();
	return { paint, kB: bytes / 1000, requests, cls };
}

/** Runs in the page: its largest paint in milliseconds, and how far parts of it have moved. */
function readTiming(): { paint: number; cls: number } {
	const read = (type: string): PerformanceEntry[] => {
		const observer = new PerformanceObserver(() => undefined);
		observer.observe({ type, buffered: true });
		return observer.takeRecords();
	};
	const shifts = read('layout-shift').map((entry) => ('value' in entry ? Number(entry.value) : 0));
	const cls = shifts.reduce((sum, shift) => sum + shift, 0);
	return { paint: read('largest-contentful-paint').at(-1)?.startTime ?? Number.NaN, cls };
}

/** Prints the middle of each figure of both, ours first, and the ratio. */
function print(title: string, ours: readonly Figures[], theirs: readonly Figures[]): void {
	const toMiddle = (all: readonly Figures[], name: string): number =>
		all.map((one) => one[name] ?? 0).toSorted((a, b) => a - b)[all.length >> 1] ?? 0;
	const round = (value: number): number => Number(value.toPrecision(3));
	const rows = Object.keys(ours[0] ?? {}).map((name) => {
		const [mine, other] = [toMiddle(ours, name), toMiddle(theirs, name)];
		return [name, { ours: round(mine), Starlight: round(other), ratio: round(mine / other) }];
	});
	console.log(`\n${title} (load ${loadavg()[0]?.toFixed(1)})`);
	console.table(Object.fromEntries(rows));
}
