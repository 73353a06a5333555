/**
 * Makes the files that need no Astro, which makes the pages meanwhile: `node scripts/beside.ts folder
 * [sheets] [text]` presses the sheets and indexes the full text that `scripts/read.ts` has handed over
 * in the folder, and leaves them there for the build.
 */
import { toFiles } from '../src/cheatsheet/files.ts';
import { toWarning } from '../src/cheatsheet/glyphs.ts';
import { toUnprinted } from '../src/cheatsheet/press.ts';
import { readBeside, writeBeside } from '../src/handover.ts';
import { renderIndex } from '../src/search/files.ts';
import { toEnvironment } from '../src/site.ts';

const [folder, ...what] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say where: node scripts/beside.ts folder sheets text');
const { site, base } = toEnvironment(process.env);
const address = new URL(base, site).href;
const { sheets, records } = readBeside(folder);
const pressed = what.includes('sheets') ? sheets : [];

// Pagefind is a program of its own, and works while the sheets are pressed.
const index = what.includes('text') ? renderIndex(records) : [];
for (const { path, render } of pressed.flatMap(toFiles)) {
	writeBeside(folder, path, await render(address));
}
for (const sheet of pressed) {
	const warning = toWarning(sheet, toUnprinted(sheet, address));
	if (warning !== undefined) console.error(warning);
}
for (const { path, content } of await index) writeBeside(folder, `pagefind/${path}`, content);
