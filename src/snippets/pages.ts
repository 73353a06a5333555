import type { SitePage } from '../reference/site.ts';
import type { Source } from './source.ts';
import { visit } from 'unist-util-visit';
import { flatten, parseOutline, type Fence, type Outline } from '../notes/notes.ts';
import { toUniqueSlugs } from '../notes/notes.ts';
import { folders } from '../reference/addresses.ts';
import { toNumbered } from './source.ts';

/** What a page's fences are named after: commands and checks may be called as instructions are. */
const prefixes: Readonly<Record<string, string>> = {
	[folders.commands]: 'docker-',
	[folders.checks]: 'check-',
};

/** The fences that pages show, each named after its page and the heading above it. */
export function toPageSources(pages: readonly SitePage[]): Source[] {
	const next = new Map<string, readonly Source[]>();
	for (const page of pages) {
		const key = JSON.stringify([page.id, page.title, page.body]);
		next.set(key, known.get(key) ?? toSources(page));
	}
	known = next;
	return [...next.values()].flat();
}

/** By what they are made from: most pages are the same after a save. */
let known: ReadonlyMap<string, readonly Source[]> = new Map();

function toSources(page: SitePage): Source[] {
	const { id, title, file = '' } = page;
	const outline = parseOutline(page.body);
	const sections = flatten(outline.sections).filter((section) => section.title !== '');
	const slugs = toUniqueSlugs(sections.map((section) => section.title));
	const name = toName(id);
	const toSource = ({ language = '', code }: Fence, index: number, slug = '', heading = '') => ({
		id: toNumbered(slug === '' ? name : `${name}-${slug}`, index),
		title: heading === '' ? title : `${title}: ${heading}`,
		...{ language, code, tags: [], file, page: `/${id}/${slug === '' ? '' : `#${slug}`}` },
	});
	return [
		...toFences(outline).map((fence, index) => toSource(fence, index)),
		...sections.flatMap((section, at) =>
			section.fences.map((fence, index) => toSource(fence, index, slugs[at], section.title)),
		),
	];
}

function toName(id: string): string {
	const [name = ''] = id.split('/').slice(-1);
	const folder = id.slice(0, -name.length - 1);
	return (prefixes[folder] ?? '') + name;
}

/** The fences before the first heading. */
function toFences({ preamble }: Outline): Fence[] {
	const fences: Fence[] = [];
	for (const { node, ...range } of preamble) {
		visit(node, 'code', ({ lang, value: code }) => {
			fences.push({ ...range, language: lang?.toLowerCase(), code });
		});
	}
	return fences;
}
