import { slug as toGithubSlug } from 'github-slugger';

/**
 * The address part of a heading: GitHub's slug with runs of `-` collapsed, so that
 * `Building & Managing Images` gives `building-managing-images`. Empty when the text has neither
 * letters nor digits.
 */
export function toSlug(text: string): string {
	return toGithubSlug(text).replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}
