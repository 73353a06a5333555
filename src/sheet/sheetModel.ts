import type { Kind } from '../notes/notes.ts';

/** A stretch of text in one style. */
export interface Run {
	text: string;
	style: 'plain' | 'strong' | 'emphasis' | 'code';
}

/** What a line of a card is. Few kinds, because paper, HTML and plain text have to agree on them. */
export type Content =
	/** How it is written, by its grammar, or code to use as it stands; that may have several lines. */
	| { type: 'syntax' | 'code'; language: string; code: string }
	/** What it does: a sentence. */
	| { type: 'text'; runs: Run[] }
	/** One point of a list. */
	| { type: 'point'; runs: Run[] }
	/** A flag or an option with the form of its value, and what it means. */
	| { type: 'term'; term: string; value?: string; runs: Run[] }
	/** A command to type, and what it is for. */
	| { type: 'recipe'; language: string; code: string; runs: Run[] }
	| { type: 'table'; head: Run[][]; rows: Run[][][] };

/**
 * One thing that a card says. `priority` 0 is always shown; of the others the highest goes first
 * when paper is short.
 */
export type Line = Content & {
	priority: number;
	/** Always shown on two sides, but on a poster only as far as that allows. */
	isForSides?: true;
	/** Says nothing without the line before it: the rest of a long piece of code. */
	follows?: true;
	/** Says nothing without one of the lines behind it: a heading within a card. */
	leads?: true;
};

/** A fact that readers look for without reading: an effect on the image, what a repetition does. */
export interface Mark {
	/** Drawn by each renderer in its own way. */
	symbol: 'layer' | 'metadata' | 'nothing' | 'last' | 'adds' | 'stage';
	/** The word beside the symbol. */
	label: string;
}

/** One thing on the sheet: an instruction, a command, a table. */
export interface Card {
	/** Its name in addresses and in the browser's memory; never changes while its page stays. */
	id: string;
	title: string;
	/** Whether the title is something to type. */
	isCode: boolean;
	/** The address of its page, from the root of the site. */
	href: string;
	marks: Mark[];
	lines: Line[];
	/** Without a title of its own, because the group's heading right above says the same. */
	isAlone?: true;
	/** Whether it stands on the page alone, on sheets, too, or even on posters. */
	reach: 'page' | 'sheet' | 'poster';
	/** Where the author chose it. */
	place: { file: string; line: number };
}

/** Cards under one heading. */
export interface Group {
	id: string;
	title: string;
	kind: Kind;
	cards: Card[];
}

/** One side of the paper. */
export interface Side {
	title: string;
	/** What the marks of its cards mean. */
	legend?: readonly Mark[];
	groups: Group[];
}

/** The cheatsheet as data; HTML, PDF and plain text show the same. */
export interface Sheet {
	title: string;
	/** How the names of its files begin: `docker` in `docker-a4.pdf`. */
	name: string;
	/** The id of its page. */
	page: string;
	sides: Side[];
	/** Cards for sheets that readers make themselves: everything that the two sides have no room for. */
	more: Group;
	/**
	 * Whether nobody chose what has to be there: then type gets smaller before anything is left out.
	 * Otherwise what is optional gives way to larger type.
	 */
	isPlain: boolean;
	/** What the facts hold for, as one line; empty where nobody says it. */
	holds: string;
	/** Changes whenever a fact or a choice does. */
	version: string;
	/** How it is laid out, once that is known. */
	settled?: Settled;
}

/** How large type is and how far its lines are apart, in points. */
export interface Size {
	/** Sentences, in Inter. */
	body: number;
	/** Code, in JetBrains Mono. */
	code: number;
	/** From one baseline to the next. */
	grid: number;
}

/** The name of a paper in addresses. */
export type PaperName = 'a4' | 'letter' | 'a3' | 'tabloid';

/** How a sheet is laid out on one paper. */
export interface Fitted {
	/** The type. */
	size: Size;
	/** By the id of a card that has room, how it stands there. */
	cards: Readonly<Record<string, Placed>>;
}

/** What of a card has room. */
export interface Placed {
	/** The empty lines above it; a card without begins a column. */
	gap: number | undefined;
	/** The numbers of its lines that are shown. */
	lines: number[];
}

/** How a sheet is laid out on all its papers. */
export type Settled = Partial<Record<PaperName, Fitted>>;

/** Every card of the two sides, in order. */
export function toCards(sides: readonly Side[]): Card[] {
	return sides.flatMap(({ groups }) => groups.flatMap(({ cards }) => cards));
}

/** The words of a stretch of text or code. */
export function toPlainText(parts: readonly { text: string }[]): string {
	return parts.map(({ text }) => text).join('');
}

/** What the sheet of a file of notes is called. */
export function toTitle(title: string): string {
	return /cheat\s*-?sheet/i.test(title) ? title : `${title} cheatsheet`;
}

/** How fresh a sheet is, for its foot. */
export function toState({ holds, version }: Pick<Sheet, 'holds' | 'version'>): string {
	return holds || `Version ${version}`;
}
