import type { Address, Fence, Topic } from '../notes/notes.ts';
import type { TextFile } from '../input/files.ts';
import type { Reference } from '../reference/facts.ts';
import type { OutlinedPage } from '../reference/pages.ts';
import type { Draft } from './snippet.ts';
import { toHref, flatten, toFences, toSlug, toUnique, toUniqueSlugs } from '../notes/notes.ts';
import { folders } from '../reference/addresses.ts';
import { toLead } from '../reference/pages.ts';
import { parseDockerfile } from '../dockerfile/dockerfile.ts';
import { findCommand } from './commandLine.ts';
import { isComplete } from './dockerfileFindings.ts';
import { toKnownCommands } from './flags.ts';
import { toLanguage, type Grammar } from './language.ts';
import { toTyped } from './session.ts';
import { parseShell } from './shell.ts';
import { toKey } from './snippet.ts';

/** What the catalogue is made from. */
export interface Shelves {
	/** The files of notes in the order of the site. */
	topics: readonly Pick<Topic, 'name' | 'file' | 'plan' | 'hints'>[];
	reference: Reference;
	pages: readonly OutlinedPage[];
	/** The data files, to find lines in. */
	files: readonly TextFile[];
}

/** What the snippets of a file of notes are made from. */
export type Notes = Omit<Shelves['topics'][number], 'hints'>;

/** A snippet where it is written, before it has what follows from its text. */
export type Source = Pick<Draft, 'id' | 'title' | 'language' | 'code' | 'page' | 'file'> &
	Partial<Pick<Draft, 'line' | 'bad'>> & {
		/** Tags that it has whatever its text says. */
		about?: string[];
	};

/**
 * Every snippet of the site: the fences of the notes, of the facts, and of `shown` those that only the
 * pages have. A name is made from the section and the order in it, so that edits elsewhere keep it.
 */
export function toSnippets(shelves: Shelves, shown: readonly Source[]): Draft[] {
	const { topics, reference, files } = shelves;
	const written = [...toNoteSources(topics), ...toFactSources(reference)];
	const known = new Set(written.map(toKey));
	const composed = shown
		.filter(({ language }) => toLanguage(language).grammar !== undefined)
		.filter((source) => !known.has(toKey(source)) && known.add(toKey(source)));
	return [...written, ...composed].map(startDrafts(reference, files));
}

/** The snippets of one file of notes alone, in their order. */
export function toNoteSnippets(notes: Notes, reference: Reference): Draft[] {
	return toNoteSources([notes]).map(startDrafts(reference, []));
}

