import type { Loader, LoaderContext } from 'astro/loaders';
import type { VerifiedPage } from './snippets/verify.ts';
import type { Redirect } from './notes/notes.ts';
import type { Versions } from './reference/schema/lists.ts';
import type { Site } from './site.ts';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { settle } from './sheet/fit.ts';
import { contentFolder, frequentCommands, notesFolder, toEnvironment } from './env.ts';
import { toExplainFacts } from './explain/knowledge.ts';
import { toState } from './input/files.ts';
import { atozId } from './reference/pages.ts';
import { renderVersions } from './reference/versions.ts';
import { toNavigation } from './reference/navigation.ts';
import { toSiteName } from './notes/notes.ts';
import { toMarkdown } from './markdown/machines.ts';
import { toSearchIndex } from './search/records.ts';
import { withVerdicts } from './markdown/verdicts.ts';
import { reading, SiteError } from './input/reading.ts';
import { renderMessages } from './input/report.ts';
import { loadSite } from './site.ts';

/** One entry of a collection before Astro has validated and rendered it. */
interface Entry {
	id: string;
	data: Record<string, unknown>;
	/** Markdown, rendered with the entry, below what it says of its snippets; empty for mere data. */
	body: string;
	/** The file that it comes from, where it is one of the notes. */
	file?: string | undefined;
}

/** The collections that the site is made of. */
type CollectionName = 'docs' | 'topics' | 'moved' | 'navigation' | 'facts' | 'search';

/** The entries of all collections. They are plain data and may travel as JSON. */
type Entries = Readonly<Record<CollectionName, Entry[]>>;

