import type { Topic } from '../notes/notes.ts';
import type { NotesPage, SitePage } from './pages/page.ts';
import type { Reference } from './reference.ts';
import type { Lifecycle } from './schema/lifecycle.ts';
import type { TopicCorrection } from './topics.ts';
import { homeId } from '../notes/notes.ts';
import { toPages } from '../notes/notes.ts';
import { addAges } from './aside.ts';
import { addContents } from './contents.ts';
import { toHeadings } from './headings.ts';
import { toCheckPages } from './pages/checks.ts';
import { toCommandPages } from './pages/commands.ts';
import { toDockerfilePages } from './pages/dockerfile.ts';
import { toAtozPage, toCorrectionsPages } from './pages/indexes.ts';
import { toRemarkEdits } from './place.ts';

export type { SitePage } from './pages/page.ts';

/** What the pages are made from. */
export interface Ingredients {
	/** The files of notes in the order of the site. */
	topics: readonly Topic[];
	reference: Reference;
	placed: readonly TopicCorrection[];
	/** The day that supports of images are compared with, as `2026-11-24`. */
	today: string;
}

/** All pages in the order of the site: the notes with the facts, then commands, checks, indexes. */
export function toSite({ topics, reference, placed, today }: Ingredients): SitePage[] {
	const notes = topics.flatMap((topic) => toTopicPages(topic, placed));
	const owner = findOwner(notes) ?? topics[0]?.name;
	const pages = [
		...toDockerfilePages(notes, reference),
		...toCommandPages(notes, reference),
		...toCheckPages(reference),
		...toCorrectionsPages(topics, reference, placed),
	];
	const known = new Set(pages.map(({ id }) => id));
	const owned = pages.map((page) => ({
		...page,
		topic: page.topic ?? owner,
		parents: page.parents.filter((id) => known.has(id)),
	}));
	const places = new Map(topics.map(({ name }, at) => [name, at]));
	const placeOf = ({ topic = '' }: SitePage) => places.get(topic) ?? Infinity;
	owned.sort((a, b) => placeOf(a) - placeOf(b) || 0);
	const complete = toFinished(addContents(owned), reference.lifecycles, today);
	return [...complete, toAtozPage(reference, complete)];
}

/** The pages of one file, with what is said beside its text; the one at the root is made elsewhere. */
function toTopicPages(topic: Topic, placed: readonly TopicCorrection[]): NotesPage[] {
	const { name, file, plan, targets } = topic;
	const own = placed.filter((one) => one.file === file);
	const pages = own.length === 0 ? topic.pages : toPages(plan, toRemarkEdits(own), targets);
	return pages.filter(({ id }) => id !== homeId).map((page) => ({ ...page, file, topic: name }));
}

/** The file whose notes the facts belong to: the one that has instructions. */
function findOwner(notes: readonly NotesPage[]): string | undefined {
	return notes.find(({ kind }) => kind === 'instruction')?.topic;
}

/** What is known of a page once its body is parsed. */
type Finish = Pick<SitePage, 'body' | 'headings'>;

/** By what they are made from: most pages are the same after a save, and parsing takes longest. */
let finishes: ReadonlyMap<string, Finish> = new Map();

function toFinished(
	pages: readonly SitePage[],
	lifecycles: readonly Lifecycle[],
	today: string,
): SitePage[] {
	const key = JSON.stringify([today, lifecycles]);
	const next = new Map<string, Finish>();
	const finished = pages.map((page) => {
		const made = key + page.body;
		const finish = next.get(made) ?? finishes.get(made) ?? toFinish(page, lifecycles, today);
		next.set(made, finish);
		return { ...page, ...finish };
	});
	finishes = next;
	return finished;
}

function toFinish(page: SitePage, lifecycles: readonly Lifecycle[], today: string): Finish {
	const body = addAges(page.body, lifecycles, today);
	return { body, headings: toHeadings(body) };
}
