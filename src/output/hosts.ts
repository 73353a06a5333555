import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toEnvironment } from '../site.ts';
import { headerRules } from './headers.ts';

/**
 * Writes `_headers`, which Netlify and Cloudflare read from the folder that they publish and other
 * hosts pass over. Syntax: https://docs.netlify.com/routing/headers/
 */
export async function writeHeaders(folder: string): Promise<void> {
	await writeFile(join(folder, '_headers'), renderHeaders(toEnvironment(process.env).base));
}

/** The rules in the syntax of `_headers`, for a site below `base`, which ends with `/`. */
export function renderHeaders(base: string): string {
	const blocks = headerRules.map(({ about, paths, headers }) => {
		const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
		const rules = paths.map((path) => [base + path.slice(1), ...lines].join('\n'));
		return [`# ${about}`, ...rules].join('\n');
	});
	return `${blocks.join('\n\n')}\n`;
}
