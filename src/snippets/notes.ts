import type { Address } from '../notes/address.ts';
import type { Shelves, Source } from './source.ts';
import { toAddresses, toHref } from '../notes/address.ts';
import { flatten } from '../notes/outline.ts';
import { toNumbered } from './source.ts';
import { toLanguage } from './language.ts';
import type { ToTags } from './tags.ts';

/** What the snippets of a file of notes are made from. */
export type Notes = Pick<Shelves, 'outline' | 'notesFile'>;

/** The fences of the notes; each is named after the place of its section on the site. */
export function toNoteSources({ outline, notesFile }: Notes, toTags: ToTags): Source[] {
	const addresses = toAddresses(outline);
	const lines = outline.source.split('\n');
	return flatten(outline.sections).flatMap((section) => {
		const address = addresses.get(section);
		if (address === undefined) return [];
		return section.fences.map(({ language = '', code, line }, index): Source => {
			const isFenced = /^[\s>*+-]*(?:`{3}|~{3})/.test(lines[line - 1] ?? '');
			const { grammar } = toLanguage(language);
			return {
				id: toNumbered(toName(address), index),
				title: section.title,
				...{ language, code, file: notesFile, line: isFenced ? line + 1 : line },
				page: toHref(address),
				tags: toTags(code, grammar),
			};
		});
	});
}

/** `dockerfile/instructions/copy` → `copy`; a part of a page stands behind the page's name. */
function toName({ page, fragment }: Address): string {
	const name = page.split('/').at(-1) || 'docker';
	return fragment === '' ? name : `${name}-${fragment}`;
}
