import type { Sources } from './schema/sources.ts';
import { escapeText, join } from './markdown.ts';

/** Collects the sources of a page and gives its facts their footnote marks. */
export interface Citations {
	/** The mark behind a fact, one for all its sources; none where the page's own source says it. */
	cite: (ids: readonly string[], checked?: string) => string;
	/** The same for a page that is not in the table of sources. */
	citeLinks: (links: readonly Link[], checked: string) => string;
	/** What the facts of the page rest on, for its end. */
	render: () => string;
}

/** A page of the web. */
interface Link {
	title: string;
	url: string;
}

/** What the facts of a page rest on where they carry no mark. */
interface Ground extends Link {
	/** The ids in the table of sources that stand for it. */
	ids: readonly string[];
}

/**
 * Starts the citations of one page; `day` is when its facts were checked. GFM's footnotes carry
 * them, so that they read as well in the page's Markdown as in its HTML.
 */
export function startCitations(sources: Sources, day: string, ground?: Ground): Citations {
	const footnotes = new Map<string, string>();
	const add = (key: string, links: readonly Link[], checked: string) => {
		if (links.length === 0) return '';
		footnotes.set(key, `[^${key}]: ${links.map(renderLink).join(', ')}, checked ${checked}`);
		return `[^${key}]`;
	};
	return {
		cite: (ids, checked = day) => {
			if (checked === day && ids.every((id) => ground?.ids.includes(id))) return '';
			const key = [...ids, ...(checked === day ? [] : [checked])].join('-');
			const found = ids.flatMap((id) => sources[id] ?? []);
			return add(key, found, checked);
		},
		citeLinks: (links, checked) => add(toKey(links[0]?.url ?? ''), links, checked),
		render: () => {
			const marked = [...footnotes.values()].join('\n');
			const own = ground && `${renderLink(ground)}, checked ${day}.`;
			const lead = own && (marked === '' ? own : `Facts without a number: ${own}`);
			return join(['## Sources', lead ?? '', marked]);
		},
	};
}

function renderLink({ title, url }: Link): string {
	return `[${escapeText(title)}](${url})`;
}

function toKey(url: string): string {
	return url.replace(/^https:\/\//, '').replace(/[^a-z\d]+/gi, '-');
}
