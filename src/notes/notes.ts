/**
 * The notes: files of Markdown become an outline (`outline`), a plan of which section stands where
 * (`plan`), and pages that are slices of the author's own text (`plannedPages`, with the `edits` that
 * they need). `coverage` proves that nothing is lost, `rules` says what the author should look at, `hints`
 * is what authors may decide, `moved` where old addresses lead. Read them in this order; `parse`,
 * `text`, `html` and `slug` are what all of them read nodes with. Other rooms enter by this file.
 */
import type { NotesFile } from '../input/files.ts';
import type { Message } from '../input/message.ts';
import { isError } from '../input/message.ts';
import { translate, type Foreign } from './dialects.ts';
import { byName, startFind, toName, toPrefixes, type Name } from './fileNames.ts';
import { findLost } from './coverage.ts';
import { findIdleHints, partNotes, readHints, readRank } from './hints.ts';
import { startTargets } from './targets.ts';
import { toOutline, type Outline } from './outline.ts';
import { toPages, type PlannedTopic, type Topic } from './plannedPages.ts';
import { decodeNotes, toTooDeep } from './depth.ts';
import { toPlan, type Plan } from './plan.ts';
import { findMessages, settle } from './rules.ts';
import { toSegment, toUnique } from './slug.ts';
import { nameToTitle } from './title.ts';
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
export { findAddresses, homeId, toHref, type Address } from './targets.ts';
export { toHighlighted, toLanguageName } from './languages.ts';
export { correctionLabels, frames, isMark } from './marks.ts';
export type { CorrectionName, FrameName } from './marks.ts';
export { toRedirects, type Redirect } from './moved.ts';
export { flatten, parseOutline, toFences } from './outline.ts';
export type { Block, Fence, Outline, Section } from './outline.ts';
export { toExample, toPages, type Page, type PlannedTopic, type Topic } from './plannedPages.ts';
export { findNodes, isFlow, toDefined, toRange } from './parse.ts';
export { toPlan, type Plan } from './plan.ts';
export { settle, silencing } from './rules.ts';
export { findUnsafeLinks, isElsewhere, isUnsafe } from './rules/linkRules.ts';
export { cut, inOrder, type Edit } from './slices.ts';
export { toSlug, toUnique, toUniqueSlugs } from './slug.ts';
export { readAlert, splitOwnId, toEmoji, toLine, toSlugText, toText } from './text.ts';
export { nameToTitle, titleMark } from './title.ts';

/** What the reader of the notes knows of the rest of the site. */
export interface Surroundings {
	/** Whether a file exists at a path from the folder of the notes or, from `/`, in what is published. */
	exists: (path: string) => boolean;
	/** The paths of all files below that folder, pictures too. */
	files?: readonly string[];
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
	named: Name;
	outline: Outline;
	/** Markup that other programs draw. */
	foreign: Foreign[];
}

/** Reads all files of notes together, because they link to one another. Never throws. */
export function readNotes(all: readonly NotesFile[], site: Surroundings): Notes {
	const files: ReadFile[] = [];
	const hints: Message[] = [];
	const paths = site.files ?? all.map((file) => toName(file).below);
	const open = all.flatMap((file): Open[] => {
		const read = openFile(file, { ...site, files: paths });
		if ('reason' in read) files.push({ path: file.path, messages: [read] });
		else hints.push(...read.messages);
		return 'reason' in read ? [] : [read];
	});
	const sorted = nameApart(inSiteOrder(open));
	const plans = planAll(sorted, site.taken);
	const topics = sorted.flatMap((file) => {
		const { topic, read } = finish(file, plans, site);
		files.push(read);
		hints.push(...findIdleHints(file, file.beside, file));
		return topic ? [topic] : [];
	});
	const told = tellApart(topics);
	return { ...(topics.length === all.length && { topics: told }), files, hints };
}

/** What the site is called: as one of its files says, or else as the one at its root is. */
export function toSiteName(
	topics: readonly Pick<Topic, 'title' | 'hints' | 'plan' | 'folders'>[],
): string {
	const said = topics.find(({ hints }) => hints.site !== undefined)?.hints.site;
	const root = topics.find(({ plan }) => plan.prefix === '');
	const [folder, ...others] = new Set(topics.map(({ folders }) => folders[0]));
	const shared = others.length === 0 && folder !== undefined ? nameToTitle(folder) : undefined;
	return said ?? root?.title ?? shared ?? 'Notes';
}

