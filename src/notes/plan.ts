import type { Hints, Kind } from './hints.ts';
import type { Address } from './targets.ts';
import type { Block, Outline, Section } from './outline.ts';
import { isContents, isWayBack, toContentsBlocks } from './contents.ts';
import { findAttributes } from './html.ts';
import { toHref } from './targets.ts';
import { flatten, toBlocks } from './outline.ts';
import { nameless, toSegment, toSlug, toUnique, toUniqueSlugs } from './slug.ts';
import { splitOwnId, toSlugText } from './text.ts';
import { nameToTitle, toRoot } from './title.ts';

/** Where a section stands, and as what. */
export interface Place extends Address {
	/** Whether the section is a page, and not a part of one. */
	isPage: boolean;
	/** Whether the page only leads to the pages of its sub-sections. */
	isIndex: boolean;
	/**
	 * Of the heading on its page: one more than the heading that it stands below, so that none is
	 * skipped. The page's own has 1.
	 */
	depth: number;
	kind: Kind;
}

/** Two headings that ask for the same address; the second one got another. */
export interface Double {
	first: Section;
	second: Section;
	/** The address that both ask for. */
	href: string;
}

/** How a file of notes becomes pages. */
export interface Plan {
	outline: Outline;
	/** The whole file as one section. */
	root: Section;
	/** The address of the file's own page without slashes; empty at the root of the site. */
	prefix: string;
	/** By section, in the order of the notes. What is dropped has no place. */
	places: ReadonlyMap<Section, Place>;
	/** What is left out on purpose: tables of contents, headings with nothing. */
	dropped: ReadonlySet<Block>;
	/** By the anchor that GitHub gives a heading. One that is dropped leads to the file's own page. */
	anchors: ReadonlyMap<string, Address>;
	doubles: readonly Double[];
}

/** What a plan depends on beside the text; all of it has a default. */
export interface Circumstances {
	hints?: Hints;
	/** See `Plan`. */
	prefix?: string;
	/** The file's name without its ending, for one without a title. */
	name?: string;
	/** Ids of pages that the site has already. */
	taken?: readonly string[];
}

/** What is known while places are given. */
interface Work {
	hints: Hints;
	/** The depth of the headings that get a page. */
	pages: number;
	dropped: ReadonlySet<Block>;
	places: Map<Section, Place>;
	doubles: Double[];
	/** The ids of pages that are taken, and whose they are. */
	ids: Set<string>;
	owners: Map<string, Section>;
}

/**
 * Gives every section of the notes its place: by the hints of their author, or else by what the
 * file looks like.
 */
export function toPlan(outline: Outline, circumstances: Circumstances = {}): Plan {
	const { hints = {}, prefix = '', name = 'notes', taken = [] } = circumstances;
	const whole = toRoot(outline, nameToTitle(name));
	const root = hints.title === undefined ? whole : { ...whole, title: hints.title };
	const dropped = findDropped(root, hints);
	const children = root.children.filter(({ heading }) => !dropped.has(heading));
	const work: Work = {
		...{ hints, dropped },
		pages: hints.pages ?? choosePages(children, outline.source),
		places: new Map(),
		doubles: [],
		ids: new Set([...taken, prefix]),
		owners: new Map(),
	};
	placePage(root, prefix, hints.kind ?? 'concept', work);
	const named = outline.sections.find(({ heading }) => heading === root.heading);
	const own = work.places.get(root);
	if (named && own) work.places.set(named, own);
	const { places, doubles } = work;
	return {
		outline,
		root,
		prefix,
		places,
		dropped,
		doubles,
		anchors: toAnchors(outline, places, prefix),
	};
}

/** So many words are enough for a page: about eight lines of a list. */
const enough = 60;

/**
 * The depth of the headings that get a page of their own. The top level does, and the level below it
 * where at least half of its sections have enough to say, or where there is only one section above.
 */
function choosePages(groups: readonly Section[], source: string): number {
	if (groups.length === 0) return 1;
	const top = Math.min(...groups.map(({ depth }) => depth));
	const below = groups.flatMap(({ children }) => children).filter(({ title }) => title !== '');
	const large = below.filter((section) => countWords(section, source) >= enough);
	const isWorth = below.length > 0 && (large.length * 2 >= below.length || groups.length === 1);
	return isWorth ? top + 1 : top;
}

