import type { NamedPage, PartType } from './names.ts';
import { toFlagAnchor, toOptionAnchor } from '../reference/addresses.ts';

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
	summary: string;
	/** How it is written, and one line that shows it in use; empty where there is none. */
	syntax: string;
	code: string;
	/** The thing whose part it is. */
	owner?: Entry;
	/** The parts that belong on its card: options and flags. */
	parts: Entry[];
}

/** The things of the small index: each page, with its parts behind it. */
export function toEntries(pages: readonly NamedPage[]): Entry[] {
	return pages.flatMap((page) => {
		const owner = toPageEntry(page);
		const parts = Object.entries(page.parts ?? {}).flatMap(([type, lines]) =>
			isPartType(type) ? lines.map((line) => toPartEntry(type, line, owner)) : [],
		);
		owner.parts = parts.filter(({ kind }) => kind === 'option');
		return [owner, ...parts];
	});
}

function toPageEntry(page: NamedPage): Entry {
	const { at, kind, name, also = [], words = [], errors = [], summary = '' } = page;
	return {
		href: at,
		kind,
		name,
		names: [name, ...also],
		options: [],
		isHeading: kind === 'concept' || page.aside === 1,
		isAside: page.aside === 1,
		words,
		errors,
		summary,
		syntax: page.syntax ?? '',
		code: page.code ?? '',
		parts: [],
	};
}

/** A part's line is its name and its words, with bars between them. */
function toPartEntry(type: PartType, line: string, owner: Entry): Entry {
	const [written = '', ...words] = line.split('|');
	const { kind, anchor, name, options = [] } = partTypes[type](written, owner);
	const names = [name, ...options.slice(1).map((option) => `${owner.name} ${option}`)];
	return {
		href: `${owner.href}#${anchor}`,
		kind,
		name: options.length > 1 ? `${name}, ${options.slice(1).join(', ')}` : name,
		names: type === 'variable' || type === 'rule' ? [...names, ...options] : names,
		options,
		isHeading: options.length === 0,
		isAside: false,
		words: words.filter((word) => !word.startsWith('!')),
		errors: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
		summary: '',
		syntax: '',
		code: '',
		owner,
		parts: [],
	};
}

interface Part {
	kind: Kind;
	anchor: string;
	name: string;
	options?: string[];
}

/** How each type of part is called and where it stands on its owner's page. */
const partTypes: Readonly<Record<PartType, (written: string, owner: Entry) => Part>> = {
	option: (written, { name }) => ({
		kind: 'option',
		anchor: toOptionAnchor(written),
		name: `${name} ${written}`,
		options: [written],
	}),
	flag: (written, { name }) => {
		const options = written.split(' ');
		const [long = ''] = options;
		return { kind: 'option', anchor: toFlagAnchor(long), name: `${name} ${long}`, options };
	},
	mount: (written, { name }) => {
		const option = `--mount=type=${written}`;
		const named = `${name} ${option}`;
		return { kind: 'option', anchor: `mount-${written}`, name: named, options: [option] };
	},
	variable: (written) => ({
		kind: 'option',
		anchor: 'predefined-variables',
		name: written,
		options: [written],
	}),
	rule: (written) => ({
		kind: 'check',
		anchor: written.toLowerCase(),
		name: written,
		options: [written],
	}),
	gotcha: (written, { kind }) => ({
		kind,
		anchor: `watch-out-${written}`,
		name: toSentence(written),
	}),
	example: (written) => ({ kind: 'snippet', ...toSection(written) }),
	section: (written, { kind }) => ({ kind, ...toSection(written) }),
};

function isPartType(type: string): type is PartType {
	return Object.hasOwn(partTypes, type);
}

/** `Volumes & Bind Mounts#volumes-bind-mounts`; the slug is left out where it is plain. */
function toSection(written: string): { name: string; anchor: string } {
	const [name = '', slug] = written.split('#');
	return { name, anchor: slug ?? toPlainSlug(name) };
}

/** The slug of a title without anything special in it. */
export function toPlainSlug(title: string): string {
	return title.toLowerCase().replaceAll(' ', '-');
}

/** `files-belong-to-root` → `Files belong to root`. */
function toSentence(id: string): string {
	return id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
}
