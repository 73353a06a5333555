import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { toScript } from '../script.ts';

/** What the programs of a copy read in place of fetching it: texts by their paths. */
export type Texts = Readonly<Record<string, string>>;

/** What the programs call them. They stand before the bundle, which would take long to read them. */
const textsName = 'siteTexts';

/** Bundles a program of `src/offline` with the texts that it needs, as one classic script. */
export async function toProgram(name: 'folder' | 'file', texts: Texts): Promise<string> {
	const script = await toScript(name, {
		define: {
			texts: textsName,
			'import.meta.env.BASE_URL': 'siteRoot',
			'import.meta.env.SITE': '""',
			'import.meta.env.PROD': 'false',
			'import.meta.env.DEV': 'false',
			'import.meta.env.OFFLINE': 'false',
		},
		plugins: [toStandIns()],
	});
	const all = `var ${textsName}=${JSON.stringify(texts)};${script}`;
	// In a page a script goes on behind `</script>` when `<!--` and `<script>` stand before it:
	// https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
	return all.replaceAll('</script', '<\\/script').replaceAll('<!--', '\\x3c!--');
}

/** Other modules in the place of those that fetch: the index without Pagefind, sheets that are there. */
function toStandIns(): Plugin {
	return {
		name: 'stand-ins',
		setup: ({ onResolve, onLoad }) => {
			onResolve({ filter: /\/fetch\.ts$/ }, () => ({ path: toPath('../../offline/sources.ts') }));
			onResolve({ filter: /\/sheets\.ts$/ }, () => ({ path: toPath('../../offline/sheets.ts') }));
			onResolve({ filter: /\?(?:inline|url|worker&url)$/ }, ({ path }) => ({
				path,
				namespace: 'address',
			}));
			onLoad({ filter: /^/, namespace: 'address' }, () => ({ contents: 'export default ""' }));
		},
	};
}

function toPath(path: string): string {
	return fileURLToPath(new URL(path, import.meta.url));
}
