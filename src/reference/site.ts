import type { Kind } from '../notes/layout.ts';
import type { Outline } from '../notes/outline.ts';
import type { Page } from '../notes/pages.ts';
import type { PlacedCorrection } from './corrections.ts';
import type { Reference } from './reference.ts';
import { homeId, toAddresses, toHref } from '../notes/address.ts';
import { toExample } from '../notes/example.ts';
import { toPages } from '../notes/pages.ts';
import { flatten } from '../notes/outline.ts';
import { folders } from './addresses.ts';
import { addAges } from './aside.ts';
import { atozId, renderAtoz, toTerms } from './atoz.ts';
import { renderCheck, renderChecks } from './check.ts';
import { renderCommand, renderCommands, toCommandPage } from './command.ts';
import { correctionsId, renderCorrections } from './corrections.ts';
import { renderInstruction, toTags } from './instruction.ts';
import { addContents } from './contents.ts';
import { toHeadings, type PageHeading } from './headings.ts';
import { embedNotes } from './notes.ts';
import { toRemarkEdits } from './place.ts';
import { renderTruthTable } from './table.ts';

/** One page of the site as Markdown: everything else (HTML, `.md`, search) is made from it. */
export interface SitePage {
	/** The address without slashes at the ends. */
	id: string;
	title: string;
	description: string;
	kind: Kind;
	/** Whether the page only leads to others. */
	isIndex: boolean;
	/** The ids of the pages above, outermost first. */
	parents: string[];
	body: string;
	headings: PageHeading[];
	/** A few words about the thing, for beside the title. */
	tags: string[];
	/** The line of the heading in the notes, for pages that come from there. */
	line?: number | undefined;
	/** The file that the author of the page would edit. */
	file?: string | undefined;
	/** One line that shows it in use. */
	example?: string | undefined;
}

/** What the pages are made from. */
export interface Ingredients {
	outline: Outline;
	reference: Reference;
	placed: readonly PlacedCorrection[];
	/** The day that supports of images are compared with, as `2026-11-24`. */
	today: string;
}

/** All pages in the order of the site: the notes with the facts, then commands, checks, indexes. */
export function toSite({ outline, reference, placed, today }: Ingredients): SitePage[] {
	const notes = toPages(outline, toRemarkEdits(placed)).filter(({ id }) => id !== homeId);
	const pages = [
		...toDockerfilePages(notes, reference),
		...toCommandPages(notes, reference),
		...toCheckPages(reference),
		toCorrectionsPage(outline, placed),
	];
	const shown = addContents(pages).map((page) => ({
		...page,
		body: addAges(page.body, reference.lifecycles, today),
	}));
	const complete = shown.map((page) => ({ ...page, headings: toHeadings(page.body) }));
	return [...complete, toAtozPage(reference, complete)];
}

/** The pages of the notes; instructions with their facts, those that the notes lack behind them. */
function toDockerfilePages(notes: readonly Page[], reference: Reference): SitePage[] {
	const { instructions, tables } = reference;
	const known = new Set(notes.map(({ title }) => title));
	const missing = instructions.filter(({ name }) => !known.has(name));
	const last = notes.findLast(({ kind, isIndex }) => kind === 'instruction' && !isIndex);
	const home = notes.find(({ id }) => id === folders.tables);
	const pages = notes.flatMap((page) => {
		const facts =
			page.kind === 'instruction' && instructions.find(({ name }) => name === page.title);
		const own = facts ? toInstructionPage(facts, reference, page) : toNotesPage(page);
		const others = page === last ? missing.map((facts) => toInstructionPage(facts, reference)) : [];
		return [own, ...others];
	});
	const tablePages = tables.map((table) =>
		toFactPage({
			id: `${folders.tables}/${table.id}`,
			title: table.title,
			description: table.summary,
			kind: 'concept',
			parents: home ? [home.id] : [],
			body: renderTruthTable(table),
			file: 'src/content/tables.yaml',
		}),
	);
	return [...pages, ...tablePages];
}

