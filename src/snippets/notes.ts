import type { Address } from '../notes/notes.ts';
import type { Shelves, Source } from './source.ts';
import type { ToTags } from './tags.ts';
import { toHref } from '../notes/notes.ts';
import { flatten } from '../notes/notes.ts';
import { toUnique } from '../notes/notes.ts';
import { toNumbered } from './source.ts';
import { toLanguage } from './language.ts';

/** What the snippets of a file of notes are made from. */
export type Notes = Omit<Shelves['topics'][number], 'hints'>;

/** The fences of the notes; each is named after the place of its section on the site. */
export function toNoteSources({ topics }: { topics: readonly Notes[] }, toTags: ToTags): Source[] {
	const seen = new Set<string>();
	return topics.flatMap((topic) => toTopicSources(topic, toTags, seen));
}

function toTopicSources({ name, file, plan }: Notes, toTags: ToTags, seen: Set<string>): Source[] {
	const lines = plan.outline.source.split('\n');
	return flatten([plan.root]).flatMap((section) => {
		const place = plan.places.get(section);
		if (place === undefined) return [];
		return section.fences.map(({ language = '', code, line }, index): Source => {
			const isFenced = /^[\s>*+-]*(?:`{3}|~{3})/.test(lines[line - 1] ?? '');
			const { grammar } = toLanguage(language);
			return {
				id: toOwnName(place, toNumbered(toName(place, name, plan.prefix), index), seen),
				title: section.title,
				...{ language, code, file, line: isFenced ? line + 1 : line },
				page: toHref(place),
				tags: toTags(code, grammar),
			};
		});
	});
}

/**
 * `dockerfile/instructions/copy` → `copy`; a part of a page stands behind the page's name. Of a file
 * that has a prefix, the name begins with it, because two files may have pages of one name.
 */
function toName({ page, fragment }: Address, topic: string, prefix: string): string {
	const last = page.split('/').at(-1) || topic;
	const name = prefix === '' || page === prefix ? last : `${prefix}-${last}`;
	return fragment === '' ? name : `${name}-${fragment}`;
}

/** A name that another page of the same name has already gets the pages above in front. */
function toOwnName({ page, fragment }: Address, name: string, seen: Set<string>): string {
	const path = [...page.split('/'), fragment].filter(Boolean).join('-');
	return toUnique(seen.has(name) ? path || name : name, seen);
}
