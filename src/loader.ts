import type { Loader, LoaderContext } from 'astro/loaders';
import type { CollectionName, Entries, Entry } from './entries.ts';
import type { Verdict } from './snippets/verify.ts';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { settle } from './sheet/fit.ts';
import { toEntries } from './entries.ts';
import { contentFolder, notesFolder, toEnvironment } from './env.ts';
import { toState } from './input/files.ts';
import { withVerdicts } from './markdown/verdicts.ts';
import { reading, SiteError } from './reading.ts';
import { renderMessages } from './input/report.ts';
import { loadSite } from './site.ts';

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

let last: { state: string; entries: Entries | undefined } | undefined;

/**
 * Reads the site once for all collections, and anew when a file has changed. A build stops at errors;
 * the development server says what is wrong and keeps the last good pages.
 */
function readEntries({ config, logger, watcher }: LoaderContext): Entries | undefined {
	const { today } = toEnvironment(process.env);
	const state = `${today}\n${toState(config.root)}`;
	if (last?.state === state) return last.entries;
	const site = loadSite(config.root, today);
	const isBuild = watcher === undefined;
	const report = site.messages.length > 0 ? renderMessages(site.messages, 'build') : '';
	last = { state, entries: undefined };
	reading.publish(site);
	if (!site.ok) {
		if (isBuild) throw new SiteError(`${report}\n\nNotes or facts need a change`);
		logger.error(`\n${report}`);
		return undefined;
	}
	if (isBuild && report !== '') console.error(report);
	if (isBuild) settleSheets(site.sheets);
	last.entries = toEntries(site);
	return last.entries;
}

/** Lays the sheets out before anything is rendered: one that does not fit is no reason to wait. */
function settleSheets(sheets: Parameters<typeof settle>[0][]): void {
	const messages = sheets.flatMap((sheet) => {
		const result = settle(sheet);
		if (!result.ok) return result.messages;
		sheet.settled = result.settled;
		return [];
	});
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
	const verdicts = (data['verdicts'] ?? []) as Verdict[];
	const isSame =
		before?.body === body &&
		before.filePath === filePath &&
		JSON.stringify(before.data['verdicts'] ?? []) === JSON.stringify(verdicts);
	const known = isSame ? before.rendered : undefined;
	const fileURL = pathToFileURL(join(fileURLToPath(context.config.root), filePath));
	const rendered = withHeadings(
		known ?? (await context.renderMarkdown(withVerdicts(body, verdicts), { fileURL })),
		data,
	);
	const images = rendered.metadata?.imagePaths;
	const stored = {
		...{ id, body, rendered, filePath, data: await context.parseData({ id, data, filePath }) },
		...(images && { assetImports: images }),
	};
	return { stored, isRendered: body !== '' && known === undefined };
}

/** The outline's headings in place of Astro's, which rewrites braces in their text. */
function withHeadings<T extends { metadata?: object }>(rendered: T, data: Entry['data']): T {
	return { ...rendered, metadata: { ...rendered.metadata, headings: data['headings'] ?? [] } };
}

function watch({ config, watcher }: LoaderContext, reload: () => void): void {
	const folder = join(fileURLToPath(config.root), contentFolder);
	watcher?.add(folder);
	watcher?.on('all', (_event, changed) => {
		if (changed.replaceAll('\\', '/').includes(`/${contentFolder}`)) reload();
	});
}
