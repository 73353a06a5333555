import type { Sources } from './schema/sources.ts';

/** Collects the sources of a page and gives each fact its footnote marks. */
export interface Citations {
	/** `[^ref][^llb]`: the marks behind a fact. */
	cite: (ids: readonly string[], checked?: string) => string;
	/** The same for a page that is not in the table of sources. */
	citeLink: (link: { title: string; url: string }, checked: string) => string;
	/** The footnotes themselves, for the end of the page. */
	render: () => string;
}

/**
 * Starts the citations of one page; `day` is when its facts were checked. GFM's footnotes carry
 * them, so that they read as well in the page's Markdown as in its HTML.
 */
export function startCitations(sources: Sources, day: string): Citations {
	const footnotes = new Map<string, string>();
	const add = (key: string, title: string, url: string, checked: string) => {
		footnotes.set(key, `[^${key}]: [${title}](${url}), checked ${checked}`);
		return `[^${key}]`;
	};
	return {
		cite: (ids, checked = day) =>
			ids
				.map((id) => {
					const source = sources[id];
					const key = checked === day ? id : `${id}-${checked}`;
					return source ? add(key, source.title, source.url, checked) : '';
				})
				.join(''),
		citeLink: ({ title, url }, checked) =>
			add(url.replace(/^https:\/\//, '').replace(/[^a-z\d]+/gi, '-'), title, url, checked),
		render: () => [...footnotes.values()].join('\n'),
	};
}
