import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { paperNames } from '../src/cheatsheet/papers.ts';
import { loadSite } from '../src/read.ts';
import { toEnvironment } from '../src/site.ts';
import { normalise, root, sites, toPublicUrl } from './built.ts';
import { readLines, readSmallestSize, readText, run } from './poppler.ts';

const site = loadSite(pathToFileURL(root), toEnvironment(process.env).today);
assert.ok(site.ok);
const { sheet } = site;

/** Width and height in points, landscape. */
const sizes = { 'docker-a4': [841.89, 595.28], 'docker-letter': [792, 612] } as const;
const millimetre = 72 / 25.4;
/** The least distance of the text from the edges, and of the foot from the lower one. */
const margin = 8 * millimetre;
const foot = 8 * millimetre;
/** Fonts claim room above their capitals that stays empty. */
const headroom = 1;

for (const paper of paperNames) {
	describe(`${paper}.pdf`, () => {
		const file = join(root, 'dist/cheatsheet', `${paper}.pdf`);
		const info = run('pdfinfo', file);
		const metadata = run('pdfinfo', '-meta', file);
		const lines = readLines(file);

		test('is one sheet of its paper in landscape', () => {
			const pages = Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1]);
			assert.ok(pages === 1 || pages === 2, `${pages} pages`);
			const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(info) ?? [];
			assert.ok(Math.abs(Number(width) - sizes[paper][0]) < 0.1, `${width} pt wide`);
			assert.ok(Math.abs(Number(height) - sizes[paper][1]) < 0.1, `${height} pt high`);
			assert.match(info, /^Page rot:\s+0$/m);
			for (const line of lines) {
				assert.deepEqual([line.width, line.height].map(Math.round), sizes[paper].map(Math.round));
			}
		});

		test('has no type below 7 pt', () => {
			const smallest = readSmallestSize(file);
			assert.ok(smallest >= 7 && smallest < 20, `${smallest} pt`);
		});

		test('carries all its fonts', () => {
			const [, , ...fonts] = run('pdffonts', file).trim().split('\n');
			assert.notEqual(fonts.length, 0);
			for (const font of fonts) assert.match(font, / yes (?:yes|no ) yes +\d+ +\d+$/);
		});

		test('is PDF/UA-1: tagged, with title and language', () => {
			assert.match(info, /^Tagged:\s+yes$/m);
			assert.match(info, /^Title:\s+Docker cheatsheet$/m);
			assert.match(metadata, /<pdfuaid:part>1<\/pdfuaid:part>/);
			assert.match(metadata, /<dc:language><rdf:Bag><rdf:li>en</);
			assert.match(metadata, /<dc:title>.*Docker cheatsheet.*<\/dc:title>/);
			assert.match(readFileSync(file, 'latin1'), /\/Lang \(en\)/);
		});

		test('keeps every word off the edges', () => {
			const words = lines.flatMap((line) => line.words.map((word) => ({ ...line, ...word })));
			assert.ok(words.length > 300);
			const outside = words.filter(({ left, top, right, bottom, width, height }) => {
				const isFoot = top > height - 13 * millimetre;
				const lowest = height - (isFoot ? foot : margin);
				const isBetween = left >= margin && right <= width - margin;
				return !isBetween || top < margin - headroom || bottom > lowest;
			});
			assert.deepEqual(
				outside.map(({ text }) => text),
				[],
			);
		});

		test('has no two lines of text that overlap', () => {
			const overlaps = lines.flatMap((a, at) =>
				lines
					.slice(at + 1)
					.filter((b) => a.page === b.page)
					.filter((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1)
					.filter((b) => Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
					.map((b) => `${a.text} | ${b.text}`),
			);
			assert.deepEqual(overlaps, []);
		});

		test('has every card with its code', () => {
			const text = readText(file);
			const missing = sheet.groups.flatMap(({ cards }) =>
				cards.flatMap(({ title, pieces }) => {
					const codes = pieces.flatMap((piece) => (piece.type === 'code' ? [piece.code] : []));
					return [title, ...codes.flatMap((code) => code.split('\n'))]
						.map(normalise)
						.filter((line) => !text.includes(line));
				}),
			);
			const groups = sheet.groups.map(({ title }) => title.toUpperCase());
			const names = site.pages
				.filter(({ kind, isIndex, line }) => kind === 'instruction' && !isIndex && line)
				.map(({ title }) => title);
			assert.deepEqual(missing, []);
			assert.deepEqual(
				[...groups, ...names].filter((name) => !text.includes(name)),
				[],
			);
		});

		test('is the same to the byte whenever it is made', () => {
			const [site] = sites;
			assert.ok(site);
			const code = `
				import { renderPdf } from './src/cheatsheet/typst.ts';
				const [sheet, paper, site] = process.argv.slice(1);
				process.stdout.write(renderPdf(JSON.parse(sheet), paper, site));`;
			const values = [JSON.stringify(sheet), paper, toPublicUrl(site, '/')];
			const args = ['--input-type=module', '--eval', code, '--', ...values];
			const options = { cwd: root, maxBuffer: 2 ** 25 };
			const [first, second] = [0, 1].map(() => execFileSync(process.execPath, args, options));
			assert.ok(first && second?.equals(first), 'two processes give different bytes');
			assert.ok(readFileSync(file).equals(first), 'the built file has other bytes');
		});
	});
}
