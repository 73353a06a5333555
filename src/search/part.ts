import type { Entry, Kind } from './entry.ts';
import type { DetailedPage, NamedPage, PartType, TextType } from './names.ts';
import { toFlagAnchor, toOptionAnchor } from '../reference/addresses.ts';

/** The parts of a page that have an address of their own: options, rules, sections, examples. */
export function toParts(page: NamedPage, detail: DetailedPage, owner: Entry): Entry[] {
	const named = Object.entries(page.parts ?? {}).flatMap(([type, lines]) =>
		isType(type, partTypes)
			? lines.map((name, at) => {
					const [summary = '', code = '', ...terms] = detail.meanings?.[type]?.[at] ?? [];
					const shown = { summary, code, ...toTerms(terms) };
					return toEntry(partTypes[type](name, owner), owner, shown);
				})
			: [],
	);
	const texts = Object.entries(detail.texts ?? {}).flatMap(([type, parts]) =>
		isType(type, textTypes)
			? parts.map(([name, text]) => {
					const shown = type === 'example' ? { code: text } : { summary: text };
					return toEntry(textTypes[type](name, owner), owner, shown);
				})
			: [],
	);
	return [...named, ...texts];
}

/** Words, and messages with a `!` in front, apart. */
export function toTerms(terms: readonly string[]): { words: string[]; errors: string[] } {
	const isError = (term: string) => term.startsWith('!');
	return {
		words: terms.filter((term) => !isError(term)),
		errors: terms.filter(isError).map((term) => term.slice(1)),
	};
}

/** What the types of parts differ in. */
interface Part {
	kind: Kind;
	anchor: string;
	name: string;
	/** For what is typed as it stands. */
	options?: string[];
}

type ToPart = (written: string, owner: Entry) => Part;

/** How each type of part is called and where it stands on its owner's page. */
const partTypes: Readonly<Record<PartType, ToPart>> = {
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
	section: (written, { kind }) => ({ kind, ...toSection(written) }),
};

const textTypes: Readonly<Record<TextType, ToPart>> = {
	gotcha: (written, { kind }) => ({
		kind,
		anchor: `watch-out-${written}`,
		name: toSentence(written),
	}),
	example: (written) => ({ kind: 'snippet', ...toSection(written) }),
};

function toEntry(part: Part, owner: Entry, shown: Partial<Entry>): Entry {
	const { kind, anchor, name, options = [] } = part;
	const short = options.slice(1);
	return {
		href: `${owner.href}#${anchor}`,
		kind,
		name: [name, ...short].join(', '),
		names: [name, ...short.map((option) => `${owner.name} ${option}`)],
		options,
		isHeading: options.length === 0,
		isAside: false,
		words: [],
		errors: [],
		summary: '',
		syntax: '',
		code: '',
		...shown,
		owner,
		parts: [],
	};
}

function isType<T extends string>(type: string, types: Readonly<Record<T, ToPart>>): type is T {
	return Object.hasOwn(types, type);
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
