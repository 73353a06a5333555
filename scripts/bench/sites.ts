import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyProject } from '../../tests/project.ts';
import { root } from '../../tests/built.ts';
import { renderNotes, type Chapter } from './notes.ts';
import { watch, type Cost } from './watch.ts';

/** A site that can be built from generated notes, in a folder of its own. */
export interface Bench {
	name: string;
	/** The built site. */
	dist: string;
	build: () => Promise<Cost>;
	remove: () => void;
}

const environment = { SITE: 'http://localhost:4321', BASE: '/', OUT_DIR: './dist' };

/** This project with the chapters as its notes, and nothing else that is content. */
export function toOurs(chapters: readonly Chapter[]): Bench {
	const project = copyProject();
	const folder = join(root, project.folder);
	project.empty();
	project.write(renderNotes(chapters));
	const env = { ...process.env, ...environment };
	return {
		name: 'this project',
		dist: join(folder, 'dist'),
		build: () => watch(['scripts/build.ts'], folder, env),
		remove: project.remove,
	};
}

/** Starlight with a file for each section. */
export function toStarlight(chapters: readonly Chapter[]): Bench {
	return toStarlightSite(toDocs(chapters));
}

/**
 * Starlight as its guide sets it up, with files below its folder of docs.
 * https://starlight.astro.build/manual-setup/
 */
export function toStarlightSite(docs: Readonly<Record<string, string>>): Bench {
	const cache = join(root, '.cache');
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, 'starlight-'));
	const pages = Object.entries(docs).map(
		([path, text]) => [`src/content/docs/${path}`, text] as const,
	);
	for (const [path, text] of [...Object.entries(starlight), ...pages]) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	const program = join(root, 'node_modules/astro/bin/astro.mjs');
	return {
		name: 'default Starlight',
		dist: join(folder, 'dist'),
		build: () => watch([program, 'build'], folder, process.env),
		remove: () => rmSync(folder, { recursive: true, force: true }),
	};
}

/** All that a new project with Starlight has. */
const starlight: Readonly<Record<string, string>> = {
	'package.json': JSON.stringify({
		...{ name: 'handbook', type: 'module', private: true },
		// Starlight has to be among them, or Vite takes its components for plain modules.
		dependencies: { '@astrojs/starlight': '*', astro: '*' },
	}),
	'astro.config.mjs': `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
	site: 'http://localhost:4321',
	integrations: [starlight({ title: 'Handbook' })],
});
`,
	'src/content.config.ts': `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
};

/** The same text as Starlight's users write it: titles in front matter, links to addresses. */
function toDocs(chapters: readonly Chapter[]): Record<string, string> {
	const hrefs = new Map(
		chapters.flatMap(({ slug, parts }) =>
			parts.map((part) => [part.slug, `/${slug}/${part.slug}/`]),
		),
	);
	const pages = chapters.flatMap((chapter) =>
		chapter.parts.map(({ title, slug, body }) => {
			const linked = body.replace(/\]\(#([^)]+)\)/g, (link, anchor: string) => {
				const href = hrefs.get(anchor);
				return href === undefined ? link : `](${href})`;
			});
			const text = linked.replace(/^#### /gm, '## ');
			return [`${chapter.slug}/${slug}.md`, `---\ntitle: '${title}'\n---\n\n${text}\n`] as const;
		}),
	);
	const home = '---\ntitle: Handbook\n---\n\nNotes of people who run servers.\n';
	return { 'index.md': home, ...Object.fromEntries(pages) };
}
