import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startBuiltEngine, toAsk } from '../scripts/search/ask.ts';
import { readCases, toScore, type Ask } from '../scripts/search/cases.ts';
import { serve, type Served } from '../scripts/serve.ts';
import { folders, toFlagAnchor, toOptionAnchor } from '../src/reference/addresses.ts';
import { loadSite } from '../src/site.ts';
import { toEnvironment } from '../src/env.ts';
import { readBuilt, readText, root, sites } from './built.ts';

const [site] = sites;
if (site === undefined) throw new Error('No site is built.');
const loaded = loadSite(new URL('../', import.meta.url), toEnvironment(process.env).today);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.messages));
const { instructions, commands, checks, words } = loaded.reference;

let served: Served;
let ask: Ask;
/** Asks the small index alone, where names are answered. */
let askNames: Ask;

before(async () => {
	const folder = root + site.folder;
	served = await serve({ '/': folder });
	const place = { folder, origin: served.origin };
	ask = toAsk(startBuiltEngine(place));
	const pagefind = () => Promise.reject(new Error('not asked'));
	askNames = toAsk(startBuiltEngine(place, { pagefind }));
});

after(() => served.stop());

/** Things that are neither first nor second when they are asked for; any of the addresses will do. */
async function findLost(wanted: readonly (readonly [query: string, ...hrefs: string[]])[]) {
	const lost: string[] = [];
	for (const [query, ...hrefs] of wanted) {
		const got = (await askNames(query)).slice(0, 2);
		if (!hrefs.some((href) => got.some((hit) => hit.startsWith(href)))) {
			lost.push(`${query}: ${hrefs[0]}, got ${got.join(' ')}`);
		}
	}
	return lost;
}

const toInstruction = (id: string) => `/${folders.instructions}/${id}/`;
const toCommand = (id: string) => `/${folders.commands}/${id}/`;

for (const name of ['queries', 'own']) {
	test(`the answers to ${name}.json stay as good as they are`, async () => {
		const cases = readCases(new URL(`search/${name}.json`, import.meta.url));
		const { first, third, misses, empty } = await toScore(cases, ask);
		assert.deepEqual(empty, []);
		const report = misses.map(({ query }) => query).join(', ');
		assert.ok(first >= 95, `success@1 is ${first.toFixed(1)}; misses: ${report}`);
		assert.ok(third >= 97, `success@3 is ${third.toFixed(1)}; misses: ${report}`);
	});
}

describe('what is typed as it stands is first or second', () => {
	test('every instruction', async () => {
		const wanted = instructions.flatMap(({ id, name }) => [
			[name, toInstruction(id)] as const,
			[name.toLowerCase(), toInstruction(id)] as const,
		]);
		assert.deepEqual(await findLost(wanted), []);
	});

	test('every option of an instruction, with its name and alone', async () => {
		const owners = (option: string) =>
			[
				...instructions
					.filter(({ options }) => options.some(({ name }) => name === option))
					.map(({ id }) => `${toInstruction(id)}#${toOptionAnchor(option)}`),
				...commands
					.filter(({ flags }) => flags.some(({ name }) => name === option))
					.map(({ id }) => `${toCommand(id)}#${toFlagAnchor(option)}`),
			] as const;
		const wanted = instructions.flatMap(({ id, name, options, mounts }) => [
			...options.flatMap((option) => [
				[`${name} ${option.name}`, `${toInstruction(id)}#${toOptionAnchor(option.name)}`] as const,
				...(option.name.startsWith('-') ? [[option.name, ...owners(option.name)] as const] : []),
			]),
			...mounts.map(
				({ type }) => [`--mount=type=${type}`, `${toInstruction(id)}#mount-${type}`] as const,
			),
		]);
		assert.deepEqual(await findLost(wanted), []);
	});

	test('every command by all of its names', async () => {
		const wanted = commands.flatMap(({ id, name, canonical, aliases, variantOf }) => {
			const own = variantOf === undefined ? [name, canonical, ...aliases] : [name];
			return own.map((typed) => [typed, toCommand(id)] as const);
		});
		assert.deepEqual(await findLost(wanted), []);
	});

	test('every flag of a command, long and short', async () => {
		const wanted = commands.flatMap(({ id, name, flags, variantOf }) =>
			variantOf === undefined
				? flags.flatMap((flag) =>
						[flag.name, ...(flag.short === undefined ? [] : [flag.short])].map(
							(typed) =>
								[`${name} ${typed}`, `${toCommand(id)}#${toFlagAnchor(flag.name)}`] as const,
						),
					)
				: [],
		);
		assert.deepEqual(await findLost(wanted), []);
	});

	test('every build check and every hadolint rule', async () => {
		const rules = instructions.flatMap(({ id, hadolint }) =>
			hadolint.map(({ code }) => [code, `${toInstruction(id)}#${code.toLowerCase()}`] as const),
		);
		const shared = rules.map(([code]) => {
			const hrefs = rules.filter(([other]) => other === code).map(([, href]) => href);
			return [code, ...hrefs] as const;
		});
		const wanted = [
			...checks.map(({ id, name }) => [name, `/${folders.checks}/${id}/`] as const),
			...shared,
		];
		assert.deepEqual(await findLost(wanted), []);
	});

	test('every word and message that the data has for a page', async () => {
		const all = [
			...instructions.map((facts) => ({ ...facts, at: toInstruction(facts.id) })),
			...commands.map((facts) => ({ ...facts, at: toCommand(facts.id) })),
			...checks.map((facts) => ({ ...facts, at: `/${folders.checks}/${facts.id}/` })),
			...words,
		].flatMap(({ at, words, errors }) =>
			[...words, ...errors].map((term) => ({ term, page: at.replace(/#.*$/, '') })),
		);
		const toSame = (term: string) => term.toLowerCase().replace(/[\s.-]/g, '');
		const wanted = all.map(({ term }) => {
			const pages = all.filter((other) => toSame(other.term) === toSame(term));
			return [term, ...pages.map(({ page }) => page)] as const;
		});
		assert.deepEqual(await findLost(wanted), []);
	});
});

describe('the files of the small index', () => {
	const names = readText(site, 'search/names.json');
	const details = readText(site, 'search/details.json');

	test('are small enough to answer while somebody types', () => {
		assert.ok(gzipSync(names).length < 6000, `names: ${gzipSync(names).length} bytes`);
		assert.ok(gzipSync(details).length < 25_000, `details: ${gzipSync(details).length} bytes`);
	});

	test('are of one build', () => {
		assert.equal(JSON.parse(names).version, JSON.parse(details).version);
	});

	test('lead only to places that exist', async () => {
		const built = readBuilt(site);
		const { toEntries } = await import('../src/search/entry.ts');
		const missing = toEntries(JSON.parse(names), JSON.parse(details))
			.map(({ href }) => href.split('#'))
			.filter(([page = '', anchor]) => {
				const $ = built.pages.get(page);
				return $ === undefined || (anchor !== undefined && $(`[id="${anchor}"]`).length === 0);
			});
		assert.deepEqual(missing, []);
	});
});
