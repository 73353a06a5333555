/**
 * Writes down the addresses of the site as those of a release: `npm run addresses`. A later build
 * that drops one of them, and does not lead on from it, warns.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { loadSite } from '../src/read.ts';
import { releasedFile, toAddresses } from '../src/released.ts';
import { renderNotices } from '../src/report/render.ts';
import { toEnvironment } from '../src/site.ts';

const site = loadSite(pathToFileURL(`${process.cwd()}/`), toEnvironment(process.env).today);
if (!site.ok) {
	console.error(renderNotices(site.notices, 'house'));
	process.exit(1);
}
const addresses = toAddresses(site.pages).sort();
writeFileSync(releasedFile, `${addresses.join('\n')}\n`);
console.log(`${releasedFile}: ${addresses.length} addresses`);
