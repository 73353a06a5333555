import { slug as toGithubSlug } from 'github-slugger';

/**
 * The address part of a heading: GitHub's slug with runs of `-` collapsed, so that
 * `Building & Managing Images` gives `building-managing-images`. Empty when the text has neither
 * letters nor digits.
 */
export function toSlug(text: string): string {
	return toGithubSlug(text).replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

/** The slugs of a page's headings: one that is there already gets a number, as on GitHub. */
export function toUniqueSlugs(titles: readonly string[]): string[] {
	const seen = new Set<string>();
	return titles.map((title) => {
		const slug = toSlug(title);
		let unique = slug;
		for (let count = 1; seen.has(unique); count += 1) unique = `${slug}-${count}`;
		seen.add(unique);
		return unique;
	});
}
