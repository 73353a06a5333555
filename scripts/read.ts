/**
 * Reads notes and facts for a build, which starts it as `node scripts/read.ts folder`: prints every
 * problem with its line, makes sure that the sheets fit their papers, and hands all pages over in
 * the folder. A process of its own, because reading takes memory that the build needs later. Exits
 * with 1 when there can be no site.
 */
import { pathToFileURL } from 'node:url';
import { settle } from '../src/cheatsheet/press.ts';
import { SheetError } from '../src/cheatsheet/problem.ts';
import { toDrafts } from '../src/drafts.ts';
import { toState } from '../src/files.ts';
import { writeHandover } from '../src/handover.ts';
import { loadSite } from '../src/read.ts';
import { renderNotices } from '../src/report/render.ts';
import { toAllRecords } from '../src/search/records.ts';
import { toEnvironment } from '../src/site.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say where to: node scripts/read.ts folder');
const root = pathToFileURL(`${process.cwd()}/`);
// Before reading: what is saved meanwhile makes it old.
const state = toState(root);
const site = loadSite(root, toEnvironment(process.env).today);
if (site.notices.length > 0) console.error(renderNotices(site.notices, 'house'));
if (!site.ok) stop('Notes or facts need a change; the last good site stays as it was.');

try {
	for (const sheet of site.sheets) sheet.settled = settle(sheet);
} catch (error) {
	if (!(error instanceof SheetError)) throw error;
	console.error(error.message);
	stop('The cheatsheet does not fit its paper; the last good site stays as it was.');
}
const records = toAllRecords(site.pages, site.topics.length > 1);
writeHandover(folder, state, toDrafts(site), records);

function stop(reason: string): never {
	console.error(`\n${reason}`);
	process.exit(1);
}
