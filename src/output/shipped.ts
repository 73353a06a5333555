import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { findFolder, readLicence, readPackage, type Package } from './packages.ts';

/** What gets into the site by other ways than through its scripts. */
const others: Readonly<Record<string, string>> = {
	'@astrojs/starlight': 'frame and style sheets',
	'astro-expressive-code': 'code blocks',
	'@expo-google-fonts/inter': 'embedded in the printed sheets',
	'@expo-google-fonts/jetbrains-mono': 'embedded in the printed sheets',
	pagefind: 'search in the text of the pages',
	'workbox-core': 'the worker that keeps the site',
	'workbox-precaching': 'the worker that keeps the site',
	'workbox-routing': 'the worker that keeps the site',
	'workbox-strategies': 'the worker that keeps the site',
};

/**
 * Writes `/licences.txt`: the licence of everything by others that readers get. What the scripts hold
 * is read off the finished scripts themselves.
 */
export function listLicences(): Plugin {
	return {
		name: 'list-licences',
		generateBundle(_options, bundle) {
			if (this.environment.name !== 'client') return;
			const modules = Object.values(bundle).flatMap((file) =>
				file.type === 'chunk' ? file.moduleIds : [],
			);
			const packages = new Map(toFolders(modules).map((folder) => [folder, readPackage(folder)]));
			this.emitFile({
				type: 'asset',
				fileName: 'licences.txt',
				source: renderLicences([...packages.values()]),
			});
		},
	};
}

/** The folders of the packages that modules are from, and of `others`. */
function toFolders(modules: readonly string[]): string[] {
	const root = fileURLToPath(new URL('../../', import.meta.url));
	const named = Object.keys(others).flatMap((name) => findFolder(name, root) ?? []);
	const used = modules.flatMap(
		(id) => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [],
	);
	return [...new Set([...named, ...used])];
}

function renderLicences(packages: readonly Package[]): string {
	const parts = [...packages]
		.sort((a, b) => a.name.localeCompare(b.name, 'en'))
		.map((one) => {
			const title = `${one.name} ${one.version} (${one.licence})`;
			const text = readLicence(one) || `It brings no text of its licence; it is from ${one.source}`;
			return `${title}\n${'='.repeat(title.length)}\n\n${text}\n`;
		});
	return ['What others made of this site, with their licences.\n', ...parts].join('\n');
}
