import { spawnSync } from 'node:child_process';
import { load } from 'cheerio';
import { normalise } from './built.ts';

/** A rectangle in points, counted from the top left of the page. */
interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
	text: string;
}

/** A line of text in a PDF, with the size of its page. */
export interface Line extends Box {
	page: number;
	width: number;
	height: number;
	words: Box[];
}

/** What one of poppler's programs prints. Throws when it fails. */
export function run(program: string, ...args: string[]): string {
	const { stdout, stderr, status } = spawnSync(program, args, {
		encoding: 'utf8',
		maxBuffer: 2 ** 25,
	});
	if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
	return stdout;
}

/** The text of a page in the order in which it was set. */
export function readText(file: string, page: number): string {
	const pages = ['-f', String(page), '-l', String(page)];
	return normalise(run('pdftotext', '-raw', ...pages, file, '-'));
}

/** All lines of text, with the boxes that their fonts claim. */
export function readLines(file: string): Line[] {
	const $ = load(run('pdftotext', '-bbox-layout', file, '-'), { xml: true });
	return $('page')
		.toArray()
		.flatMap((page, index) =>
			$(page)
				.find('line')
				.toArray()
				.map((line) => ({
					...toBox(line.attribs, $(line).text()),
					page: index + 1,
					width: Number(page.attribs['width']),
					height: Number(page.attribs['height']),
					words: $(line)
						.find('word')
						.toArray()
						.map((word) => toBox(word.attribs, $(word).text())),
				})),
		);
}

/** A PDF with everything in it as plain text: what qpdf makes for people who want to look inside. */
export function readPlain(file: string): string {
	const args = ['--qdf', '--object-streams=disable', file, '-'];
	const { stdout, status } = spawnSync('qpdf', args, { encoding: 'latin1', maxBuffer: 2 ** 26 });
	if (status !== 0) throw new Error(`qpdf cannot read ${file}`);
	return stdout;
}

/** The bookmarks with the pages that they lead to, counted from 1. */
export function readBookmarks(file: string): { title: string; page: number }[] {
	const $ = load(run('pdftohtml', '-xml', '-i', '-stdout', file), { xml: true });
	return $('outline item')
		.toArray()
		.map((item) => ({ title: normalise($(item).text()), page: Number(item.attribs['page']) }));
}

function toBox(attributes: Readonly<Record<string, string>>, text: string): Box {
	const [left = NaN, top = NaN, right = NaN, bottom = NaN] = ['xMin', 'yMin', 'xMax', 'yMax'].map(
		(name) => Number(attributes[name]),
	);
	return { left, top, right, bottom, text: normalise(text) };
}
