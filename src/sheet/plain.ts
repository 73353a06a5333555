import type { Block, Section, Topic } from '../notes/notes.ts';
import type { Card, Content, Group, Line, Run, Sheet } from './sheetModel.ts';
import type { Remarks } from './noteCards.ts';
import { toHref, flatten, toSlug, toUnique } from '../notes/notes.ts';
import { toTitle } from './sheetModel.ts';
import { toContents } from './noteCards.ts';
import { toFitting } from './shorten.ts';
import { toSides } from './sides.ts';

/** What a sheet is made from that nobody made choices for. */
export interface PlainSource {
	topic: Pick<Topic, 'name' | 'file' | 'title' | 'plan'>;
	/** What is said beside the notes. */
	remarks: Remarks;
	/** Names the state of the notes. */
	version: string;
}

/** So many cards there are on all sides together: of more, each group has its first ones. */
const mostCards = 120;

/**
 * Makes a sheet of the notes alone: a group for each section of the top level, a card for each of
 * its parts. What the notes give first stays longest when paper is short, and sentences go before
 * code and tables do.
 */
export function toPlainSheet({ topic, remarks, version }: PlainSource): Sheet {
	const { name, title, plan } = topic;
	const work: Work = { topic, remarks, ids: new Set() };
	const sections = plan.root.children.filter((section) => plan.places.has(section));
	const groups = (sections.length > 0 ? sections : [plan.root])
		.map((section) => toGroup(section, work))
		.filter(({ cards }) => cards.length > 0);
	return {
		title: toTitle(title),
		name,
		page: plan.prefix === '' ? 'cheatsheet' : `${plan.prefix}/cheatsheet`,
		sides: toSides(groups.length > 0 ? limit(groups) : [toBare(work)], title),
		more: { id: 'more', title: '', kind: 'concept', cards: [] },
		isPlain: true,
		...{ holds: '', version },
	};
}

/** What cards are made with. */
interface Work extends Omit<PlainSource, 'version'> {
	/** The ids of cards that are taken. */
	ids: Set<string>;
}

/** What notes are about that hold nothing for paper, such as links alone: a side is never empty. */
function toBare(work: Work): Group {
	const { root } = work.topic.plan;
	const titles = root.children.map(({ title }) => title).filter(Boolean);
	const runs: Run[] = [{ text: titles.join(' · ') || root.title, style: 'plain' }];
	const card = toCard(root, [{ type: 'text', runs }], work);
	return { id: 'all', title: root.title, kind: 'concept', cards: [{ ...card, isAlone }] };
}

/** The first groups of very many, and of each its share of cards. */
function limit(groups: readonly Group[]): Group[] {
	const total = groups.reduce((sum, { cards }) => sum + cards.length, 0);
	if (total <= mostCards) return [...groups];
	const shown = groups.slice(0, mostCards);
	const share = Math.floor(mostCards / shown.length);
	return shown.map((group) => ({ ...group, cards: group.cards.slice(0, share) }));
}

function toGroup(section: Section, work: Work): Group {
	const { places, root } = work.topic.plan;
	const parts = section === root ? [] : section.children.filter((part) => places.has(part));
	const own = toOwn(section, work);
	const cards = [
		...(own.length === 0 ? [] : [{ ...toCard(section, own, work), isAlone }]),
		...parts.map((part) => toCard(part, toAll(part, work), work)),
	];
	const place = places.get(section);
	const kind = place?.kind ?? 'concept';
	return {
		id: place?.fragment || place?.page.replaceAll('/', '-') || 'all',
		title: section.title,
		kind,
		cards: cards.filter(({ lines }) => lines.length > 0),
	};
}

function toCard(section: Section, contents: readonly Part[], { topic, ids }: Work): Card {
	const { file, plan } = topic;
	const place = plan.places.get(section) ?? { page: plan.prefix, fragment: '' };
	return {
		// Other ids of its page are no cards'.
		id: toUnique(`card-${toSlug(section.title) || 'section'}`, ids),
		title: section.title,
		isCode: false,
		href: toHref(place),
		marks: [],
		lines: contents.flatMap(toParts).map(toLine),
		reach: 'sheet',
		place: { file, line: section.line },
	};
}

/** What stands right below a heading. */
function toOwn({ blocks }: Section, { topic, remarks }: Work): Content[] {
	const { dropped } = topic.plan;
	return toContents(
		blocks.filter((block) => !dropped.has(block) && !isWayOut(block)),
		remarks,
	);
}

/** Whether a paragraph is one link to another site, which paper does not follow. */
function isWayOut({ node }: Block): boolean {
	if (node.type !== 'paragraph') return false;
	const [link, ...others] = node.children;
	return others.length === 0 && link?.type === 'link' && /^(?:https?:)?\/\//i.test(link.url);
}

/** The same with everything deeper, each part of it behind its heading. */
function toAll(section: Section, work: Work): Part[] {
	const inner = flatten(section.children).filter((part) => work.topic.plan.places.has(part));
	return [
		...toOwn(section, work),
		...inner.flatMap((part): Part[] => {
			const runs: Run[] = [{ text: part.title, style: 'strong' }];
			return [{ type: 'text', runs, leads }, ...toOwn(part, work)];
		}),
	];
}

const [isAlone, follows, leads] = [true, true, true] as const;

/** A line before it is known how early it goes. */
type Part = Content & Pick<Line, 'follows' | 'leads'>;

function toParts(content: Part): Part[] {
	const parts: Part[] = toFitting(content);
	return parts.map((part, at) => (at > 0 && part.type === 'code' ? { ...part, follows } : part));
}

/** Code and points are what people come for; a sentence gives way to six of them. */
function toLine(content: Part, at: number): Line {
	return { ...content, priority: at + 1 + (content.type === 'text' ? 6 : 0) };
}
