import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { askCases, isFirst, isThird, readIndex, startAsking } from '../scripts/search.ts';
import { folders, toFlagAnchor, toOptionAnchor } from '../src/reference/addresses.ts';
import { toEntries } from '../src/search/record.ts';
import { readBuilt, readText, root, sites } from './built.ts';
import { readSite } from './loaded.ts';

const [site] = sites;
if (site === undefined) throw new Error('No site is built.');
const loaded = readSite();
const { instructions, commands, checks, answers, guides, words } = loaded.reference;

const folder = root + site.folder;
const ask = startAsking(folder);
/** Asks without the full text, where names are answered. */
const askNames = startAsking(folder, false);

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

/**
 * So many queries of each file have a right result first, and among the first three. All but `unseen`,
 * `check`, half of `typed` and the files of `strangers` were in sight while ranking was tuned; these were written before, and
 * looked at to judge only. More may be right than is said here, never fewer: where pages change, look at
 * `npm run search:quality` first.
 */
const measured = {
	own: { asked: 241, first: 230, third: 240 },
	queries: { asked: 80, first: 79, third: 79 },
	fresh: { asked: 64, first: 64, third: 64 },
	titles: { asked: 39, first: 36, third: 39 },
	unseen: { asked: 60, first: 55, third: 58 },
	questions: { asked: 60, first: 50, third: 56 },
	check: { asked: 30, first: 28, third: 29 },
	typed: { asked: 120, first: 116, third: 119 },
	strangers: { asked: 60, first: 54, third: 58 },
	'strangers-2': { asked: 80, first: 74, third: 76 },
	'strangers-3': { asked: 40, first: 36, third: 39 },
	'strangers-4': { asked: 100, first: 90, third: 96 },
};

for (const [name, { asked, first, third }] of Object.entries(measured)) {
	test(`the answers to ${name}.json stay as good as they are`, async () => {
		const cases = await askCases(new URL(`search/${name}.json`, import.meta.url), ask);
		const toMissed = (isRight: typeof isFirst) =>
			cases.filter((one) => !isRight(one)).map(({ query, got }) => `${query}: ${got[0]}`);
		assert.deepEqual(
			[cases.length, cases.filter(({ got }) => got.length === 0).length <= 1],
			[asked, true],
		);
		assert.ok(toMissed(isFirst).length <= asked - first, toMissed(isFirst).join('\n'));
		assert.ok(toMissed(isThird).length <= asked - third, toMissed(isThird).join('\n'));
	});
}

test('what a card offers to copy is whole', () => {
	const { records, details } = readIndex(folder);
	const codes = [...toEntries(records), ...details].flatMap(({ code }) => code ?? []);
	assert.ok(codes.filter((code) => code !== '').length > 100);
	assert.deepEqual(
		codes.filter((code) => code.endsWith('\\')),
		[],
	);
});

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
		const wanted = commands.flatMap(({ id, name, canonical, aliases }) =>
			[name, canonical, ...aliases].map((typed) => [typed, toCommand(id)] as const),
		);
		assert.deepEqual(await findLost(wanted), []);
	});

	test('every flag of a command, long and short', async () => {
		const wanted = commands.flatMap(({ id, name, flags }) =>
			flags.flatMap((flag) =>
				[flag.name, ...(flag.short === undefined ? [] : [flag.short])].map(
					(typed) => [`${name} ${typed}`, `${toCommand(id)}#${toFlagAnchor(flag.name)}`] as const,
				),
			),
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

	test('every word that the data has for a page', async () => {
		const all = [
			...instructions.map((facts) => ({ ...facts, at: toInstruction(facts.id) })),
			...commands.map((facts) => ({ ...facts, at: toCommand(facts.id) })),
			...checks.map((facts) => ({ ...facts, at: `/${folders.checks}/${facts.id}/` })),
			...answers.map((facts) => ({ ...facts, at: `/${folders.answers}/${facts.id}/` })),
			...guides.map((facts) => ({ ...facts, at: `/${folders.guides}/${facts.id}/` })),
			...words,
		].flatMap(({ at, words }) => words.map((term) => ({ term, page: at.replace(/#.*$/, '') })));
		const toSame = (term: string) => term.toLowerCase().replace(/[\s.-]/g, '');
		const wanted = all.map(({ term }) => {
			const pages = all.filter((other) => toSame(other.term) === toSame(term));
			return [term, ...pages.map(({ page }) => page)] as const;
		});
		assert.deepEqual(await findLost(wanted), []);
	});
});

describe('what is pasted leads to the page that shows it', () => {
	test('every message, whatever stands in its gaps', async () => {
		const all = [
			...answers.map(({ id, messages }) => ({ at: `/${folders.answers}/${id}/`, messages })),
			...checks.map(({ id, messages }) => ({ at: `/${folders.checks}/${id}/`, messages })),
		];
		const wanted = all.flatMap(({ at, messages }) =>
			messages.flatMap((message) =>
				['', 'myapp', '/var/lib/x1'].map((value) => [message.replaceAll('…', value), at] as const),
			),
		);
		assert.deepEqual(await findLost(wanted), []);
	});
});

describe('what is found by name', () => {
	test('is small enough to answer while somebody types', () => {
		const { length } = gzipSync(readText(site, 'search.json'));
		assert.ok(length < 45_000, `${length} bytes`);
	});

	test('leads only to places that exist', () => {
		const { pages } = readBuilt(site);
		const missing = toEntries(readIndex(folder).records).filter(({ href }) => {
			const [page = '', anchor] = href.split('#');
			const $ = pages.get(page);
			return $ === undefined || (anchor !== undefined && $(`[id="${anchor}"]`).length === 0);
		});
		assert.deepEqual(
			missing.map(({ href }) => href),
			[],
		);
	});
});
