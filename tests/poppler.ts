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

/** The text in the order in which it was set. */
export function readText(file: string): string {
	return normalise(run('pdftotext', '-raw', file, '-'));
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

/** The size of the smallest type in points, to a third of a point: poppler enlarges thrice at most. */
export function readSmallestSize(file: string): number {
	const zoom = 3;
	const xml = run('pdftohtml', '-xml', '-i', '-stdout', '-zoom', String(zoom), file);
	const sizes = [...xml.matchAll(/<fontspec [^>]*size="(\d+)"/g)].map(([, size]) => Number(size));
	return Math.min(...sizes) / zoom;
}

function toBox(attributes: Readonly<Record<string, string>>, text: string): Box {
	const [left = NaN, top = NaN, right = NaN, bottom = NaN] = ['xMin', 'yMin', 'xMax', 'yMax'].map(
		(name) => Number(attributes[name]),
	);
	return { left, top, right, bottom, text: normalise(text) };
}
