/** Some addresses of the site, and what a server says with them. */
interface HeaderRule {
	/** What the rule is for; it stands above it in every file that is made from it. */
	about: string;
	/** Addresses below the base path. One `*` in each may stand for any characters, `/` too. */
	paths: readonly string[];
	headers: Readonly<Record<string, string>>;
}

/** What the pages say about themselves as `<meta name="referrer">` too, for hosts that send no headers. */
export const referrerPolicy = 'no-referrer';

/** What the site never asks a browser for, so that nothing which gets into it can. */
const closedFeatures = [
	...[
		'accelerometer',
		'camera',
		'display-capture',
		'geolocation',
		'gyroscope',
		'hid',
		'magnetometer',
	],
	...['microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking', 'clipboard-read'],
];

/**
 * Every header that the site wants to be sent with. The page's own Content Security Policy stands in
 * the page, where its hashes are known; here is what a page cannot say about itself.
 *
 * Hosts join rules that fit one address: Netlify takes the later rule's value of a header, Cloudflare
 * sends both values (https://developers.cloudflare.com/pages/configuration/headers/). So a header
 * stands in two rules for one address only where both of these are right.
 *
 * Left out on purpose: `Strict-Transport-Security` speaks for a whole host, for a year, while the site
 * may stand below a path of somebody else's; the host that has the certificate decides.
 * `X-Frame-Options` says what `frame-ancestors` says, to browsers that are gone.
 * `Cross-Origin-Opener-Policy` makes a browser start another process once the answer is there, for
 * which the first visit waits a tenth of a second on a slow phone; no page here holds what another
 * window could take (https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies).
 */
const headerRules: readonly HeaderRule[] = [
	{
		about: 'Everything: no frames around it, no guessed types, no word about the reader to others.',
		paths: ['/*'],
		headers: {
			'Content-Security-Policy': "frame-ancestors 'none'",
			'Permissions-Policy': [
				...closedFeatures.map((name) => `${name}=()`),
				'clipboard-write=(self)',
			].join(', '),
			'Referrer-Policy': referrerPolicy,
			'X-Content-Type-Options': 'nosniff',
		},
	},
	{
		about: 'Files whose names change with their content.',
		paths: ['/_astro/*', '/pagefind/fragment/*', '/pagefind/index/*', '/pagefind/*.pf_meta'],
		headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
	},
	{
		about: "The site's own parts are of no use to other sites.",
		paths: ['/_astro/*', '/pagefind/*', '/search.json', '/search-details.json'],
		headers: { 'Cross-Origin-Resource-Policy': 'same-origin' },
	},
	{
		about: "Data, raw snippets and the sheet are made for others' programs and pages.",
		paths: ['/api/*', '/snippets/*', '/cheatsheet/*'],
		headers: {
			'Access-Control-Allow-Origin': '*',
			'Cross-Origin-Resource-Policy': 'cross-origin',
		},
	},
	{
		about: 'A drawing that is opened by itself runs nothing, whoever drew it.',
		paths: ['/*.svg'],
		headers: {
			'Content-Security-Policy':
				"default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
		},
	},
];

/**
 * `_headers` for a site below `base`, which ends with `/`: Netlify and Cloudflare read it from the
 * folder that they publish, other hosts pass over it. https://docs.netlify.com/routing/headers/
 */
export function renderHeaders(base: string): string {
	const blocks = headerRules.map(({ about, paths, headers }) => {
		const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
		const rules = paths.map((path) => [base + path.slice(1), ...lines].join('\n'));
		return [`# ${about}`, ...rules].join('\n');
	});
	return `${blocks.join('\n\n')}\n`;
}
