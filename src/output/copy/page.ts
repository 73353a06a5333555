import { load, type CheerioAPI } from 'cheerio';

/** A page of the finished site, to make another page of. */
export interface Page {
	/** Below the site's folder. */
	path: string;
	$: CheerioAPI;
}

/** What servers, search engines and the programs of the site need, and a copy does not. */
const onlineOnly = [
	'script[src], script[type=module], [data-take]',
	'meta[http-equiv], meta[property^="og:"], meta[name^="twitter:"], meta[name=generator]',
	'link[rel=canonical], link[rel=alternate], link[rel=search], link[rel=sitemap]',
	'template#theme-icons, starlight-theme-select, .theme',
	'link[rel=modulepreload], link[rel=preload], link[rel=manifest]',
].join(', ');

/** Reads a finished page without what only works on a server. */
export function readPage(path: string, html: string): Page {
	const $ = load(html);
	$(onlineOnly).remove();
	// A copy has each picture in one size.
	$('[srcset]').removeAttr('srcset').removeAttr('sizes');
	return { path, $ };
}

/** The attributes that lead somewhere. */
const leading = ['href', 'src', 'action', 'poster'] as const;

/** Changes every address on a page; `undefined` leaves it. */
export function changeAddresses(
	{ $ }: Pick<Page, '$'>,
	change: (address: string, element: ReturnType<CheerioAPI>) => string | undefined,
): void {
	for (const name of leading) {
		for (const node of $(`[${name}]`).toArray()) {
			const element = $(node);
			const next = change(element.attr(name) ?? '', element);
			if (next !== undefined) element.attr(name, next);
		}
	}
}
