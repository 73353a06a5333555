import type { Root } from 'mdast';
import type { Change, Family, Find, Foreign, Reading } from './dialects/translation.ts';
import { translateAsides } from './dialects/asides.ts';
import { findComponents } from './dialects/components.ts';
import { findTemplates, findTemplateBlocks } from './dialects/templates.ts';
import { change, readText } from './dialects/translation.ts';
import { findComments, findInlineNotes, findVaultMarks } from './dialects/vault.ts';

export type { Family, Find, Foreign } from './dialects/translation.ts';

/** In this order: what a block or a component holds is Markdown once its marks are gone. */
const passes: readonly [Family, (reading: Reading) => Change[]][] = [
	['template-is-filled', findTemplateBlocks],
	['template-is-filled', findTemplates],
	['component-is-text', findComponents],
	['vault-mark-is-drawn', findComments],
	['vault-mark-is-drawn', findVaultMarks],
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
	for (const [family, findChanges] of passes) {
		const changes = findChanges(reading);
		if (changes.length === 0) continue;
		const made = change(reading.source, family, changes);
		foreign.push(...made.foreign);
		if (made.source !== reading.source) reading = readText(made.source, find);
	}
	return { source: reading.source, root: reading.root, foreign };
}
