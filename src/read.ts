import type { Sheet } from './cheatsheet/model.ts';
import type { Outline } from './notes/outline.ts';
import type { Page } from './notes/pages.ts';
import type { PlacedCorrection } from './reference/corrections.ts';
import type { DataFile, Reference } from './reference/reference.ts';
import type { SitePage } from './reference/site.ts';
import type { Problem } from './notes/problem.ts';
import type { Placeholder } from './snippets/placeholder.ts';
import type { Problem as SnippetProblem } from './snippets/problem.ts';
import type { Snippet } from './snippets/snippet.ts';
import { createHash } from 'node:crypto';
import { planFile, toSheet } from './cheatsheet/sheet.ts';
import { loadNotes, readDataFiles } from './files.ts';
import { homeId } from './notes/address.ts';
import { isError } from './notes/problem.ts';
import { settle } from './notes/silence.ts';
import { toAgedProblems } from './reference/ages.ts';
import { placeCorrections } from './reference/corrections.ts';
import { toReference } from './reference/reference.ts';
import { toSite } from './reference/site.ts';
import { findLostWords } from './reference/words.ts';
import { toAgedNotices } from './report/ages.ts';
import { toDataNotices, toNotices, type Notice } from './report/notice.ts';
import { isStrict, notesFile } from './site.ts';
import { toVerified } from './snippets/build.ts';
import { toNotesProblems } from './snippets/problem.ts';

/** Everything that the site is made of, with what is to be said to the author on the way. */
export interface Site {
	ok: true;
	title: string;
	/** The Markdown before the first section of the notes. */
	introduction: string;
	pages: SitePage[];
	sheet: Sheet;
	reference: Reference;
	/** Every snippet with what was found out about it. */
	snippets: Snippet[];
	placeholders: Placeholder[];
	/** What the snippets were verified with, a line for each language. */
	tools: string[];
	/** What the author should look at; no errors. */
	notices: Notice[];
}

/** What stands in the way of a site, and what else there is to say. */
export interface Broken {
	ok: false;
	notices: Notice[];
}

/** Notes and facts that are whole and fit each other. */
interface Material {
	ok: true;
	outline: Outline;
	/** The pages of the notes alone. */
	pages: readonly Page[];
	reference: Reference;
	placed: PlacedCorrection[];
	files: readonly DataFile[];
	/** What was found in the notes so far, before the author's comments silence any. */
	problems: Problem[];
}

/** Reads notes and facts and makes the pages. Collects everything that is wrong. Never throws. */
export function loadSite(root: URL, today: string): Site | Broken {
	const material = readMaterial(root);
	return material.ok ? makeSite(material, today) : material;
}

function readMaterial(root: URL): Material | Broken {
	const notes = loadNotes(root);
	const files = readDataFiles(root);
	const facts = toReference(files);
	const { placed, problems } =
		notes.ok && facts.ok
			? placeCorrections(notes.outline, facts.reference)
			: { placed: [], problems: [] };
	const found = [...notes.problems, ...problems];
	if (!notes.ok || !facts.ok) {
		const own = toNotices(notesFile, settle(notes.outline, found, false));
		return { ok: false, notices: [...own, ...toDataNotices(facts.ok ? [] : facts.problems)] };
	}
	const { outline, pages } = notes;
	return { ok: true, outline, pages, reference: facts.reference, placed, files, problems: found };
}

function makeSite(material: Material, today: string): Site | Broken {
	const { outline, reference, placed, files } = material;
	const pages = toSite({ outline, reference, placed, today });
	const sheet = makeSheet(material);
	const verified = toVerified({ outline, reference, pages, files, notesFile }, today);
	const words = files.find(({ path }) => path.endsWith('/words.yaml'));
	const notices = [
		...toNotices(notesFile, settle(outline, findAll(material, verified.problems, today), true)),
		...toDataNotices(sheet.ok ? sheet.warnings : sheet.problems, sheet.ok ? 'warning' : 'error'),
		...toDataNotices(verified.problems.filter(({ file }) => file !== notesFile)),
		...toDataNotices(verified.warnings, 'warning'),
		...toDataNotices(words ? findLostWords(reference.words, pages, words) : [], 'warning'),
		...toAgedNotices(files, reference, today),
	];
	if (!sheet.ok || notices.some(isError)) return { ok: false, notices };
	const home = material.pages.find(({ id }) => id === homeId);
	const { snippets, placeholders, tools } = verified;
	return {
		ok: true,
		title: home?.title ?? '',
		introduction: home?.body ?? '',
		pages: verified.pages,
		sheet: sheet.sheet,
		...{ reference, snippets, placeholders, tools, notices },
	};
}

/** Everything that was found in the notes, by whatever module. */
function findAll(
	{ outline, reference, problems }: Material,
	ofSnippets: readonly SnippetProblem[],
	today: string,
): Problem[] {
	return [
		...problems,
		...toNotesProblems(ofSnippets, notesFile, outline, { isStrict }),
		...toAgedProblems(outline.source, reference.lifecycles, today),
	];
}

function makeSheet({ outline, reference, placed, files }: Material) {
	const file = files.find(({ path }) => path === planFile) ?? { path: planFile, text: '' };
	return toSheet({ file, reference, outline, remarks: placed, version: toVersion(files) });
}

/** A short name for the state of all facts; the same on every machine. */
function toVersion(files: readonly DataFile[]): string {
	const texts = files.map(({ path, text }) => `${path}\n${text.replaceAll('\r\n', '\n')}`);
	return createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 7);
}