/** The fences of the notes; each is named after the place of its section on the site. */
function toNoteSources(topics: readonly Notes[]): Source[] {
	const seen = new Set<string>();
	return topics.flatMap(({ name, file, plan }) => {
		const lines = plan.outline.source.split('\n');
		return flatten([plan.root]).flatMap((section) => {
			const place = plan.places.get(section);
			if (place === undefined) return [];
			return section.fences.map(({ language = '', code, line }, index): Source => {
				const isFenced = /^[\s>*+-]*(?:`{3}|~{3})/.test(lines[line - 1] ?? '');
				const own = toNumbered(toNotesName(place, name, plan.prefix), index);
				return {
					id: toOwnName(place, own, seen),
					title: section.title,
					...{ language, code, file, line: isFenced ? line + 1 : line, page: toHref(place) },
				};
			});
		});
	});
}

/**
 * `dockerfile/instructions/copy` → `copy`; a part of a page stands behind the page's name. Of a file
 * that has a prefix, the name begins with it, because two files may have pages of one name.
 */
function toNotesName({ page, fragment }: Address, topic: string, prefix: string): string {
	const last = page.split('/').at(-1) || topic;
	const name = prefix === '' || page === prefix ? last : `${prefix}-${last}`;
	return fragment === '' ? name : `${name}-${fragment}`;
}

/** A name that another page of the same name has already gets the pages above in front. */
function toOwnName({ page, fragment }: Address, name: string, seen: Set<string>): string {
	const path = [...page.split('/'), fragment].filter(Boolean).join('-');
	return toUnique(seen.has(name) ? path || name : name, seen);
}

/** The snippets of the data files: examples, what checks find, and what to copy in place of the notes. */
function toFactSources({ instructions, commands, checks, corrections }: Reference): Source[] {
	return [
		...corrections.flatMap(toCorrectionSources),
		...instructions.flatMap(toInstructionSources),
		...commands.flatMap(toCommandSources),
		...checks.flatMap(({ id, name, file, bad, good }) => {
			const page = `/${folders.checks}/${id}/`;
			const shared = { language: 'dockerfile', file, about: ['checks'] };
			return [
				{
					...{ id: `check-${id}-bad`, title: `${name}: bad`, code: bad, bad: name },
					...{ ...shared, page: `${page}#bad` },
				},
				{
					...{ id: `check-${id}-good`, title: `${name}: good`, code: good },
					...{ ...shared, page: `${page}#good` },
				},
			];
		}),
	];
}

function toCorrectionSources({ id, at, snippet }: Reference['corrections'][number]): Source[] {
	if (snippet === undefined) return [];
	return [
		{
			...{ id: `today-${id}`, title: `${at[0]?.heading ?? id}: today`, ...snippet },
			...{ file: 'src/content/corrections.yaml', page: `/corrections/#${id}` },
			about: ['corrections'],
		},
	];
}

function toInstructionSources(instruction: Reference['instructions'][number]): Source[] {
	const { id, name, file, examples, deprecated } = instruction;
	const page = `/${folders.instructions}/${id}/`;
	const toSource = (title: string, code: string, slug: string, anchor = ''): Source => ({
		id: `${id}-${slug}`,
		title: `${name}: ${title}`,
		...{ language: 'dockerfile', code, file, page: page + anchor, about: [name] },
	});
	const shown = examples.map(({ title, code }) =>
		toSource(title, code, toSlug(title), `#${toSlug(title)}`),
	);
	const lead = toLead(instruction);
	if (examples.some(({ code }) => code === lead)) return shown;
	const [title, slug] = deprecated ? ['use this instead', 'instead'] : ['in short', 'in-short'];
	return [toSource(title, lead, slug), ...shown];
}

function toCommandSources(command: Reference['commands'][number]): Source[] {
	const { id, name, file, examples, task } = command;
	return examples.map(({ title, code }, index) => ({
		id: toNumbered(`docker-${id}`, index),
		title: `${name}: ${title}`,
		...{ language: 'bash', code, file, about: [task] },
		page: `/${folders.commands}/${id}/#${toSlug(title)}`,
	}));
}

/** What a page's fences are named after: commands and checks may be called as instructions are. */
const prefixes: Readonly<Record<string, string>> = {
	[folders.commands]: 'docker-',
	[folders.checks]: 'check-',
	[folders.answers]: 'answer-',
	[folders.guides]: 'guide-',
};

/** The fences that a page shows, each named after the page and the heading above it. */
export function toPageSources({ id, title, kind, outline, file = '' }: OutlinedPage): Source[] {
	const sections = flatten(outline.sections).filter((section) => section.title !== '');
	const slugs = toUniqueSlugs(sections.map((section) => section.title));
	const last = id.split('/').at(-1) ?? '';
	const name = (prefixes[id.slice(0, -last.length - 1)] ?? '') + last;
	const toSource = ({ language = '', code }: Fence, index: number, slug = '', heading = '') => ({
		id: toNumbered(slug === '' ? name : `${name}-${slug}`, index),
		title: heading === '' ? title : `${title}: ${heading}`,
		...{ language, code, file, page: `/${id}/${slug === '' ? '' : `#${slug}`}` },
		...(kind === 'answer' || kind === 'guide' ? { about: [`${kind}s`] } : {}),
	});
	const first = outline.preamble.flatMap(({ node }) => toFences(node));
	return [
		...first.map((fence, index) => toSource(fence, index)),
		...sections.flatMap((section, at) =>
			section.fences.map((fence, index) => toSource(fence, index, slugs[at], section.title)),
		),
	];
}

/** Numbers the names that come again within one section: `a`, `a-2`, `a-3`. */
function toNumbered(name: string, index: number): string {
	return index === 0 ? name : `${name}-${index + 1}`;
}

/** Makes drafts of sources: with tags, line and address. */
function startDrafts(reference: Reference, files: readonly TextFile[]): (source: Source) => Draft {
	const toTags = startTags(reference);
	return ({ about = [], ...source }) => {
		const { id, language, code, line, bad } = source;
		const { grammar, extension } = toLanguage(language);
		const text = files.find(({ path }) => path === source.file)?.text ?? '';
		return {
			...source,
			line: line ?? findLine(text, code),
			tags: [...new Set([...about, ...toTags(code, grammar)])],
			raw: `/snippets/${id}.${extension}`,
			isComplete: grammar === 'dockerfile' && bad === undefined && isComplete(code),
		};
	};
}

/** The line of a data file that a snippet begins on; blanks in front are YAML's. */
function findLine(text: string, code: string): number {
	const wanted = code.split('\n').map((line) => line.trim());
	const lines = text.split('\n').map((line) => line.trim());
	const whole = lines.findIndex((_, at) =>
		wanted.every((part, offset) => lines[at + offset] === part),
	);
	const part = lines.findLastIndex((line) => line.includes(wanted[0] ?? ''));
	return Math.max(whole < 0 ? part : whole, 0) + 1;
}

/** Finds what a snippet is about, by the names that the data has: instructions, or tasks and commands. */
function startTags({ instructions, commands }: Reference) {
	const names = new Set(instructions.map(({ name }) => name));
	const known = toKnownCommands(commands);
	return (code: string, grammar: Grammar): string[] => {
		if (grammar === 'dockerfile') {
			const used = parseDockerfile(code).instructions.map(({ keyword }) => keyword);
			return used.filter((keyword) => names.has(keyword));
		}
		if (grammar !== 'shell') return [];
		const typed = parseShell(toTyped(code)).commands.flatMap(
			({ words }) => findCommand(words, (name) => known.get(name))?.name ?? [],
		);
		const tasks = commands.filter(({ name }) => typed.includes(name)).map(({ task }) => task);
		return [...tasks, ...typed];
	};
}
