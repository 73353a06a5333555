import type { Kind } from '../notes/layout.ts';
import type { Outline, Section } from '../notes/outline.ts';
import type { Notes, Piece } from './pieces.ts';
import { toAddresses, toHref, type Address } from '../notes/address.ts';
import { layout, presentationOf } from '../notes/layout.ts';
import { flatten } from '../notes/outline.ts';
import { toPieces } from './pieces.ts';

/** One thing on the sheet: an instruction, a command, a table. */
export interface Card {
	title: string;
	/** The address of the section that the card is made from, from the root of the site. */
	href: string;
	pieces: Piece[];
}

/** Cards under one heading. */
export interface Group {
	title: string;
	kind: Kind;
	href: string;
	cards: Card[];
}

/** The cheatsheet as data; HTML and PDF show the same. */
export interface Sheet {
	title: string;
	groups: Group[];
}

/** What is said beside a block of the notes that ends at an offset. */
interface Remark {
	at: number;
	correction: { text: string };
}

/**
 * Makes the sheet from the sections that the layout puts on it, in the layout's order, with what
 * is said beside the notes.
 */
export function toSheet(outline: Outline, remarks: readonly Remark[] = []): Sheet {
	const notes = new Map<number, string[]>();
	for (const { at, correction } of remarks) {
		notes.set(at, [...(notes.get(at) ?? []), correction.text]);
	}
	const addresses = toAddresses(outline);
	const sections = flatten(outline.sections);
	const groups = Object.keys(layout)
		.filter((title) => presentationOf(title).sheet)
		.flatMap((title) => sections.filter((section) => section.title === title))
		.map((section) => toGroup(section, addresses, notes));
	return { title: outline.sections[0]?.title ?? '', groups };
}

function toGroup(section: Section, addresses: ReadonlyMap<Section, Address>, notes: Notes): Group {
	const { kind = 'concept' } = presentationOf(section.title);
	const own = section.blocks.length === 0 ? [] : [{ ...section, children: [] }];
	const href = toCardHref(section, addresses);
	const cards = [
		...own.map(({ blocks }) => ({ title: section.title, href, pieces: toPieces(blocks, notes) })),
		...section.children.map((child) => ({
			title: child.title,
			href: toCardHref(child, addresses),
			pieces: flatten([child]).flatMap(({ blocks }) => toPieces(blocks, notes)),
		})),
	].filter(({ pieces }) => pieces.length > 0);
	return { title: section.title, kind, href, cards };
}

function toCardHref(section: Section, addresses: ReadonlyMap<Section, Address>): string {
	return toHref(addresses.get(section) ?? { page: '', fragment: '' });
}
