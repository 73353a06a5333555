import type { TextFile } from '../input/files.ts';
import type { Reference } from '../reference/facts.ts';
import type { Draft } from './snippet.ts';
import { isComplete } from './dockerfile.ts';
import { toFactSources } from './facts.ts';
import { toLanguage } from './language.ts';
import { toNoteSources, type Notes } from './notes.ts';
import { toPageSources } from './pages.ts';
import { toKey, type Shelves, type Source } from './source.ts';
import { startTags } from './tags.ts';

/**
 * Every snippet of the site: the fences of the notes, of the facts, and those that only the pages
 * have. A name is made from the section and the order in it, so that edits elsewhere keep it.
 */
export function toSnippets(shelves: Shelves): Draft[] {
	const toTags = startTags(shelves.reference);
	const written = [
		...toNoteSources(shelves, toTags),
		...toFactSources({ reference: shelves.reference, toTags }),
	];
	const known = new Set(written.map(toKey));
	const composed = toPageSources(shelves.pages)
		.filter((source) => toLanguage(source.language).grammar !== undefined)
		.filter((source) => !known.has(toKey(source)) && known.add(toKey(source)))
		.map((source) => ({
			...source,
			tags: toTags(source.code, toLanguage(source.language).grammar),
		}));
	return [...written, ...composed].map((source) => toDraft(source, shelves.files));
}

/** The snippets of one file of notes alone, in their order. */
export function toNoteSnippets(notes: Notes, reference: Reference): Draft[] {
	return toNoteSources({ topics: [notes] }, startTags(reference)).map((source) =>
		toDraft(source, []),
	);
}

function toDraft(source: Source, files: readonly TextFile[]): Draft {
	const { id, language, code, line, bad } = source;
	const { grammar, extension } = toLanguage(language);
	const text = files.find(({ path }) => path === source.file)?.text ?? '';
	return {
		...source,
		line: line ?? findLine(text, code),
		raw: `/snippets/${id}.${extension}`,
		isComplete: grammar === 'dockerfile' && bad === undefined && isComplete(code),
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
