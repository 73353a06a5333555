import type { FrameName } from '../notes/notes.ts';
import type { Sources } from './schema/shared.ts';

/** A page of the web. */
interface Link {
	title: string;
	url: string;
}

/** Collects the sources of a page and gives its facts their footnote marks. */
export interface Citations {
	/** The mark behind a fact, one for all its sources; none where the page's own source says it. */
	cite: (ids: readonly string[], checked?: string) => string;
	/** What the facts of the page rest on, for its end. */
	render: () => string;
}

/** What the facts of a page rest on where they carry no mark. */
interface Ground {
	/** The ids in the table of sources that stand for it. */
	ids: readonly string[];
	links: readonly Link[];
}

/** Plain text as Markdown that shows just this text. */
export function escapeText(text: string): string {
	return text.replace(/[\\`*_[\]<>|~#]/g, '\\$&');
}

/** A flag as it is typed; a dash within a word or a number is none. */
const flag = /(?<=^|[\s(])--?[a-zA-Z][\w-]*(?:=[^\s,;()]*[^\s,;:.()])?/;

/** A sentence in parts: every second one is a flag. */
export function splitFlags(text: string): string[] {
	return text.split(new RegExp(`(${flag.source})`));
}

/** A sentence as Markdown that shows just this text, its flags as code. */
export function renderText(text: string): string {
	return splitFlags(text)
		.map((part, index) => (index % 2 === 0 ? escapeText(part) : renderCode(part)))
		.join('');
}

/** Inline code. In a table cell GFM splits at `|` even within code, unless it is escaped. */
export function renderCode(code: string): string {
	const runs = [...code.matchAll(/`+/g)].map(([run]) => run.length);
	const marks = '`'.repeat(Math.max(0, ...runs) + 1);
	const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
	return `${marks}${pad}${code}${pad}${marks}`;
}

/** Inline code with a button that copies it; see `remarkSnippets`. */
export function renderCopied(code: string): string {
	return `${renderCode(code)}<!-- copy -->`;
}

/** A fenced code block. */
export function renderFence(language: string, code: string): string {
	const runs = [...code.matchAll(/^`{3,}/gm)].map(([run]) => run.length);
	const marks = '`'.repeat(Math.max(2, ...runs) + 1);
	return `${marks}${language}\n${code.replace(/\n$/, '')}\n${marks}`;
}

/** A table; the cells are Markdown. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const render = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
	return [render(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(render)].join('\n');
}

/** A table that narrow screens show row by row; nothing without rows. */
export function renderStack(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return rows.length === 0 ? '' : renderFrame('stack', renderTable(head, rows));
}

/** A list; an item may have several lines. */
export function renderList(items: readonly string[]): string {
	return items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
}

/** A numbered list of steps, each of which may have code. */
export function renderSteps(items: readonly string[]): string {
	return items
		.map((item, at) => {
			const mark = `${at + 1}. `;
			return `${mark}${item.replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`)}`;
		})
		.join('\n\n');
}

/** `clean up` → `Clean up`. */
export function toTitle(words: string): string {
	return words.replace(/^./, (letter) => letter.toUpperCase());
}

/** A heading with what stands below it; nothing when nothing does. */
export function renderSection(title: string, body: string, depth = 2): string {
	return body === '' ? '' : `${'#'.repeat(depth)} ${title}\n\n${body}`;
}

/** Puts blocks into a frame that the style sheet knows by its name; see `remarkMarks`. */
export function renderFrame(name: FrameName, body: string): string {
	return body === '' ? '' : `<!-- ${name} -->\n\n${body}\n\n<!-- /${name} -->`;
}

/** Pages of the web one after the other, with the day they were read. */
export function renderLinks(links: readonly Link[], checked?: string): string {
	const shown = links.map(({ title, url }) => `[${escapeText(title)}](${url})`).join(', ');
	return checked === undefined ? shown : `${shown}, checked ${checked}.`;
}

/** Blocks with an empty line between them; empty ones are left out. */
export function join(parts: readonly string[]): string {
	return parts.filter((part) => part !== '').join('\n\n');
}

/** Gives the table row, list item or paragraph that it stands in an address; see `remarkMarks`. */
export function renderAnchor(id: string): string {
	return `<!-- #${id} -->`;
}

function escapeCell(cell: string): string {
	return cell.replaceAll('\n', ' ').replace(/(?<!\\)\|/g, '\\|');
}

/**
 * Starts the citations of one page; `day` is when its facts were checked. GFM's footnotes carry
 * them, so that they read as well in the page's Markdown as in its HTML.
 */
export function startCitations(sources: Sources, day: string, ground: Ground): Citations {
	const footnotes = new Map<string, string>();
	return {
		cite: (ids, checked = day) => {
			if (checked === day && ids.every((id) => ground.ids.includes(id))) return '';
			const key = [...ids, ...(checked === day ? [] : [checked])].join('-');
			const links = ids.flatMap((id) => sources[id] ?? []);
			footnotes.set(key, `[^${key}]: ${renderLinks(links)}, checked ${checked}`);
			return `[^${key}]`;
		},
		render: () => {
			const marked = [...footnotes.values()].join('\n');
			const own = renderLinks(ground.links, day);
			const lead = marked === '' ? own : `Everything without a number: ${own}`;
			return join(['## Sources', lead, marked]);
		},
	};
}
