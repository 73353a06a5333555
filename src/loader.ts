import type { Loader, LoaderContext } from 'astro/loaders';
import type { News } from './dev/news.ts';
import type { SitePage } from './reference/site.ts';
import { loadSite, type Broken, type Site } from './read.ts';
import { renderIndexFile, toIndex } from './search/compact.ts';
import { toExplanations } from './snippets/explain.ts';
import { toState } from './files.ts';
import { newsEvent } from './dev/news.ts';
import { withoutFrontMatter } from './markdown.ts';
import { toNavigation } from './navigation.ts';
import { toSiteName } from './notes/name.ts';
import { renderNotices } from './report/render.ts';
import { contentFolder, frequentCommands, notesFolder, toEnvironment } from './site.ts';

/** One entry of a collection before Astro has validated and rendered it. */
interface Draft {
	id: string;
	data: Record<string, unknown>;
	/** Markdown, rendered with the entry; empty for entries that are only data. */
	body: string;
	/** The file that it comes from, where it is one of the notes. */
	file?: string | undefined;
}

/** Feeds a collection with all pages that are made from Markdown. */
export function pagesLoader(): Loader {
	return toLoader('pages', ({ pages }) => pages.map(toPageDraft));
}

/** Feeds a collection with one entry for each file of notes: its title, introduction and sheet. */
export function topicsLoader(): Loader {
	return toLoader('topics', ({ topics, sheets }) => {
		const site = toSiteName(topics);
		return topics.map(({ name, title, hints, plan, file, pages }, order) => {
			const [page] = pages;
			const { prefix } = plan;
			const data = { title, icon: hints.icon, prefix, order, site, sheet: sheets[order] };
			const body = prefix === '' ? (page?.body ?? '') : '';
			return { id: name, data: { ...data, headings: page?.headings ?? [] }, body, file };
		});
	});
}

/** Feeds a collection with the addresses that led somewhere once. */
export function movedLoader(): Loader {
	return toLoader('moved', ({ redirects }) =>
		redirects.map(({ id, to, fragments }) => ({ id, data: { to, fragments }, body: '' })),
	);
}

/** Feeds a collection with one entry: the tree of all pages. */
export function navigationLoader(): Loader {
	return toLoader('navigation', ({ pages, topics }) => [
		{ id: 'site', data: { json: JSON.stringify(toNavigation(pages, topics)) }, body: '' },
	]);
}

/** Feeds a collection with the facts themselves, one entry for each kind. */
export function factsLoader(): Loader {
	return toLoader('facts', ({ reference, snippets, placeholders, tools }) =>
		Object.entries({
			...{ ...reference, snippets, placeholders, tools },
			explanations: toExplanations(reference),
		}).map(([id, facts]) => ({ id, data: { facts }, body: '' })),
	);
}

/** Feeds a collection with the two files of the small search index. */
export function searchLoader(): Loader {
	return toLoader('search', ({ pages, reference, topics }) =>
		Object.entries(
			toIndex(
				pages,
				reference,
				frequentCommands,
				topics.map(({ name }) => name),
			),
		).map(([id, file]) => ({
			id,
			data: { json: renderIndexFile(file) },
			body: '',
		})),
	);
}

function toLoader(name: string, toDrafts: (site: Site) => Draft[]): Loader {
	return {
		name,
		load: async (context) => {
			// What an earlier process stored may come from another renderer.
			context.store.clear();
			const reload = async (): Promise<void> => {
				const site = readSite(context);
				if (site.ok) await store(toDrafts(site), context);
			};
			await reload();
			// One after the other: what is saved last is stored last.
			let done = Promise.resolve();
			watch(context, () => {
				done = done.then(reload).catch((error: unknown) => context.logger.error(String(error)));
			});
		},
	};
}

let last: { state: string; site: Site | Broken } | undefined;

/**
 * Reads the site once for all collections, and anew when a file has changed. A build stops at errors;
 * the development server says what is wrong and keeps the last good pages.
 */
function readSite({ config, logger, watcher }: LoaderContext): Site | Broken {
	const { today } = toEnvironment(process.env);
	const state = `${today}\n${toState(config.root)}`;
	const isFresh = last?.state !== state;
	if (last?.state !== state) last = { state, site: loadSite(config.root, today) };
	const { site } = last;
	const report = renderNotices(site.notices, 'house');
	if (!site.ok && watcher === undefined) throw new Error(report);
	if (!isFresh) return site;
	if (!site.ok) logger.error(report);
	watcher?.emit(newsEvent, { notices: site.notices, isOk: site.ok } satisfies News);
	return site;
}

/** Stores what differs from what is stored, and says how much of it was rendered anew. */
async function store(drafts: readonly Draft[], context: LoaderContext): Promise<void> {
	const { store, generateDigest, logger } = context;
	const ids = new Set(drafts.map(({ id }) => id));
	for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
	let count = 0;
	// One after the other: what is being rendered takes much more memory than what is stored.
	for (const draft of drafts) {
		const digest = generateDigest(JSON.stringify(draft));
		if (store.get(draft.id)?.digest === digest) continue;
		const { entry, isRendered } = await toEntry(draft, context);
		store.set({ ...entry, digest });
		if (isRendered) count += 1;
	}
	if (count > 0) logger.info(`rendered ${count} of ${drafts.length}`);
}

/** Markdown that is as it was is not rendered again, though its line in the notes may have moved. */
async function toEntry({ id, data, body, file }: Draft, context: LoaderContext) {
	// Images are looked for beside it. Starlight needs a path for entries without a file, too.
	const filePath = file?.startsWith(notesFolder) ? file : `${notesFolder}none.md`;
	const stored = context.store.get(id);
	const isSame = stored?.body === body && stored.filePath === filePath;
	const known = isSame ? stored.rendered : undefined;
	const fileURL = new URL(encodeURI(filePath), context.config.root);
	const markdown = withoutFrontMatter(body);
	const rendered = withHeadings(
		known ?? (await context.renderMarkdown(markdown, { fileURL })),
		data,
	);
	const parsed = await context.parseData({ id, data, filePath });
	const images = rendered.metadata?.imagePaths;
	const entry = {
		...{ id, body, rendered },
		...{ data: parsed, filePath, ...(images && { assetImports: images }) },
	};
	return { entry, isRendered: body !== '' && known === undefined };
}

/** The outline's headings in place of Astro's, which rewrites braces in their text. */
function withHeadings<T extends { metadata?: object }>(rendered: T, data: Draft['data']): T {
	return { ...rendered, metadata: { ...rendered.metadata, headings: data['headings'] ?? [] } };
}

function watch({ config, watcher }: LoaderContext, reload: () => void): void {
	const folder = new URL(contentFolder, config.root);
	watcher?.add(folder.pathname);
	watcher?.on('all', (_event, changed) => {
		if (changed.replaceAll('\\', '/').includes(`/${contentFolder}`)) reload();
	});
}

function toPageDraft(page: SitePage, order: number): Draft {
	const { id, body, line, file, headings, ...others } = page;
	const { repository } = toEnvironment(process.env);
	const place = line === undefined ? file : `${file}#L${line}`;
	const editUrl = place === undefined ? false : `${repository}/edit/main/${place}`;
	const tableOfContents = headings.length > 0 && undefined;
	return { id, data: { ...others, line, order, editUrl, tableOfContents, headings }, body, file };
}
