import type { Sheet } from './model.ts';

/** What the sheet is called. */
export function toTitle({ title }: Pick<Sheet, 'title'>): string {
	return `${title} cheatsheet`;
}
