/**
 * Measures how the build grows with the notes: `npm run bench:scale [-- sections …] [--ours]`. Builds
 * generated notes of each size with this project and with default Starlight, and prints what each
 * took. An exponent of 1 between two sizes is linear growth. `--keep` leaves the folders.
 */
import { parseArgs } from 'node:util';
import { toChapters } from './notes.ts';
import { renderTable } from './table.ts';
import { toOurs, toStarlight, type Bench } from './sites.ts';
import { weigh, type Weight } from './weigh.ts';

/** What one build took and gave. */
type Result = Weight & { name: string; sections: number; seconds: number; memory: number };

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { ours: { type: 'boolean' }, keep: { type: 'boolean' } },
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 1000, 4000];
const makers = values.ours ? [toOurs] : [toOurs, toStarlight];

const results: Result[] = [];
for (const sections of sizes) {
	const chapters = toChapters(sections);
	for (const toSite of makers) results.push(await measure(toSite(chapters), sections));
}
for (const name of new Set(results.map((result) => result.name))) {
	console.log(`\n${name}`);
	console.log(renderTable(toRows(results.filter((result) => result.name === name))));
}

async function measure(site: Bench, sections: number): Promise<Result> {
	const { status, seconds, memory, output } = await site.build();
	if (status !== 0) {
		console.error(output);
		throw new Error(`${site.name} does not build ${sections} sections.`);
	}
	const result = { name: site.name, sections, seconds, memory, ...weigh(site.dist) };
	console.error(`${site.name}, ${sections} sections: ${seconds.toFixed(1)} s`);
	if (values.keep) console.error(`  ${site.dist}`);
	else site.remove();
	return result;
}

function toRows(found: readonly Result[]): Record<string, string>[] {
	return found.map((result, at) => ({
		sections: String(result.sections),
		pages: String(result.pages),
		s: result.seconds.toFixed(1),
		'pages/s': (result.pages / result.seconds).toFixed(1),
		'peak MB': toMega(result.memory),
		'page kB gzip': toKilo(result.page),
		'dist MB': toMega(result.dist),
		'packed MB': toMega(result.packed),
		'names kB gzip': toKilo(result.names),
		'pagefind MB': toMega(result.pagefind),
		'exponent s': toExponent(result, found[at - 1], 'seconds'),
		'exponent MB': toExponent(result, found[at - 1], 'memory'),
	}));
}

function toExponent(now: Result, before: Result | undefined, key: 'seconds' | 'memory'): string {
	if (before === undefined) return '';
	return (Math.log(now[key] / before[key]) / Math.log(now.pages / before.pages)).toFixed(2);
}

function toMega(bytes: number): string {
	return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}

function toKilo(bytes: number): string {
	return (bytes / 1e3).toFixed(1);
}
