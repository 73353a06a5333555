import GithubSlugger from 'github-slugger';
import { toFence, toList, toParagraph, toTable } from './blocks.ts';
import { toRandom, type Random } from './random.ts';
import { words } from './words.ts';

/** One section as both sites get it: in one file of notes, or as a file of its own. */
export interface Part {
	title: string;
	/** As GitHub writes it. */
	slug: string;
	/** Markdown below the title; links to other sections are `[title](#slug)`. */
	body: string;
}

/** Sections below a heading of their own. */
export interface Chapter {
	title: string;
	slug: string;
	parts: Part[];
}

/** How many sections stand below one heading. */
const perChapter = 25;

/** Some text with tables, fences, lists and links: the same for the same number of sections. */
export function toChapters(sections: number): Chapter[] {
	const random = toRandom(sections);
	const slugger = new GithubSlugger();
	const titles = toTitles(sections, random).map((title) => ({ title, slug: slugger.slug(title) }));
	const chapters: Chapter[] = [];
	for (let first = 0; first < sections; first += perChapter) {
		const title = `Chapter ${chapters.length + 1}: ${random.pick(words.nouns)}`;
		const parts = titles.slice(first, first + perChapter).map((heading) => ({
			...heading,
			body: toBody(random, titles),
		}));
		chapters.push({ title, slug: slugger.slug(title), parts });
	}
	return chapters;
}

/** The chapters as one file of notes. */
export function renderNotes(chapters: readonly Chapter[]): string {
	const texts = chapters.map(({ title, parts }) =>
		[`## ${title}`, ...parts.map((part) => `### ${part.title}\n\n${part.body}`)].join('\n\n'),
	);
	return `# Handbook\n\nNotes of people who run servers.\n\n${texts.join('\n\n')}\n`;
}

/** `Rotate stale keys over ssh`: each one once. */
function toTitles(count: number, random: Random): string[] {
	const titles = new Set<string>();
	while (titles.size < count) {
		const { verbs, properties, nouns, places } = words;
		const title = [verbs, properties, nouns, places].map(random.pick<string>).join(' ');
		titles.add(title.replace(/^./, (letter) => letter.toUpperCase()));
	}
	return [...titles];
}

function toBody(random: Random, titles: readonly Omit<Part, 'body'>[]): string {
	const see = toLink(random, titles);
	const start = [toParagraph(random), random.pick([toList, toTable, toFence])(random)];
	if (random.below(3) > 0) return [...start, toFence(random), see].join('\n\n');
	const inner = ['When to use it', 'What to watch'].map((title) =>
		[`#### ${title}`, toParagraph(random), random.pick([toList, toFence])(random)].join('\n\n'),
	);
	return [...start, see, ...inner].join('\n\n');
}

function toLink({ pick }: Random, titles: readonly Omit<Part, 'body'>[]): string {
	const [one, two] = [pick(titles), pick(titles)];
	return `See [${one.title}](#${one.slug}) and [${two.title}](#${two.slug}).`;
}
