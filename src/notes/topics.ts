import type { NotesFile } from '../input/files.ts';
import type { Hints } from './hints.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import type { PlannedTopic, Topic } from './topic.ts';
import { hideFrontMatter, readHints } from './hints.ts';
import { findIdleHints } from './idle.ts';
import type { Edit } from './body.ts';
import { findLost } from './coverage.ts';
import { parseOutline, type Outline } from './outline.ts';
import { toPages } from './pages.ts';
import { toPlan } from './plan.ts';
import { isError } from './problem.ts';
import { findProblems } from './problems.ts';
import { decodeNotes } from './read.ts';
import { silence } from './silence.ts';
import { toSlug, toUnique } from './slug.ts';
import { startTargets } from './targets.ts';

/** What is known of a file of notes, whether it can be shown or not. */
export interface ReadFile {
	path: string;
	/** Missing when the file is no text. */
	outline?: Outline | undefined;
	problems: Problem[];
	isStrict: boolean;
}

/** All files of notes: their topics when all are whole, and what is said of each. */
export interface ReadTopics {
	/** In the order of the site; missing when a file has an error. */
	topics?: PlannedTopic[];
	files: ReadFile[];
	/** What is wrong with hints, by file. */
	hints: { file: string; problem: Problem }[];
}

/** What the reader of the notes knows of the rest of the site. */
export interface Site {
	/** Whether a file exists beside the notes or, for a path from `/`, in what is published. */
	exists: (path: string) => boolean;
	/** Ids that other pages of the site have. */
	taken: readonly string[];
}

/** A file on its way: text, hints and what it is called. */
interface Open {
	name: string;
	path: string;
	text: string;
	hints: Hints;
	outline: Outline;
}

/** Reads all files of notes together, because they link to one another. Never throws. */
export function readTopics(all: readonly NotesFile[], site: Site): ReadTopics {
	const files: ReadFile[] = [];
	const hints: ReadTopics['hints'] = [];
	const open = all.flatMap(({ path, bytes, beside }): Open[] => {
		const decoded = decodeNotes(bytes, {});
		if (!decoded.ok) {
			files.push({ path, problems: decoded.problems, isStrict: false });
			return [];
		}
		const read = readHints({ path, text: decoded.text }, beside);
		hints.push(...read.problems);
		const { text } = decoded;
		return [
			{
				...{ name: toName(path), path, text },
				hints: read.hints,
				outline: parseOutline(hideFrontMatter(text)),
			},
		];
	});
	const sorted = sort(open);
	const plans = planAll(sorted, site.taken);
	const topics = sorted.flatMap((file) => {
		const { topic, ...read } = finish(file, plans, site);
		files.push(read);
		const { beside } = all.find(({ path }) => path === file.path) ?? {};
		hints.push(...findIdleHints(file, beside));
		return topic ? [{ ...topic, beside }] : [];
	});
	return { ...(topics.length === all.length && { topics }), files, hints };
}

function finish(
	{ name, path, text, hints, outline }: Open,
	plans: ReadonlyMap<string, Plan>,
	site: Site,
) {
	const file = `${name}.md`;
	const plan = plans.get(file) ?? toPlan(outline, { hints });
	const targets = startTargets(file, { plans, exists: site.exists });
	const isStrict = hints.strict === true;
	const problems = findProblems(outline, { exists: site.exists, isStrict, plan, targets });
	const isWhole = !silence(outline, problems).some(isError);
	const { title } = plan.root;
	const topic: PlannedTopic | undefined = isWhole
		? { name, file: path, text, title, hints, plan, targets }
		: undefined;
	return { topic, path, outline, problems, isStrict };
}

/**
 * Cuts a file of notes into its pages, with what is said beside its text (`remarks`), and proves that
 * nothing of it is lost.
 */
export function cutTopic(
	topic: PlannedTopic,
	remarks: readonly Edit[],
): { topic: Topic; problems: Problem[] } {
	const pages = toPages(topic.plan, remarks, topic.targets);
	return { topic: { ...topic, pages }, problems: findLost(topic.plan, pages, remarks) };
}

/** By their own order, the one at the root before the others, and else by name. */
function sort(files: readonly Open[]): Open[] {
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

function toName(path: string): string {
	return path.replace(/^.*\//, '').replace(/\.md$/i, '');
}
