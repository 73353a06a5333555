/** What a first visit of a page may cost, in bytes of gzip without headers. */
export interface Budget {
	/** The page that stands for its kind: the one that was measured, or the heaviest. */
	address: string;
	document: number;
	/** Everything together. */
	total: number;
	requests: number;
}

/** What all pages share; they are in the cache when the second page is asked for. */
export const shared = { screen: 7000, script: 4400, print: 900 } as const;

/** What has to fit the first flight of packets: the page and what it needs to be painted. */
export const firstPaint = 13_500;

/** What the page costs that is opened second. */
export const secondPage = 8000;

/** By kind of page. The numbers are what issue 8 asks of content pages, and what the others had. */
export const budgets: Readonly<Record<string, Budget>> = {
	'an instruction': {
		address: '/dockerfile/instructions/run/',
		document: 8000,
		total: 20_000,
		requests: 4,
	},
	'a page of the notes': {
		address: '/foundations/core-docker-concepts/',
		document: 4600,
		total: 16_800,
		requests: 4,
	},
	'a build check': {
		address: '/checks/undefined-var/',
		document: 4600,
		total: 16_800,
		requests: 4,
	},
	'a command': { address: '/commands/exec/', document: 5500, total: 17_500, requests: 4 },
	'the home page': { address: '/', document: 4600, total: 75_000, requests: 6 },
	'the sheet': { address: '/cheatsheet/', document: 16_500, total: 90_000, requests: 7 },
	'the catalogue': { address: '/snippets/', document: 13_000, total: 25_500, requests: 5 },
	'the A–Z': { address: '/a-z/', document: 9500, total: 21_500, requests: 4 },
};
