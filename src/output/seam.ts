import type { CheerioAPI } from 'cheerio';

/** Between so many characters the first screen of a phone ends, and that of most others. */
const [least, most] = [300, 900];

/** What text stands in, and of that what can be torn: a table in halves would be laid out twice. */
const block = 'p, li, td, th, pre';
const soft = /^(?:p|li)$/;

/**
 * Where a long page can be torn: the last paragraph or item of its first screen. A style sheet that
 * stands there lets a browser paint what is above before it goes on, and lay the rest out later:
 * https://jakearchibald.com/2016/link-in-body/
 */
export function findSeam($: CheerioAPI) {
	const blocks = $('main').find(block).toArray();
	const lengths = blocks.map((one) => ($(one).find(block).length > 0 ? 0 : $(one).text().length));
	const all = lengths.reduce((sum, length) => sum + length, 0);
	let read = 0;
	let seam: (typeof blocks)[number] | undefined;
	for (const [at, element] of blocks.entries()) {
		read += lengths[at] ?? 0;
		if (all - read < most || (read > most && seam)) return seam;
		if (read >= least && soft.test(element.tagName)) seam = element;
	}
	return seam;
}