/** Feeds a collection with what is made from the notes and the facts. */
export function siteLoader(name: CollectionName): Loader {
	return {
		name,
		load: async (context) => {
			// What an earlier process stored may come from another renderer.
			context.store.clear();
			const reload = async (): Promise<void> => {
				const entries = readEntries(context)?.[name];
				if (entries) await store(entries, context);
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

/** What was read last; while writing, with the pages of the last good site. */
let last: { state: string; entries: Entries | undefined; pages: VerifiedPage[] } | undefined;

/**
 * Reads the site once for all collections, and anew when a file has changed. A build stops at errors;
 * the development server says what is wrong and keeps the last good pages.
 */
function readEntries({ config, logger, watcher }: LoaderContext): Entries | undefined {
	const { today } = toEnvironment(process.env);
	const state = `${today}\n${toState(config.root)}`;
	if (last?.state === state) return last.entries;
	const site = loadSite(config.root, today, last?.pages);
	const isBuild = watcher === undefined;
	const report = site.messages.length > 0 ? renderMessages(site.messages, 'build') : '';
	last = { state, entries: undefined, pages: last?.pages ?? [] };
	reading.publish(site);
	if (!site.ok) {
		if (isBuild) throw new SiteError(`${report}\n\nNotes or facts need a change`);
		logger.error(`\n${report}`);
		return undefined;
	}
	if (isBuild && report !== '') console.error(report);
	if (isBuild) settleSheets(site.sheets);
	if (!isBuild) last.pages = site.pages;
	last.entries = toEntries(site);
	return last.entries;
}

/** Lays the sheets out before anything is rendered: one that does not fit is no reason to wait. */
function settleSheets(sheets: Parameters<typeof settle>[0][]): void {
	const messages = sheets.flatMap(settle);
	if (messages.length === 0) return;
	const report = renderMessages(messages, 'build');
	throw new SiteError(`${report}\n\nThe cheatsheet does not fit its paper`);
}

/** Stores what differs from what is stored, and says how much of it was rendered anew. */
async function store(entries: readonly Entry[], context: LoaderContext): Promise<void> {
	const { store, generateDigest, logger } = context;
	const ids = new Set(entries.map(({ id }) => id));
	for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
	let count = 0;
	for (const entry of entries) {
		const digest = generateDigest(JSON.stringify(entry));
		if (store.get(entry.id)?.digest === digest) continue;
		const { stored, isRendered } = await toStored(entry, context);
		store.set({ ...stored, digest });
		if (isRendered) count += 1;
	}
	if (count > 0) logger.info(`rendered ${count} of ${entries.length}`);
}

/** Markdown that is as it was is not rendered again, though its line in the notes may have moved. */
async function toStored({ id, data, body, file }: Entry, context: LoaderContext) {
	// Images are looked for beside it. Starlight needs a path for entries without a file, too.
	const filePath = file?.startsWith(notesFolder) ? file : `${notesFolder}none.md`;
	const before = context.store.get(id);
	const isSame = before?.body === body && before.filePath === filePath;
	const known = isSame ? before.rendered : undefined;
	const fileURL = pathToFileURL(join(fileURLToPath(context.config.root), filePath));
	const rendered = withHeadings(known ?? (await context.renderMarkdown(body, { fileURL })), data);
	const images = rendered.metadata?.imagePaths;
	const stored = {
		...{ id, rendered, filePath, data: await context.parseData({ id, data, filePath }) },
		...(images && { assetImports: images }),
		// A build compares it with nothing, and all that is stored passes through its bundler.
		...(context.watcher && { body }),
	};
	return { stored, isRendered: body !== '' && known === undefined };
}

/**
 * The outline's headings in place of Astro's, which rewrites braces in their text, and no front matter,
 * which `body` has.
 */
function withHeadings<T extends { metadata?: object }>(rendered: T, data: Entry['data']): T {
	const headings = data['headings'] ?? [];
	return { ...rendered, metadata: { ...rendered.metadata, headings, frontmatter: {} } };
}

function watch({ config, watcher }: LoaderContext, reload: () => void): void {
	const folder = join(fileURLToPath(config.root), contentFolder);
	watcher?.add(folder);
	watcher?.on('all', (_event, changed) => {
		if (changed.replaceAll('\\', '/').includes(`/${contentFolder}`)) reload();
	});
}

function toEntries(site: Site): Entries {
	const moved = new Map(site.parts.map(({ id, fragments }) => [id, fragments]));
	const { versions } = site.reference;
	return {
		docs: site.pages.map((page, order) =>
			toPageEntry(page, { order, moved: moved.get(page.id), versions }),
		),
		topics: toTopics(site),
		moved: site.redirects.map(({ id, to, fragments }) => toData(id, { to, fragments })),
		navigation: [toData('site', { json: JSON.stringify(toNavigation(site.pages, site.topics)) })],
		facts: toFacts(site),
		search: toSearch(site),
	};
}

/** What a page's entry has beside the page. */
interface Context {
	order: number;
	moved: Redirect['fragments'] | undefined;
	versions: Versions | undefined;
}

function toPageEntry(page: VerifiedPage, { order, moved = {}, versions }: Context): Entry {
	const { id, body, outline, line, file, headings, verdicts, ...others } = page;
	const { repository } = toEnvironment(process.env);
	const place = line === undefined ? file : `${file}#L${line}`;
	const editUrl = place === undefined ? false : `${repository}/edit/main/${place}`;
	// The A–Z has its letters in a line of their own.
	const tableOfContents = headings.length > 0 && id !== atozId && undefined;
	const foot = versions && renderVersions(versions);
	const markdown = toMarkdown({ title: page.title, outline, verdicts, foot });
	return {
		id,
		data: { ...others, line, order, moved, editUrl, tableOfContents, headings, markdown },
		body: withVerdicts(body, verdicts),
		file,
	};
}

function toTopics({ topics, sheets }: Site): Entry[] {
	const site = toSiteName(topics);
	return topics.map(({ name, title, hints, plan, file, pages }, order) => {
		const [page] = pages;
		const { prefix } = plan;
		const data = { title, icon: hints.icon, prefix, order, site, sheet: sheets[order] };
		const body = prefix === '' && page?.body ? withVerdicts(page.body, []) : '';
		return { id: name, data: { ...data, headings: page?.headings ?? [] }, body, file };
	});
}

function toFacts({ reference, snippets, placeholders, tools }: Site): Entry[] {
	const explain = toExplainFacts(reference, toEnvironment(process.env).today);
	const facts = { ...reference, snippets, placeholders, tools, explain };
	const known = Object.entries(facts).filter(([, facts]) => facts !== undefined);
	return known.map(([id, facts]) => toData(id, { facts }));
}

function toSearch({ pages, reference, topics }: Site): Entry[] {
	const names = topics.map(({ name }) => name);
	return [toData('index', { ...toSearchIndex(pages, reference, frequentCommands, names) })];
}

function toData(id: string, data: Entry['data']): Entry {
	return { id, data, body: '' };
}
