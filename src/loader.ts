import type { Loader, LoaderContext } from 'astro/loaders';
import type { Page } from './notes/pages.ts';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { homeId } from './notes/address.ts';
import { toExample } from './notes/contents.ts';
import { readNotes } from './notes/read.ts';
import { NotesError, type Problem } from './notes/problems.ts';
import { toSheet } from './cheatsheet/sheet.ts';
import { notesFile, toEnvironment } from './site.ts';

/** One entry of a collection before Astro has validated and rendered it. */
interface Draft {
	id: string;
	data: Record<string, unknown>;
	body: string;
}

/** Feeds a collection with the pages of the notes, except the home page. */
export function pagesLoader(): Loader {
	return toLoader('notes-pages', ({ pages }) =>
		pages.filter(({ id }) => id !== homeId).map(toPageDraft),
	);
}

/** Feeds a collection with one entry for the file of notes: its title, introduction and sheet. */
export function topicsLoader(): Loader {
	return toLoader('notes-topics', ({ outline, pages }) => {
		const [home] = pages;
		if (home === undefined) return [];
		const data = { title: home.title, sheet: toSheet(outline) };
		return [{ id: 'docker', data, body: home.body }];
	});
}

/** The notes as pages, or the problems that stand in the way. `root` is the project's folder. */
export function loadNotes(root: URL) {
	const file = new URL(notesFile, root);
	const bytes = existsSync(file) ? readFileSync(file) : undefined;
	return readNotes(bytes, { exists: (path) => existsSync(new URL(path, file)) });
}

type Notes = Extract<ReturnType<typeof loadNotes>, { ok: true }>;

function toLoader(name: string, toDrafts: (notes: Notes) => Draft[]): Loader {
	return {
		name,
		load: async (context) => {
			const renderings: Renderings = new Map();
			const reload = async (): Promise<void> => {
				const notes = loadNotes(context.config.root);
				if (notes.ok) await store(toDrafts(notes), context, renderings);
				else fail(notes.problems, context);
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
function fail(problems: readonly Problem[], { logger, watcher }: LoaderContext): void {
	const error = new NotesError(notesFile, problems);
	if (watcher === undefined) throw error;
	logger.error(error.message);
}

function watch({ config, watcher }: LoaderContext, reload: () => Promise<void>): void {
	const path = fileURLToPath(new URL(notesFile, config.root));
	watcher?.add(path);
	watcher?.on('all', (_event, changed) => {
		if (changed === path) void reload();
	});
}

function toPageDraft(page: Page, order: number): Draft {
	const { id, title, description, kind, isIndex, line, parents, headings, body } = page;
	const { repository } = toEnvironment(process.env);
	const example = toExample(page);
	const snippets = page.sections.flatMap((section) =>
		section.fences.map((fence) => ({ title: section.title, slug: section.slug, ...fence })),
	);
	const editUrl = `${repository}/edit/main/${notesFile}#L${line}`;
	const data = { title, description, editUrl, kind, isIndex, line, order, parents };
	const tableOfContents = headings.length > 0 && undefined;
	return { id, data: { ...data, tableOfContents, headings, example, snippets }, body };
}
