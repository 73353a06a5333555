import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { toCards } from '../src/sheet/sheetModel.ts';
import { margin, papers, prints, toSides } from '../src/sheet/papers.ts';
import { toFiles } from '../src/sheet/press.ts';
import { pageAt, readBuilt, root, sites, toPublicUrl } from './built.ts';
import { readSite } from './loaded.ts';
import { readBookmarks, readLines, readPlain, readText, run } from './poppler.ts';
import { readCode, toRequired, withoutSpaces } from './sheet.ts';

const site = readSite();
const [sheet] = site.sheets;
assert.ok(sheet);
const [atRoot] = sites;
assert.ok(atRoot);
const address = toPublicUrl(atRoot, '/');

/** Fonts claim room above their capitals and below their descenders that stays empty. */
const claimed = 5;
/** What lines may share of the room that their fonts claim, in points. */
const shared = 2;

for (const print of prints) {
	describe(`docker-${print.name}.pdf`, () => {
		const file = join(root, 'dist/cheatsheet', `docker-${print.name}.pdf`);
		const info = run('pdfinfo', file);
		const metadata = run('pdfinfo', '-meta', file);
		const lines = readLines(file);
		const plain = readPlain(file);
		const bookmarks = readBookmarks(file);
		const { width, height, isPoster } = papers[print.paper];
		const sides = toSides(sheet, print.paper);
		const texts = sides.map((_, at) => readText(file, at + 1));

		test('is one sheet of its paper in landscape, of two sides or as a poster', () => {
			assert.match(info, isPoster ? /^Pages:\s+1$/m : /^Pages:\s+2$/m);
			assert.match(info, /^Page rot:\s+0$/m);
			for (const line of lines) {
				assert.deepEqual(
					[line.width, line.height].map(Math.round),
					[width, height].map(Math.round),
				);
			}
		});

		test('has each card on its side, and a bookmark for it', () => {
			for (const [at, side] of sides.entries()) {
				const text = withoutSpaces(texts[at] ?? '');
				const names = side.groups.map(({ title }) => title.toUpperCase());
				const titles = toCards([side]).map(({ title }) => title);
				assert.deepEqual(
					[...names, ...titles].filter((part) => !text.includes(withoutSpaces(part))),
					[],
				);
				const marked = bookmarks.filter(({ page }) => page === at + 1).map(({ title }) => title);
				assert.deepEqual(marked.filter((title) => titles.includes(title)).sort(), titles.sort());
			}
		});

		test('has everything on it that must be there', () => {
			for (const [at, side] of sides.entries()) {
				const text = withoutSpaces(texts[at] ?? '');
				const required = toCards([side]).flatMap(toRequired);
				assert.deepEqual(
					required.filter((words) => !text.includes(withoutSpaces(words))),
					[],
				);
			}
		});

		const smallest = isPoster ? 9 : 7.5;

		test(`has no type below ${smallest} points`, () => {
			const used = [...plain.matchAll(/^\s*\/\w+ ([\d.]+) Tf$/gm)].map(([, size]) => Number(size));
			assert.ok(used.length > 500);
			assert.ok(Math.min(...used) >= smallest, `${Math.min(...used)} pt`);
			assert.ok(Math.max(...used) < 20, `${Math.max(...used)} pt`);
		});

		test('has no two lines of text that overlap', () => {
			const overlaps = lines.flatMap((a, at) =>
				lines
					.slice(at + 1)
					.filter((b) => a.page === b.page)
					.filter((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > shared)
					.filter((b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > shared)
					.map((b) => `${a.text} | ${b.text}`),
			);
			assert.deepEqual(overlaps, []);
		});

		test('keeps every word within the margins', () => {
			const words = lines.flatMap((line) => line.words);
			assert.ok(words.length > 1000);
			const outside = words.filter(({ left, top, right, bottom }) => {
				const isBetween = left >= margin - 0.1 && right <= width - margin + 0.1;
				return !isBetween || top < margin - claimed || bottom > height - margin + claimed;
			});
			assert.deepEqual(
				outside.map(({ text }) => text),
				[],
			);
		});

		test('carries all its fonts', () => {
			const [, , ...fonts] = run('pdffonts', file).trim().split('\n');
			assert.ok(fonts.length > 2);
			for (const font of fonts) assert.match(font, / yes yes yes +\d+ +\d+$/);
		});

		test('is PDF/UA-1: tagged, with headings, table headers, title and language', () => {
			assert.match(info, /^Tagged:\s+yes$/m);
			assert.match(info, /^Title:\s+Docker cheatsheet$/m);
			assert.match(metadata, /<pdfuaid:part>1<\/pdfuaid:part>/);
			assert.match(metadata, /<dc:language><rdf:Bag><rdf:li>en</);
			assert.match(plain, /\/Lang \(en\)/);
			const count = (tag: string) => plain.match(new RegExp(`/S /${tag}$`, 'gm'))?.length ?? 0;
			assert.equal(count('H1'), 1);
			assert.equal(count('H2'), sides.length);
			assert.equal(count('H3'), sides.flatMap((side) => side.groups).length);
			assert.equal(count('H4'), toCards(sides).length);
			if (!isPoster) assert.ok(count('TH') >= 6);
		});

		test('is sound', () => {
			assert.match(run('qpdf', '--check', file), /No syntax or stream encoding errors found/);
		});

		test('has a link to the page of each card', () => {
			const links = new Set([...plain.matchAll(/\/URI \((.+?)\)/g)].map(([, url]) => url));
			const wanted = toCards(sides).map(({ href }) => toPublicUrl(atRoot, href));
			assert.deepEqual(
				wanted.filter((url) => !links.has(url)),
				[],
			);
		});

		test('says what it holds for and what its marks mean, and no address of this machine', () => {
			for (const text of texts) {
				assert.ok(text.includes(sheet.holds));
				assert.doesNotMatch(text, /localhost/);
			}
			const meanings = (sides[0]?.legend ?? []).map(({ label }) => label);
			assert.ok(meanings.length > 0);
			assert.deepEqual(
				meanings.filter((meaning) => !texts[0]?.includes(meaning)),
				[],
			);
		});

		test(
			print.isBlack ? 'is black on white and nothing else' : 'has a colour for each kind',
			() => {
				const used = [...plain.matchAll(/^\s*((?:[\d.]+ )+)(?:scn?|SCN?|rg|RG|g|G|k|K)$/gm)]
					.map(([, values = '']) => values.trim().split(' ').map(Number))
					.filter((values) => !values.every((value) => value === 0 || value === 1));
				const isGrey = (values: number[]) => new Set(values).size === 1;
				if (print.isBlack) assert.deepEqual(used, []);
				else assert.ok(used.some((values) => values.length === 3 && !isGrey(values)));
				assert.doesNotMatch(plain, /^\s*(?:[\d.]+ ){4}[kK]$/m);
			},
		);

		test('weighs at most 150 kB', () => {
			assert.ok(readFileSync(file).length <= 150_000);
		});
	});
}

test('the page of the sheet has each card on its side, with everything that must be there', () => {
	const $ = pageAt(readBuilt(atRoot), `/${sheet.page}/`);
	const sides = $('.sheet .side:not(.more)').toArray();
	assert.equal(sides.length, sheet.sides.length);
	for (const [at, side] of sheet.sides.entries()) {
		const text = withoutSpaces($(sides[at]).text());
		const required = toCards([side]).flatMap((card) => [card.title, ...toRequired(card)]);
		assert.deepEqual(
			required.filter((words) => !text.includes(withoutSpaces(words))),
			[],
		);
	}
	const count = toCards(sheet.sides).length + sheet.more.cards.length;
	assert.equal($('[data-card]').length, count);
});

test('all of them are the same to the byte each time', async () => {
	for (const { path, type, render } of toFiles(sheet, address)) {
		const built = readFileSync(join(root, 'dist', path));
		if (type === 'application/pdf') assert.ok(built.equals(await render()), path);
	}
});

test('a sheet of a site that others can open leads there, in words and as a code to photograph', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'sheet-'));
	try {
		const files = toFiles(sheet, 'https://docs.example/');
		// One with two sides and one poster: what differs between papers are sizes, which other tests hold.
		for (const [end, paper] of [
			['-a4.pdf', papers.a4],
			['-poster-a3.pdf', papers.a3],
		] as const) {
			const made = files.find(({ path }) => path.endsWith(end));
			const file = join(folder, `sheet${end}`);
			writeFileSync(file, (await made?.render()) ?? '');
			assert.ok(readText(file, 1).includes('https://docs.example/cheatsheet/'));
			assert.match(readPlain(file), /\/Alt \(QR code: /);
			assert.equal(await readCode(file, paper), 'https://docs.example/cheatsheet/');
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
});
