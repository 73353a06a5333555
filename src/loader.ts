import type { Loader, LoaderContext } from 'astro/loaders';
import type { News } from './dev/news.ts';
import type { CollectionName, Draft, Drafts } from './drafts.ts';
import { newsEvent } from './dev/news.ts';
import { toDrafts } from './drafts.ts';
import { toState } from './files.ts';
import { keepHtml, readHandover } from './handover.ts';
import { withoutFrontMatter } from './markdown.ts';
import { loadSite, type Broken, type Site } from './read.ts';
import { renderNotices } from './report/render.ts';
import { contentFolder, notesFolder, toEnvironment } from './site.ts';

/** Feeds a collection with what is made from the notes and the facts. */
export function siteLoader(name: CollectionName): Loader {
	return {
		name,
		load: async (context) => {
			// What an earlier process stored may come from another renderer.
			context.store.clear();
			const reload = async (): Promise<void> => {
				const drafts = readDrafts(name, context);
				if (drafts) await store(drafts, context);
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

let last: { state: string; site: Site | Broken; drafts: Drafts | undefined } | undefined;

/**
 * Reads the site once for all collections, and anew when a file has changed. A build stops at errors,
 * and takes what `scripts/read.ts` has read; the development server says what is wrong and keeps the
 * last good pages.
 */
function readDrafts(name: CollectionName, context: LoaderContext): Draft[] | undefined {
	const { config, logger, watcher } = context;
	const { today } = toEnvironment(process.env);
	const files = toState(config.root);
	const handed = watcher === undefined ? readHandover(files, name) : undefined;
	if (handed !== undefined) return handed;
	const state = `${today}\n${files}`;
	const isFresh = last?.state !== state;
	if (last?.state !== state) {
		const site = loadSite(config.root, today);
		last = { state, site, drafts: site.ok ? toDrafts(site) : undefined };
	}
	const { site, drafts } = last;
	const report = renderNotices(site.notices, 'house');
	if (!site.ok && watcher === undefined) throw new Error(report);
	if (!isFresh) return drafts?.[name];
	if (!site.ok) logger.error(report);
	watcher?.emit(newsEvent, { notices: site.notices, isOk: site.ok } satisfies News);
	return drafts?.[name];
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
	// Pictures get their addresses from Astro, which has to have the page for it.
	const isKept = context.collection === 'docs' && !images?.length && keepHtml(id, rendered.html);
	const entry = {
		...{ id, body, rendered: isKept ? { ...rendered, html: '' } : rendered },
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
