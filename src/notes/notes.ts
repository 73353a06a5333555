/**
 * The notes: files of Markdown become an outline (`outline`), a plan of which section stands where
 * (`plan`), and pages that are slices of the author's own text (`pages`, with the `edits` that they
 * need). `coverage` proves that nothing is lost, `rules` says what the author should look at, `hints`
 * is what authors may decide, `moved` where old addresses lead. Read them in this order; `parse`,
 * `text`, `html` and `slug` are what all of them read nodes with. Other rooms enter by this file.
 */
import type { NotesFile } from '../input/files.ts';
import type { Message } from '../input/message.ts';
import { isError } from '../input/message.ts';
import { findLost } from './coverage.ts';
import { findIdleHints, hideFrontMatter, readHints } from './hints.ts';
import { startTargets } from './links.ts';
import { parseOutline, type Outline } from './outline.ts';
import { toPages, type PlannedTopic, type Topic } from './pages.ts';
import { decodeNotes } from './parse.ts';
import { toPlan, type Plan } from './plan.ts';
import { findMessages, settle } from './rules.ts';
import { toSlug, toUnique } from './slug.ts';
import type { Edit } from './slices.ts';

export { findLost } from './coverage.ts';
export { firstSentence } from './description.ts';
export type { Hints, Kind } from './hints.ts';
export {
	isElement,
	elementNames,
	isLineBreakHtml,
	isVoid,
	findLoose,
	toTokens,
	toVisible,
} from './html.ts';
export { findDestination, homeId, toHref, type Address } from './links.ts';
export { correctionLabels, frames, isMark } from './marks.ts';
export type { CorrectionName, FrameName } from './marks.ts';
export { toRedirects, type Move, type Redirect } from './moved.ts';
export { flatten, parseOutline, toFences } from './outline.ts';
export type { Block, Fence, Outline, Section } from './outline.ts';
export { toExample, toPages, type Page, type PlannedTopic, type Topic } from './pages.ts';
export { toRange } from './parse.ts';
export { toPlan, type Plan } from './plan.ts';
export { settle, silencing } from './rules.ts';
export { isElsewhere } from './rules/links.ts';
export { cut, inOrder, type Edit } from './slices.ts';
export { toSlug, toUnique, toUniqueSlugs } from './slug.ts';
export {
	alertLabels,
	readAlert,
	toEmoji,
	toLine,
	toSlugText,
	toText,
	withoutOwnId,
} from './text.ts';
export { titleMark } from './title.ts';

/** What the reader of the notes knows of the rest of the site. */
export interface Surroundings {
	/** Whether a file exists beside the notes or, for a path from `/`, in what is published. */
	exists: (path: string) => boolean;
	/** Ids that other pages of the site have. */
	taken: readonly string[];
}

/** What is known of a file of notes, whether it can be shown or not. */
export interface ReadFile {
	path: string;
	/** Missing when the file is no text. */
	outline?: Outline | undefined;
	/** Before the author's comments silence any: `settle` does that, with what others find. */
	messages: Message[];
	isStrict: boolean;
}

/** All files of notes: their topics when all are whole, and what is said of each. */
export interface Notes {
	/** In the order of the site; missing when a file has an error. */
	topics?: PlannedTopic[];
	files: ReadFile[];
	/** What is wrong with hints. */
	hints: Message[];
}

/** A file on its way: text, hints and what it is called. */
interface Open extends Pick<Topic, 'name' | 'text' | 'hints' | 'beside'> {
	path: string;
	outline: Outline;
}

/** Reads all files of notes together, because they link to one another. Never throws. */
export function readNotes(all: readonly NotesFile[], site: Surroundings): Notes {
	const files: ReadFile[] = [];
	const hints: Message[] = [];
	const open = all.flatMap((file): Open[] => {
		const read = openFile(file);
		if ('reason' in read) files.push({ path: file.path, messages: [read], isStrict: false });
		else hints.push(...read.messages);
		return 'reason' in read ? [] : [read];
	});
	const sorted = inSiteOrder(open);
	const plans = planAll(sorted, site.taken);
	const topics = sorted.flatMap((file) => {
		const { topic, read } = finish(file, plans, site);
		files.push(read);
		hints.push(...findIdleHints(file, file.beside, file));
		return topic ? [topic] : [];
	});
	return { ...(topics.length === all.length && { topics }), files, hints };
}

/** What the site is called: as one of its files says, or else as the one at its root is. */
export function toSiteName(topics: readonly Pick<Topic, 'title' | 'hints' | 'plan'>[]): string {
	const said = topics.find(({ hints }) => hints.site !== undefined)?.hints.site;
	const root = topics.find(({ plan }) => plan.prefix === '');
	return said ?? root?.title ?? 'Notes';
}

function openFile({ path, bytes, beside }: NotesFile): (Open & { messages: Message[] }) | Message {
	const text = decodeNotes(path, bytes);
	if (typeof text !== 'string') return text;
	const name = path.replace(/^.*\//, '').replace(/\.(?:md|markdown)$/i, '');
	const outline = parseOutline(hideFrontMatter(text));
	return { name, path, text, beside, outline, ...readHints({ path, text }, beside) };
}

/** The plan of a file, unless something is wrong with it. */
function finish(
	{ name, path, text, hints, outline, beside }: Open,
	plans: ReadonlyMap<string, Plan>,
	{ exists }: Surroundings,
): { topic?: PlannedTopic; read: ReadFile } {
	const plan = plans.get(`${name}.md`) ?? toPlan(outline, { hints });
	const targets = startTargets(`${name}.md`, { plans, exists });
	const isStrict = hints.strict === true;
	const messages = findMessages({ file: path, outline, plan, targets, isStrict });
	const read = { path, outline, messages, isStrict };
	if (settle(outline, messages).some(isError)) return { read };
	const { title } = plan.root;
	return { topic: { name, file: path, title, text, beside, hints, plan, targets }, read };
}

/**
 * Cuts a file of notes into its pages, with what is said beside its text (`remarks`), and proves that
 * nothing of it is lost.
 */
export function cutTopic(
	topic: PlannedTopic,
	remarks: readonly Edit[],
): { topic: Topic; messages: Message[] } {
	const pages = toPages(topic.plan, remarks, topic.targets);
	return { topic: { ...topic, pages }, messages: findLost(topic.file, topic.plan, pages, remarks) };
}

/** By their own order, the one at the root before the others, and else by name. */
function inSiteOrder(files: readonly Open[]): Open[] {
	const root = findRoot(files);
	const rank = (file: Open) => file.hints.order ?? (file === root ? -Infinity : Infinity);
	return [...files].sort((a, b) => {
		const [first, second] = [rank(a), rank(b)];
		return first === second ? (a.name < b.name ? -1 : 1) : first - second;
	});
}

/** One alone stands at the root of the site; of several, the one that says so. */
function findRoot(files: readonly Open[]): Open | undefined {
	return files.length === 1 ? files[0] : files.find(({ hints }) => hints.root === true);
}

function planAll(files: readonly Open[], taken: readonly string[]): Map<string, Plan> {
	const root = findRoot(files);
	const prefixes = new Set(taken);
	const plans = new Map<string, Plan>();
	for (const { name, hints, outline } of files.filter((file) => file !== root)) {
		const prefix = toUnique(toSlug(name), prefixes);
		const own = { hints, prefix, name, taken: [`${prefix}/cheatsheet`] };
		plans.set(`${name}.md`, toPlan(outline, own));
	}
	if (root === undefined) return plans;
	const { name, hints, outline } = root;
	return plans.set(`${name}.md`, toPlan(outline, { hints, name, taken: [...prefixes] }));
}