function countWords({ start, end }: Section, source: string): number {
	return source.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function findDropped(root: Section, { dropped = [] }: Hints): Set<Block> {
	const isDropped = (section: Section) =>
		section.title === '' ||
		dropped.includes(section.title) ||
		(section.depth < 4 && isContents(section));
	const sections = flatten(root.children);
	const left = sections.filter(isDropped);
	const top = new Set([root, ...left].map(({ anchor }) => anchor));
	return new Set([
		...left.flatMap(toBlocks),
		...(root.children.length > 0 ? toContentsBlocks(root.blocks) : []),
		...sections.flatMap(({ blocks }) => blocks.filter((block) => isWayBack(block, top))),
	]);
}

function placePage(section: Section, page: string, above: Kind, work: Work): void {
	const { hints, places, dropped } = work;
	const kind = hints.kinds?.[section.title] ?? above;
	const children = section.children.filter(({ heading }) => !dropped.has(heading));
	const isIndex = isSplit(section, work) && children.length > 0;
	places.set(section, { page, fragment: '', isPage: true, isIndex, depth: 1, kind });
	if (!isIndex) return placeParts(section, page, kind, work);
	for (const child of children) placePage(child, toId(child, page, work), kind, work);
}

/** Whether a section's children have pages of their own. */
function isSplit({ title, depth }: Section, { hints, pages }: Work): boolean {
	return depth < pages || hints.split?.includes(title) === true;
}

function toId(section: Section, parent: string, { hints, ids, owners, doubles }: Work): string {
	const slug = hints.slugs?.[section.title] ?? toSegment(section.slug || nameless);
	const wanted = [parent, slug].filter(Boolean).join('/');
	const id = toUnique(wanted, ids);
	const first = owners.get(wanted);
	if (id !== wanted && first) {
		doubles.push({ first, second: section, href: toHref({ page: wanted, fragment: '' }) });
	}
	owners.set(id, section);
	return id;
}

/** The headings within a page have the ids that the renderer gives them: in their order. */
function placeParts(section: Section, page: string, kind: Kind, work: Work): void {
	const { hints, dropped, places, doubles } = work;
	const parts = flatten(section.children).filter(({ heading }) => !dropped.has(heading));
	const names = parts.map(({ heading }) => toSlugText(heading.node));
	const slugs = toUniqueSlugs(names);
	const firsts = new Map<string, Section>();
	const open: Section[] = [];
	for (const [index, part] of parts.entries()) {
		const fragment = slugs[index] ?? '';
		const wanted = toSlug(names[index] ?? '');
		const first = firsts.get(wanted);
		if (first) doubles.push({ first, second: part, href: toHref({ page, fragment: wanted }) });
		else firsts.set(wanted, part);
		while ((open.at(-1)?.depth ?? 0) >= part.depth) open.pop();
		open.push(part);
		const own = {
			depth: Math.min(6, open.length + 1),
			kind: hints.kinds?.[part.title] ?? kind,
		};
		places.set(part, { page, fragment, isPage: false, isIndex: false, ...own });
	}
}

function toAnchors(
	outline: Outline,
	places: ReadonlyMap<Section, Place>,
	prefix: string,
): Map<string, Address> {
	const own: Address = { page: prefix, fragment: '' };
	const anchors = new Map<string, Address>();
	const add = (anchor: string, address: Address): void => {
		if (!anchors.has(anchor)) anchors.set(anchor, address);
	};
	const sections = flatten(outline.sections);
	for (const section of sections) {
		const { node } = section.heading;
		const id = node.type === 'heading' ? splitOwnId(node).id : undefined;
		if (id !== undefined) add(id, places.get(section) ?? own);
	}
	for (const section of sections) add(section.anchor, places.get(section) ?? own);
	for (const { name, value, start } of findAttributes(outline)) {
		if ((name !== 'id' && name !== 'name') || value === '') continue;
		const section = sections.findLast((one) => one.start <= start);
		const { page } = (section && places.get(section)) ?? own;
		// As on GitHub, ids of raw HTML have a prefix on the page.
		add(value, { page, fragment: `user-content-${value}` });
	}
	// Where only dashes or capitals differ, a link is meant all the same.
	for (const section of sections) add(toSlug(section.anchor), places.get(section) ?? own);
	return anchors;
}
