import type { Redirect } from './notes/notes.ts';
import type { Site } from './site.ts';
import type { VerifiedPage } from './snippets/verify.ts';
import { toNavigation } from './reference/navigation.ts';
import { toSiteName } from './notes/notes.ts';
import { toMarkdown } from './markdown/machines.ts';
import { toSearchIndex } from './search/records.ts';
import { frequentCommands, toEnvironment } from './env.ts';

/** One entry of a collection before Astro has validated and rendered it. */
export interface Entry {
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
export type Entries = Readonly<Record<CollectionName, Entry[]>>;

/** Makes the entries of all collections from what was read. */
export function toEntries(site: Site): Entries {
	const moved = new Map(site.parts.map(({ id, fragments }) => [id, fragments]));
	return {
		docs: site.pages.map((page, order) => toPageEntry(page, order, moved.get(page.id))),
		topics: toTopics(site),
		moved: site.redirects.map(({ id, to, fragments }) => toData(id, { to, fragments })),
		navigation: [toData('site', { json: JSON.stringify(toNavigation(site.pages, site.topics)) })],
		facts: toFacts(site),
		search: toSearch(site),
	};
}

function toPageEntry(page: VerifiedPage, order: number, moved: Redirect['fragments'] = {}): Entry {
	const { id, body, outline, line, file, headings, ...others } = page;
	const { repository } = toEnvironment(process.env);
	const place = line === undefined ? file : `${file}#L${line}`;
	const editUrl = place === undefined ? false : `${repository}/edit/main/${place}`;
	const tableOfContents = headings.length > 0 && undefined;
	const markdown = toMarkdown({ title: page.title, outline, verdicts: page.verdicts });
	return {
		id,
		data: { ...others, line, order, moved, editUrl, tableOfContents, headings, markdown },
		body,
		file,
	};
}

/** One entry for each file of notes: its title, introduction and sheet. */
function toTopics({ topics, sheets }: Site): Entry[] {
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
function toFacts({ reference, snippets, placeholders, tools }: Site): Entry[] {
	const facts = { ...reference, snippets, placeholders, tools };
	return Object.entries(facts).map(([id, facts]) => toData(id, { facts }));
}

/** What search finds by name. */
function toSearch({ pages, reference, topics }: Site): Entry[] {
	const names = topics.map(({ name }) => name);
	return [toData('index', { ...toSearchIndex(pages, reference, frequentCommands, names) })];
}

function toData(id: string, data: Entry['data']): Entry {
	return { id, data, body: '' };
}
