import type { Sheet } from './model.ts';

/** What the sheet of a file of notes is called. */
export function toTitle(title: string): string {
	return /cheat\s*-?sheet/i.test(title) ? title : `${title} cheatsheet`;
}

/** How fresh a sheet is, for its foot. */
export function toState({ date, version }: Pick<Sheet, 'date' | 'version'>): string {
	return date === '' ? `Version ${version}` : `Facts checked ${date}, version ${version}`;
}
