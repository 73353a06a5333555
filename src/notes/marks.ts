/**
 * The frames that composed pages put around blocks: what their marks say (`<!-- notes -->` …
 * `<!-- /notes -->`), and the class of the element.
 */
export const frames = {
	notes: 'from-notes',
	syntax: 'syntax',
	glance: 'glance',
	stack: 'stack',
	index: 'index',
	corrections: 'corrections',
	written: 'as-written',
	matrix: 'matrix',
	bad: 'bad',
	good: 'good',
	/** What few readers need, at the end of a page. */
	more: 'more',
} as const;

/** The name of a frame around blocks. */
export type FrameName = keyof typeof frames;

/** What a correction is called, by the word in its mark: `<!-- outdated -->`. */
export const correctionLabels = {
	wrong: 'Wrong',
	imprecise: 'More exactly',
	outdated: 'Outdated',
	ended: 'End of life',
	incomplete: 'Incomplete',
} as const;

/** The word in the mark of a correction. */
export type CorrectionName = keyof typeof correctionLabels;

/** Whether a comment acts as a mark of a composed page; one in the author's text must not. */
export function isMark(html: string): boolean {
	return /^<!-- (?:#|\/?[a-z]+ -->|snippet )/.test(html.trim());
}
