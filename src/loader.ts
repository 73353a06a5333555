import type { Loader, LoaderContext } from 'astro/loaders';
import type { SitePage } from './reference/site.ts';
import { loadSite, type Site } from './read.ts';
import { contentFolder, notesFile, toEnvironment } from './site.ts';

/** One entry of a collection before Astro has validated and rendered it. */
interface Draft {
	id: string;
	data: Record<string, unknown>;
	/** Markdown, rendered with the entry; empty for entries that are only data. */
	body: string;
}

/** Feeds a collection with all pages that are made from Markdown. */
export function pagesLoader(): Loader {
	return toLoader('pages', ({ pages }) => pages.map(toPageDraft));
}

/** Feeds a collection with one entry for the file of notes: its title, introduction and sheet. */
export function topicsLoader(): Loader {
	return toLoader('topics', ({ title, introduction, sheet }) => [
		{ id: 'docker', data: { title, sheet }, body: introduction },
	]);
}

/** Feeds a collection with the facts themselves, one entry for each kind. */
export function factsLoader(): Loader {
	return toLoader('facts', ({ reference }) =>
		Object.entries(reference).map(([id, facts]) => ({ id, data: { facts }, body: '' })),
	);
}

function toLoader(name: string, toDrafts: (site: Site) => Draft[]): Loader {
	return {
		name,
		load: async (context) => {
			const renderings: Renderings = new Map();
			const reload = async (): Promise<void> => {
				const { today } = toEnvironment(process.env);
				const site = loadSite(context.config.root, today);
				if (site.ok) await store(toDrafts(site), context, renderings);
				else fail(site.report, context);
			};
			await reload();
			watch(context, reload);
		},
	};
}

/** What has been rendered in this process; a change of the renderer itself needs a restart. */
type Renderings = Map<string, Awaited<ReturnType<LoaderContext['renderMarkdown']>>>;

async function store(drafts: Draft[], context: LoaderContext, renderings: Renderings) {
	const fileURL = new URL(notesFile, context.config.root);
	const entries = await Promise.all(
		drafts.map(async ({ id, data, body }) => {
			const rendered = renderings.get(body) ?? (await context.renderMarkdown(body, { fileURL }));
			renderings.set(body, rendered);
			const parsed = await context.parseData({ id, data, filePath: notesFile });
			return { id, data: parsed, body, rendered: withHeadings(rendered, data) };
		}),
	);
	context.store.clear();
	for (const entry of entries) {
		const images = entry.rendered.metadata?.imagePaths;
		context.store.set({
			...entry,
			filePath: notesFile,
			digest: context.generateDigest(JSON.stringify(entry)),
			...(images && { assetImports: images }),
		});
	}
}

/** The outline's headings in place of Astro's, which rewrites braces in their text. */
function withHeadings<T extends { metadata?: object }>(rendered: T, data: Draft['data']): T {
	return { ...rendered, metadata: { ...rendered.metadata, headings: data['headings'] ?? [] } };
}

/** A build stops here; the development server says what is wrong and keeps the last good pages. */
function fail(report: string, { logger, watcher }: LoaderContext): void {
	if (watcher === undefined) throw new Error(report);
	logger.error(report);
}

function watch({ config, watcher }: LoaderContext, reload: () => Promise<void>): void {
	const folder = new URL(contentFolder, config.root);
	watcher?.add(folder.pathname);
	watcher?.on('all', (_event, changed) => {
		if (changed.replaceAll('\\', '/').includes(`/${contentFolder}`)) void reload();
	});
}

function toPageDraft(page: SitePage, order: number): Draft {
	const { id, body, line, file, headings, ...others } = page;
	const { repository } = toEnvironment(process.env);
	const place = line === undefined ? file : `${notesFile}#L${line}`;
	const editUrl = place === undefined ? false : `${repository}/edit/main/${place}`;
	const tableOfContents = headings.length > 0 && undefined;
	return { id, data: { ...others, line, order, editUrl, tableOfContents, headings }, body };
}