function openFile(
	file: NotesFile,
	{ files, exists }: Required<Omit<Surroundings, 'taken'>>,
): (Open & { messages: Message[] }) | Message {
	const { path, beside } = file;
	const text = decodeNotes(file);
	if (typeof text !== 'string') return text;
	const { yaml, notes } = partNotes(text);
	const named = { ...toName(file), rank: readRank(yaml) };
	const find = startFind(named.below, files, exists);
	try {
		const { source, root, foreign } = translate(notes, find);
		const own = { ...{ name: named.name, path, named, text, beside }, foreign };
		return { ...own, outline: toOutline(source, root), ...readHints(path, yaml, beside) };
	} catch {
		return toTooDeep(path);
	}
}

function finish(
	{ name, named, path, text, hints, outline, foreign, beside }: Open,
	plans: ReadonlyMap<string, Plan>,
	{ exists, taken }: Surroundings,
): { topic?: PlannedTopic; read: ReadFile } {
	const { below, folders } = named;
	const plan = plans.get(below) ?? toPlan(outline, { hints });
	const targets = startTargets(below, { plans, exists, taken });
	const isStrict = hints.strict === true;
	const isTitled = hints.title !== undefined || (plans.size > 1 && !named.isIndex);
	const isBare = named.isIndex && folders.length > 0 && text.trim() !== '';
	const ground = { file: path, outline, plan, targets, foreign, isTitled, isBare, isStrict };
	const messages = findMessages(ground);
	const read = { path, outline, messages };
	if (settle(outline, messages).some(isError)) return { read };
	const { title } = plan.root;
	return {
		topic: { name, file: path, folders, title, text, beside, hints, plan, targets },
		read,
	};
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
		return first === second ? byName(a.named, b.named) : first - second;
	});
}

/** One alone stands at the root of the site; of several, the one that says so or is called so. */
function findRoot(files: readonly Open[]): Open | undefined {
	if (files.length === 1) return files[0];
	const isIndex = ({ named, hints }: Open) =>
		named.isIndex && named.folders.length === 0 && hints.root !== false;
	return files.find(({ hints }) => hints.root === true) ?? files.find(isIndex);
}

function nameApart(files: readonly Open[]): Open[] {
	const seen = new Set<string>();
	// Files of the site are called so, too.
	const toSafe = (name: string) => toSegment(name.replace(/[%?#\\:*"<>|]+/g, '-'));
	return files.map((file) => ({ ...file, name: toUnique(toSafe(file.name), seen) }));
}

function tellApart(topics: readonly PlannedTopic[]): PlannedTopic[] {
	const groups = Map.groupBy(topics, ({ title }) => title);
	return topics.map((topic) => {
		const same = groups.get(topic.title) ?? [];
		const isOnly = same.length === 1 || topic.plan.prefix === '';
		return isOnly ? topic : { ...topic, title: `${topic.title} (${toPlaceName(topic, same)})` };
	});
}

/** The file's own name, or its folder where all of them have one name. */
function toPlaceName({ file, folders, name }: PlannedTopic, same: readonly PlannedTopic[]): string {
	const toOwn = (path: string) => path.replace(/^.*\//, '');
	const isShared = same.every((other) => toOwn(other.file) === toOwn(file));
	const folder = folders.at(-1);
	const isApart = same.filter((other) => other.folders.at(-1) === folder).length === 1;
	return isShared && isApart && folder !== undefined ? nameToTitle(folder) : name;
}

function planAll(files: readonly Open[], taken: readonly string[]): Map<string, Plan> {
	const root = findRoot(files);
	const others = files.filter((file) => file !== root);
	const prefixes = toPrefixes(
		others.map(({ named }) => named),
		taken,
	);
	const ids = [...taken, ...prefixes];
	const plans = files.map((file): [string, Plan] => {
		const { named, hints, outline } = file;
		const prefix = prefixes[others.indexOf(file)] ?? '';
		const own = { hints, prefix, name: named.name, taken: [...ids, `${prefix}/cheatsheet`] };
		return [named.below, toPlan(outline, own)];
	});
	return new Map(plans);
}
