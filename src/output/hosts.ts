import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toEnvironment } from '../site.ts';
import { toHeaderRules } from './headers.ts';
import { findScreen } from './assets.ts';

/**
 * Writes `_headers`, which Netlify and Cloudflare read from the folder that they publish and other
 * hosts pass over. Syntax: https://docs.netlify.com/routing/headers/
 */
export async function writeHeaders(folder: string): Promise<void> {
	const { base } = toEnvironment(process.env);
	await writeFile(join(folder, '_headers'), renderHeaders(base, await findScreen(folder)));
}

/** The rules in the syntax of `_headers`, for a site below `base`, which ends with `/`. */
function renderHeaders(base: string, screen: string | undefined): string {
	const blocks = toHeaderRules(base, screen).map(({ about, paths, headers }) => {
		const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
		const rules = paths.map((path) => [base + path.slice(1), ...lines].join('\n'));
		return [`# ${about}`, ...rules].join('\n');
	});
	return `${blocks.join('\n\n')}\n`;
}