function toNotesPage(page: Page): SitePage {
	const { id, title, description, kind, isIndex, parents, body, line } = page;
	return {
		...{ id, title, description, kind, isIndex, parents, body, line },
		headings: [],
		tags: [],
	};
}

function toInstructionPage(
	facts: Reference['instructions'][number],
	reference: Reference,
	page?: Page,
): SitePage {
	const lines = facts.examples.flatMap(({ code }) => code.split('\n'));
	return toFactPage({
		id: `${folders.instructions}/${facts.id}`,
		title: facts.name,
		description: facts.summary,
		kind: 'instruction',
		parents: page?.parents ?? [folders.tables, folders.instructions],
		body: renderInstruction(facts, reference, page ? embedNotes(page.body) : ''),
		tags: toTags(facts),
		line: page?.line,
		file: page ? undefined : facts.file,
		example:
			(page && toExample(page)) ??
			lines.find((line) => line.startsWith(`${facts.name} `)) ??
			facts.syntax[0]?.text,
	});
}

function toCommandPages(notes: readonly Page[], reference: Reference): SitePage[] {
	const sections = notes.filter(({ kind }) => kind === 'command');
	const index = toFactPage({
		id: folders.commands,
		title: 'Commands',
		description: 'The docker commands by task, with their flags, examples and sources.',
		kind: 'command',
		isIndex: true,
		parents: [],
		body: renderCommands(reference),
	});
	const pages = reference.commands.map((command) => {
		const page = sections.find(({ headings }) =>
			headings.some(({ text }) => text === command.heading),
		);
		const text = page && command.heading ? embedNotes(page.body, command.heading) : '';
		return toFactPage({
			id: toCommandPage(command),
			title: command.name,
			description: command.summary,
			kind: 'command',
			parents: [folders.commands],
			body: renderCommand(command, reference, text),
			tags: command.outdated ? ['outdated'] : [],
			file: command.file,
			example: command.examples[0]?.code,
		});
	});
	return reference.commands.length === 0 ? [] : [index, ...pages];
}

function toCheckPages(reference: Reference): SitePage[] {
	const index = toFactPage({
		id: folders.checks,
		title: 'Build checks',
		description: "What Docker's build checks find, how to mend it and how to skip a check.",
		kind: 'check',
		isIndex: true,
		parents: [],
		body: renderChecks(reference),
	});
	const pages = reference.checks.map((check) =>
		toFactPage({
			id: `${folders.checks}/${check.id}`,
			title: check.name,
			description: check.meaning,
			kind: 'check',
			parents: [folders.checks],
			body: renderCheck(check, reference),
			file: check.file,
		}),
	);
	return reference.checks.length === 0 ? [] : [index, ...pages];
}

function toCorrectionsPage(outline: Outline, placed: readonly PlacedCorrection[]): SitePage {
	const corrections = [...new Set(placed.map(({ correction }) => correction))];
	const addresses = toAddresses(outline);
	const sections = flatten(outline.sections);
	const hrefOf = (heading: string) => {
		const section = sections.find(({ title }) => title === heading);
		const address = section && addresses.get(section);
		return address ? toHref(address) : '/';
	};
	return toFactPage({
		id: correctionsId,
		title: 'Corrections to the notes',
		description: 'What the notes say that does not hold, or not any more, and what does.',
		kind: 'concept',
		isIndex: true,
		parents: [],
		body: renderCorrections(corrections, hrefOf),
		file: 'src/content/corrections.yaml',
	});
}

function toAtozPage(reference: Reference, pages: readonly SitePage[]): SitePage {
	const body = renderAtoz(toTerms(reference, pages));
	return toFactPage({
		id: atozId,
		title: 'A–Z',
		description: 'Every instruction, option, flag, command, check and idea in alphabetical order.',
		kind: 'concept',
		isIndex: true,
		parents: [],
		body,
		headings: toHeadings(body),
	});
}

function toFactPage(
	page: Omit<SitePage, 'isIndex' | 'headings' | 'tags'> & Partial<SitePage>,
): SitePage {
	return { isIndex: false, headings: [], tags: [], ...page };
}
