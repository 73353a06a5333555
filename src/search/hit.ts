import type { Entry, Kind } from './entry.ts';
import type { Found } from './pagefind.ts';
import { kinds } from './entry.ts';
import { toText } from './pagefind.ts';
import { toStem } from './tokens.ts';

/** Text in pieces: every second one is what the query asks for. */
export type Marked = string[];

/** One result as a reader sees it. */
export interface Hit {
	/** From the root of the site. */
	href: string;
	kind: Kind;
	title: Marked;
	/** The pages above, outermost first: `Dockerfile › Instructions`. */
	path: string;
	text: Marked;
	/** What `⌘ ↵` copies; empty for nothing. */
	code: string;
	/** Whether the query is its name in full, or one of its names. */
	isExact: boolean;
	/** What the answer card is made of; only for what comes from the small index. */
	entry?: Entry;
}

/** An entry as a result; `stems` are what the query's words stand for. */
export function toHit(entry: Entry, stems: ReadonlySet<string>, isExact = false): Hit {
	const { href, kind, name, summary, code } = entry;
	return {
		href,
		kind,
		title: mark(name, stems),
		path: toPath(entry),
		text: mark(summary || (code.split('\n')[0] ?? ''), stems),
		code,
		isExact,
		entry,
	};
}

/** A section of the text as a result. */
export function toTextHit({ url, excerpt, meta }: Found): Hit {
	const { title = url, kind = '', path = '' } = meta;
	return {
		href: url,
		kind: kinds.find((known) => known === kind) ?? 'concept',
		title: [title],
		path,
		text: excerpt.split(/<\/?mark>/).map(toText),
		code: '',
		isExact: false,
	};
}

/** Cuts a text so that every second piece is a word with one of the stems. */
export function mark(text: string, stems: ReadonlySet<string>): Marked {
	const pieces: Marked = [''];
	for (const part of text.split(/([\p{L}\p{N}_]+)/u)) {
		const isFound = part !== '' && stems.has(toStem(part.toLowerCase()));
		if (isFound) pieces.push(part, '');
		else pieces[pieces.length - 1] += part;
	}
	return pieces;
}

function toPath({ href, owner }: Entry): string {
	const folders = href.split('/').slice(1, -2);
	const titles = folders.map((folder) => folder.replace(/^./, (letter) => letter.toUpperCase()));
	return [...titles, ...(owner === undefined ? [] : [owner.name])].join(' › ');
}
