import type { Redirect } from './notes/moved.ts';
import type { Topic } from './notes/topic.ts';
import type { SitePage } from './reference/pages/page.ts';
import type { Notice } from './report/notice.ts';
import { distance } from 'fastest-levenshtein';
import { contentFolder } from './site.ts';

/** The addresses of the last release, one a line; `npm run addresses` writes it. */
export const releasedFile = `${contentFolder}addresses.txt`;

/** The addresses of pages and, of those of the notes, of their sections. */
export function toAddresses(pages: readonly SitePage[]): string[] {
	return pages.flatMap(({ id, line, isIndex, headings }) => [
		`/${id}/`,
		...(line === undefined || isIndex ? [] : headings.map(({ slug }) => `/${id}/#${slug}`)),
	]);
}

/** What was released and is gone, as warnings that say what to write; `text` is the file's. */
export function findDropped(
	text: string,
	pages: readonly SitePage[],
	redirects: readonly Redirect[],
	topics: readonly Topic[],
): Notice[] {
	const now = toAddresses(pages);
	const known = new Set([...now, ...redirects.flatMap(toOld)]);
	const lines = text.split(/\r?\n/);
	const released = lines.filter((line) => line.startsWith('/'));
	const gone = released.filter((address) => !known.has(address));
	if (gone.length > 0 && gone.length === released.length) return [toForeign()];
	return gone.map((address) => ({
		...{ file: releasedFile, line: lines.indexOf(address) + 1, severity: 'warning' as const },
		text: `nothing stands at \`${address}\` any more`,
		hint: toHint(address, now, topics),
	}));
}

function toOld({ id, fragments }: Redirect): string[] {
	return [`/${id}/`, ...Object.keys(fragments).map((fragment) => `/${id}/#${fragment}`)];
}

/** The heading whose address is written most like the one that is gone, as the hint to write. */
function toHint(address: string, now: readonly string[], topics: readonly Topic[]): string {
	const instead = 'If nobody needs it, run `npm run addresses`.';
	const places = topics.flatMap(({ file, plan }) =>
		[...plan.places].map(([{ title }, { page, fragment }]) => ({
			...{ title, file },
			href: `/${page}/${fragment === '' ? '' : `#${fragment}`}`,
		})),
	);
	const likely = places
		.filter(({ href }) => now.includes(href))
		.map((place) => ({ ...place, far: distance(toName(place.href), toName(address)) }))
		.sort((a, b) => a.far - b.far || distance(a.href, address) - distance(b.href, address))[0];
	if (likely === undefined) return instead;
	const hints = likely.file.replace(/\.md$/i, '.yaml');
	return `Write \`moved: { "${likely.title}": ${address} }\` in ${hints} if that is its heading now. ${instead}`;
}

function toName(address: string): string {
	return address.split(/[/#]/).filter(Boolean).at(-1) ?? '';
}

function toForeign(): Notice {
	return {
		...{ file: releasedFile, line: 1, severity: 'warning' },
		text: 'no address of the last release is left',
		hint: 'For other notes, delete the file, or run `npm run addresses`.',
	};
}
