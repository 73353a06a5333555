import type { Redirect } from './notes/moved.ts';
import type { Site } from './read.ts';
import type { SitePage } from './reference/site.ts';
import { toNavigation } from './navigation.ts';
import { toSiteName } from './notes/name.ts';
import { renderIndexFile, toIndex } from './search/compact.ts';
import { frequentCommands, toEnvironment } from './site.ts';
import { toExplanations } from './snippets/explain.ts';

/** One entry of a collection before Astro has validated and rendered it. */
export interface Draft {
	id: string;
	data: Record<string, unknown>;
	/** Markdown, rendered with the entry; empty for entries that are only data. */
	body: string;
	/** The file that it comes from, where it is one of the notes. */
	file?: string | undefined;
}

/** The collections that the site is made of. */
export type CollectionName = 'docs' | 'topics' | 'moved' | 'navigation' | 'facts' | 'search';

/** The entries of all collections. They are plain data and may travel as JSON. */
export type Drafts = Readonly<Record<CollectionName, Draft[]>>;

/** Makes the entries of all collections from what was read. */
export function toDrafts(site: Site): Drafts {
	const moved = new Map(site.parts.map(({ id, fragments }) => [id, fragments]));
	return {
		docs: site.pages.map((page, order) => toPageDraft(page, order, moved.get(page.id))),
		topics: toTopics(site),
		moved: site.redirects.map(({ id, to, fragments }) => toData(id, { to, fragments })),
		navigation: [toData('site', { json: JSON.stringify(toNavigation(site.pages, site.topics)) })],
		facts: toFacts(site),
		search: toSearch(site),
	};
}

function toPageDraft(page: SitePage, order: number, moved: Redirect['fragments'] = {}): Draft {
	const { id, body, line, file, headings, ...others } = page;
	const { repository } = toEnvironment(process.env);
	const place = line === undefined ? file : `${file}#L${line}`;
	const editUrl = place === undefined ? false : `${repository}/edit/main/${place}`;
	const tableOfContents = headings.length > 0 && undefined;
	return {
		id,
		data: { ...others, line, order, moved, editUrl, tableOfContents, headings },
		body,
		file,
	};
}

/** One entry for each file of notes: its title, introduction and sheet. */
function toTopics({ topics, sheets }: Site): Draft[] {
	const site = toSiteName(topics);
	return topics.map(({ name, title, hints, plan, file, pages }, order) => {
		const [page] = pages;
		const { prefix } = plan;
		const data = { title, icon: hints.icon, prefix, order, site, sheet: sheets[order] };
		const body = prefix === '' ? (page?.body ?? '') : '';
		return { id: name, data: { ...data, headings: page?.headings ?? [] }, body, file };
	});
}

/** The facts themselves, one entry for each kind. */
function toFacts({ reference, snippets, placeholders, tools }: Site): Draft[] {
	const facts = { ...reference, snippets, placeholders, tools };
	const all = { ...facts, explanations: toExplanations(reference) };
	return Object.entries(all).map(([id, facts]) => toData(id, { facts }));
}

/** The two files of the small search index. */
function toSearch({ pages, reference, topics }: Site): Draft[] {
	const names = topics.map(({ name }) => name);
	const index = toIndex(pages, reference, frequentCommands, names);
	return Object.entries(index).map(([id, file]) => toData(id, { json: renderIndexFile(file) }));
}

function toData(id: string, data: Draft['data']): Draft {
	return { id, data, body: '' };
}
