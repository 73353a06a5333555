import type { DataProblem } from './parse.ts';
import type { DataFile } from './reference.ts';
import type { SitePage } from './pages/page.ts';
import type { PageWords } from './schema/words.ts';

/**
 * Words of `words.yaml` for addresses that no page or section has; `file` is that file. They only
 * warn, because the notes may lose a heading at any time.
 */
export function findLostWords(
	words: readonly PageWords[],
	pages: readonly SitePage[],
	{ path, text }: DataFile,
): (DataProblem & { hint: string })[] {
	const known = new Set(pages.flatMap(toAddresses));
	const lines = text.split('\n');
	return words
		.filter(({ at }) => !known.has(at))
		.map(({ at }) => ({
			file: path,
			line:
				Math.max(
					lines.findIndex((line) => line.includes(at)),
					0,
				) + 1,
			text: `no page or section has the address \`${at}\``,
			hint: `Write another, or delete the entry. There are: ${toNearest(at, known).join(', ')}.`,
		}));
}

function toAddresses({ id, headings }: SitePage): string[] {
	return [`/${id}/`, ...headings.map(({ slug }) => `/${id}/#${slug}`)];
}

/** The sections of the page that is meant, or else some pages. */
function toNearest(at: string, known: ReadonlySet<string>): string[] {
	const page = at.replace(/#.*$/, '');
	const all = [...known];
	const below = all.filter((address) => address.startsWith(`${page}#`));
	return (below.length > 0 ? below : all.filter((address) => !address.includes('#'))).slice(0, 12);
}
