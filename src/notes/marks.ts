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
} as const;

/** The name of a frame around blocks. */
export type FrameName = keyof typeof frames;

/** Whether a comment acts as a mark of a composed page; one in the author's text must not. */
export function isMark(html: string): boolean {
	return /^<!-- (?:#|\/?[a-z]+ -->|snippet )/.test(html.trim());
}
