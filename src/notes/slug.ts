import { slug as toGithubSlug } from 'github-slugger';

/**
 * The address part of a heading: GitHub's slug with runs of `-` collapsed, so that
 * `Building & Managing Images` gives `building-managing-images`. Empty when the text has neither
 * letters nor digits.
 */
export function toSlug(text: string): string {
	// What only tells how an emoji is drawn stays behind when the emoji goes.
	const plain = toGithubSlug(text).replace(/[\u200D\uFE0E\uFE0F]/g, '');
	return plain.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

/** Ids that Starlight's frame has on every page. */
const frameIds = ['_top', 'theme-icons', 'starlight__sidebar', 'starlight__on-this-page'];

/** What stands in an address for a heading without letters and digits. */
export const nameless = 'section';

/**
 * The slugs of a page's headings: one that is there already gets a number, as on GitHub; so does one
 * that the frame of the page has. A heading without text has none.
 */
export function toUniqueSlugs(titles: readonly string[]): string[] {
	const seen = new Set(frameIds);
	return titles.map((title) => (title === '' ? '' : toUnique(toSlug(title), seen)));
}

/** A slug that is not among those that are seen already, with a number behind it if need be; sees it. */
export function toUnique(slug: string, seen: Set<string>): string {
	const name = slug || nameless;
	let unique = name;
	for (let count = 1; seen.has(unique); count += 1) unique = `${name}-${count}`;
	seen.add(unique);
	return unique;
}

/** File systems take names of 255 bytes; endings and numbers need some of them. */
const longest = 180;

/** A slug as it stands in an address, which is the name of a folder, too: long ones end at a word. */
export function toSegment(slug: string): string {
	const encoder = new TextEncoder();
	if (encoder.encode(slug).length <= longest) return slug;
	let length = 0;
	const kept = [...slug]
		.filter((sign) => (length += encoder.encode(sign).length) <= longest)
		.join('');
	const end = kept.lastIndexOf('-');
	return end > kept.length / 2 ? kept.slice(0, end) : kept;
}
