/**
 * Measures the built site as phones on a slow connection meet it: `npm run bench:site [-- --runs 5]`,
 * after `npm run build`. Each kind of page, then the page on COPY beside default Starlight, which is
 * built from the same pages, beside sites in the folders that `PEERS=folder,folder` names, and beside
 * the figures that were given. `npm install --no-save lighthouse` before adds Lighthouse's scores.
 */
import { parseArgs } from 'node:util';
import { toEnvironment } from '../../src/site.ts';
import { serve } from '../serve.ts';
import { slow4g, startBrowser } from '../search/timing.ts';
import { comparedPage, kinds } from './kinds.ts';
import { findLighthouse } from './lighthouse.ts';
import { measureVisits, type Visit } from './load.ts';
import { findPeers, given, isBuilt, toStarlightOf, type Peer } from './peers.ts';
import { renderTable } from './table.ts';

const { values } = parseArgs({
	options: {
		runs: { type: 'string', default: '5' },
		/** The port that Lighthouse reaches the browser at. */
		port: { type: 'string', default: '9222' },
		/** Leaves out default Starlight. */
		ours: { type: 'boolean', default: false },
	},
});
const runs = Number(values.runs);
const starlightName = 'default Starlight';
const device = { slowdown: 4, network: slow4g };
const fullSpeed = { slowdown: 1, network: slow4g };
const dist = toEnvironment(process.env).outDir;
if (!isBuilt(dist)) throw new Error(`${dist} is not built; run \`npm run build\` first.`);

const browser = await startBrowser([`--remote-debugging-port=${values.port}`]);
await printKinds();
await printPeers();
await printScores();
await browser.close();

async function printKinds(): Promise<void> {
	const visits = await visitAll(dist, Object.entries(kinds));
	const quick = new Map(await visitAll(dist, Object.entries(kinds), fullSpeed));
	const rows = visits.map(([page, visit]) => {
		const longest = quick.get(page)?.longest.toFixed(0) ?? '';
		return { page, ...toCells(visit), 'longest at full speed': longest };
	});
	console.log(`\nFirst visits on slow 4G, processor 4 times slower, median of ${runs}`);
	console.log('(tasks with what they lay out and paint)');
	console.log(renderTable(rows));
}

async function printPeers(): Promise<void> {
	const starlight = values.ours ? [] : await buildStarlight();
	const ours: Peer = { name: 'this site', folder: dist, page: comparedPage };
	const others = findPeers(process.env['PEERS']?.split(',').filter(Boolean) ?? []);
	const rows: Record<string, string>[] = [];
	const paints = new Map<string, number>();
	for (const { name, folder, page } of [ours, ...starlight, ...others]) {
		for (const [, visit] of await visitAll(folder, [[name, page]])) {
			paints.set(name, visit.lcp);
			rows.push({ site: name, ...toCells(visit) });
		}
	}
	rows.push({ site: 'a page of one word', ...toCells(await visitWord()) });
	console.log(
		'\nThe page on COPY beside others, and beside the least that this machine takes for a page',
	);
	console.log(renderTable([...rows, ...given.map(toGivenCells)]));
	const [own, theirs] = [ours.name, starlightName].map((name) => paints.get(name));
	if (own === undefined || theirs === undefined) return;
	console.log(`Largest paint: ${(own / theirs).toFixed(2)} × default Starlight's`);
}

async function printScores(): Promise<void> {
	const audit = await findLighthouse(Number(values.port));
	if (audit === undefined) {
		console.log('\nFor the scores of Lighthouse: npm install --no-save lighthouse');
		return;
	}
	const { origin, stop } = await serve({ '/': dist });
	console.log('\nLighthouse, mobile');
	for (const [name, address] of Object.entries(kinds)) {
		const { scores, failing } = await audit(origin + address);
		const shown = Object.entries(scores).map(([category, score]) => `${category} ${score}`);
		console.log([`${name}: ${shown.join(', ')}`, ...failing].join('\n    '));
	}
	await stop();
}

async function visitAll(
	folder: string,
	pages: readonly (readonly [string, string])[],
	visitor = device,
) {
	const { origin, stop } = await serve({ '/': folder });
	const visits: [string, Visit][] = [];
	for (const [name, page] of pages) {
		visits.push([name, await measureVisits(browser, origin + page, visitor, runs)]);
	}
	await stop();
	return visits;
}

async function visitWord(): Promise<Visit> {
	const { origin, change, stop } = await serve({});
	change({}, { '/word.html': '<!doctype html><title>Word</title><p>Word' });
	const visit = await measureVisits(browser, `${origin}/word.html`, device, runs);
	await stop();
	return visit;
}

async function buildStarlight(): Promise<Peer[]> {
	const site = toStarlightOf(dist);
	const { status, output } = await site.build();
	if (status !== 0) throw new Error(`Default Starlight does not build:\n${output}`);
	process.on('exit', site.remove);
	return [{ name: site.name, folder: site.dist, page: comparedPage }];
}

function toCells({ bytes, requests, fcp, lcp, cls, longest, blocking }: Visit) {
	return {
		kB: (bytes / 1000).toFixed(1),
		requests: String(requests),
		'FCP ms': fcp.toFixed(0),
		'LCP ms': lcp.toFixed(0),
		CLS: cls.toFixed(3),
		'longest ms': longest.toFixed(0),
		'blocking ms': blocking.toFixed(0),
	};
}

function toGivenCells({ name, bytes, requests, ...others }: (typeof given)[number]) {
	return {
		site: `${name} (given)`,
		kB: (bytes / 1000).toFixed(1),
		requests: String(requests),
		...('lcp' in others && { 'LCP ms': String(others.lcp) }),
	};
}
