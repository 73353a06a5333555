import { cut } from '../notes/notes.ts';
import { flatten, parseOutline, type Section } from '../notes/notes.ts';
import { renderFrame } from './markdown.ts';

/**
 * The author's text for the page of an instruction or a command, marked as the author's. Takes the
 * Markdown of a page of the notes, or only the section below one of its headings. Headings in it
 * go one deeper, because they stand below "From the notes".
 */
export function embedNotes(body: string, heading?: string): string {
	const outline = parseOutline(body);
	const sections = flatten(outline.sections);
	const section = sections.find(({ title }) => title === heading);
	const start = section === undefined ? 0 : section.heading.end;
	const end = section === undefined ? outline.source.length : section.end;
	const text = cut(outline.source, start, end, sections.map(toDeeper))
		.replace(/(?:\s*<br\s*\/?>)+\s*$/i, '')
		.trim();
	return renderFrame('notes', text);
}

function toDeeper({ start }: Section) {
	return { start, end: start, text: '#' };
}
