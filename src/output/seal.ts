import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { earlyScript } from '../components/frame/early.ts';
import { movedScript } from '../components/moved.ts';
import { changePages } from './pages.ts';
import { toPagePolicy } from './policy.ts';
import { shorten } from './shorten.ts';

/** What pages may run without a file of its own. Anything else was not put there by us. */
const knownScripts: ReadonlySet<string> = new Set([earlyScript, movedScript]);

/**
 * Writes into each page its policy, with the hashes of what it holds now: they are true after every
 * change of the parts that it is made of. Throws for a script that nobody here has written.
 */
export function sealPages(folder: string): void {
	changePages(folder, ({ path, html }) => seal(html, path));
}

/** The page with its policy before everything that the policy is about. */
export function seal(html: string, path: string): string {
	const $ = load(html);
	const texts = (selector: string) =>
		$(selector)
			.toArray()
			.map((element) => $(element).text());
	const scripts = texts('script:not([src])');
	const unknown = scripts.find((text) => !knownScripts.has(text));
	if (unknown !== undefined) {
		throw new Error(`${path}: a script that is not known: ${unknown.slice(0, 60)}`);
	}
	const attributes = $('html, html *')
		.toArray()
		.flatMap(({ attribs }) => Object.keys(attribs))
		.find((name) => name === 'style' || name.startsWith('on'));
	if (attributes !== undefined) {
		throw new Error(`${path}: the policy forbids the attribute \`${attributes}\``);
	}
	const policy = toPagePolicy({
		scripts: scripts.map(toHash),
		styles: texts('head style').map(toHash),
	});
	$('meta[charset]').after(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
	return shorten($.html());
}

function toHash(text: string): string {
	return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
