import type { Root } from 'mdast';
import type { Change, Family, Find, Foreign, Mark, Reading } from './dialects/translation.ts';
import { translateAsides } from './dialects/asides.ts';
import { findComponents } from './dialects/components.ts';
import { templateBlocks, templateMarks } from './dialects/templates.ts';
import { change, findMarks, readText } from './dialects/translation.ts';
import { findComments, findInlineNotes, vaultMarks } from './dialects/vault.ts';

export type { Family, Find, Foreign } from './dialects/translation.ts';

/** In this order: what a block or a component holds is Markdown once its marks are gone. */
const passes: readonly [Family, readonly Mark[] | ((reading: Reading) => Change[])][] = [
	['template-is-filled', templateBlocks],
	['template-is-filled', templateMarks],
	['component-is-text', findComponents],
	['vault-mark-is-drawn', findComments],
	['vault-mark-is-drawn', vaultMarks],
	['vault-mark-is-drawn', findInlineNotes],
];

/**
 * Notes that other programs show otherwise (Obsidian, Jekyll, Hugo, Docusaurus, MkDocs and others) as
 * GitHub's Markdown, which comes parsed. Every line stays in its place; what has no counterpart is named.
 * Read `dialects/translation.ts` first. `find` knows the files that names in double brackets stand for.
 */
export function translate(
	notes: string,
	find: Find = () => undefined,
): { source: string; root: Root; foreign: Foreign[] } {
	// An old line break is read as others are; no place changes.
	const { source, foreign } = translateAsides(notes.replace(/\r(?!\n)/g, '\n'));
	let reading = readText(source, find);
	for (const [family, pass] of passes) {
		const changes = typeof pass === 'function' ? pass(reading) : findMarks(reading, pass);
		const made = change(reading.source, family, changes);
		foreign.push(...made.foreign);
		if (made.source !== reading.source) reading = readText(made.source, find);
	}
	return { source: reading.source, root: reading.root, foreign };
}
