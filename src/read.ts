import type { Sheet } from './cheatsheet/model.ts';
import type { Outline } from './notes/outline.ts';
import type { Page } from './notes/pages.ts';
import type { PlacedCorrection } from './reference/corrections.ts';
import type { DataFile, Reference } from './reference/reference.ts';
import type { SitePage } from './reference/site.ts';
import type { Placeholder } from './snippets/placeholder.ts';
import type { Snippet } from './snippets/snippet.ts';
import { createHash } from 'node:crypto';
import { planFile, toSheet } from './cheatsheet/sheet.ts';
import { loadNotes, readDataFiles } from './files.ts';
import { homeId } from './notes/address.ts';
import { renderProblems } from './notes/problems.ts';
import { placeCorrections } from './reference/corrections.ts';
import { toReference } from './reference/reference.ts';
import { toSite } from './reference/site.ts';
import { findLostWords } from './reference/words.ts';
import { joinReports, renderAges, renderData } from './report.ts';
import { notesFile } from './site.ts';
import { toVerified } from './snippets/build.ts';

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
	/** Warnings, as lines of `file:line: text`. Empty when there are none. */
	report: string;
}

/** What stands in the way of a site, as lines of `file:line: text`. */
export interface Broken {
	ok: false;
	report: string;
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
	report: string;
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
	const report = joinReports([
		renderProblems(notesFile, [...notes.problems, ...problems]),
		renderData(facts.ok ? [] : facts.problems),
	]);
	if (!notes.ok || !facts.ok) return { ok: false, report };
	const { outline, pages } = notes;
	return { ok: true, outline, pages, reference: facts.reference, placed, files, report };
}

function makeSite(material: Material, today: string): Site | Broken {
	const { outline, reference, placed, files } = material;
	const pages = toSite({ outline, reference, placed, today });
	const sheet = makeSheet(material);
	const verified = toVerified({ outline, reference, pages, files, notesFile }, today);
	const words = files.find(({ path }) => path.endsWith('/words.yaml'));
	const lost = words ? findLostWords(reference.words, pages, words.text) : [];
	const report = joinReports([
		material.report,
		renderData(sheet.ok ? sheet.warnings : sheet.problems),
		renderData(verified.problems),
		renderData(verified.warnings, ' (warning)'),
		renderProblems(words?.path ?? '', lost),
		renderAges([{ path: notesFile, text: outline.source }, ...files], reference, today),
	]);
	if (!sheet.ok || verified.problems.length > 0) return { ok: false, report };
	const home = material.pages.find(({ id }) => id === homeId);
	const { snippets, placeholders, tools } = verified;
	return {
		ok: true,
		title: home?.title ?? '',
		introduction: home?.body ?? '',
		pages: verified.pages,
		sheet: sheet.sheet,
		...{ reference, snippets, placeholders, tools, report },
	};
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
