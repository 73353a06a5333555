import type { DetailedPage, Details, NamedPage, Names } from './names.ts';
import { toAddress } from './names.ts';
import { toParts, toTerms } from './part.ts';

/** What a thing is; results are grouped and filtered by it, in this order. */
export const kinds = ['instruction', 'command', 'option', 'check', 'concept', 'snippet'] as const;

/** One of the kinds of things that search finds. */
export type Kind = (typeof kinds)[number];

/** One thing that can be found, with all that it is called. */
export interface Entry {
	/** From the root of the site, with the `#` of its part. */
	href: string;
	kind: Kind;
	/** As a reader sees it: `COPY --from`. */
	name: string;
	/** Every way to write its name in full; the exact name wins over everything. */
	names: string[];
	/** For an option: itself without its owner, `--tag` and `-t`. */
	options: string[];
	/** Whether its name is a title in words, and not something that is typed. */
	isHeading: boolean;
	/** Whether it only leads to others or sums them up, so that those come first. */
	isAside: boolean;
	/** What people call it, and what they want with it. */
	words: string[];
	/** Error messages that it answers. */
	errors: string[];
	/** What it is or does, in a sentence; empty before the details are there. */
	summary: string;
	/** How it is written, and code that shows it in use; empty where there is none. */
	syntax: string;
	code: string;
	/** The name of its file of notes, where there are several. */
	topic?: string | undefined;
	/** The thing whose part it is. */
	owner?: Entry;
	/** The parts that belong on its card: options and flags. */
	parts: Entry[];
}

/** The things of the index: each page, with its parts behind it. Details may come later. */
export function toEntries(names: Names, details?: Details): Entry[] {
	return names.pages.flatMap((page, index) => {
		const detail = details?.pages[index] ?? {};
		const owner = toPageEntry(page, detail, names.topics);
		const parts = toParts(page, detail, owner);
		owner.parts = parts.filter(({ kind }) => kind === 'option');
		return [owner, ...parts];
	});
}

function toPageEntry(page: NamedPage, detail: DetailedPage, topics?: readonly string[]): Entry {
	const { at, kind, name, also = [], words = [] } = page;
	const more = toTerms(detail.terms ?? []);
	return {
		href: at ?? toAddress(kind, name),
		kind,
		name,
		names: [name, ...also],
		options: [],
		isHeading: kind === 'concept' || page.aside === 1,
		isAside: page.aside === 1,
		words: [...words, ...more.words],
		errors: more.errors,
		summary: detail.summary ?? '',
		syntax: detail.syntax ?? '',
		code: detail.code ?? '',
		topic: page.topic === undefined ? undefined : topics?.[page.topic],
		parts: [],
	};
}
