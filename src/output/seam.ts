import type { CheerioAPI } from 'cheerio';

/** Between so many characters the first screen of a phone ends. */
const [least, most] = [300, 1050];

/** What a block takes beside its text: the rest of its last line, and the distance to the next. */
const spacing = 30;

/** What text stands in, and of that what can be torn: a table in halves would be laid out twice. */
const block = 'p, li, td, th, pre, h2, h3, summary';
const soft = /^(?:p|li)$/;

/** What takes no room at first. */
const hidden = 'main details:not([open]) > :not(summary), main [hidden]';

/**
 * Where a long page can be torn: the last paragraph or item of its first screen. A style sheet that
 * stands there lets a browser paint what is above before it goes on, and lay the rest out later:
 * https://jakearchibald.com/2016/link-in-body/
 */
export function findSeam($: CheerioAPI) {
	const unseen = new Set($(hidden).find('*').addBack());
	const blocks = $('main')
		.find(block)
		.toArray()
		.filter((one) => !unseen.has(one) && $(one).find(block).length === 0);
	const lengths = blocks.map((one) => $(one).text().length + spacing);
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
