import type { Find } from './dialects/vault.ts';
import type { Foreign, Translation } from './dialects/translation.ts';
import { asideSigns, translateAsides } from './dialects/asides.ts';
import { componentSigns, translateComponents } from './dialects/components.ts';
import { templateSigns, translateTemplates } from './dialects/templates.ts';
import { translateVault, vaultSigns } from './dialects/vault.ts';

export type { Family, Foreign, Translation } from './dialects/translation.ts';

type Dialect = [signs: RegExp, translate: (source: string, find: Find) => Translation];

/** In this order: what an aside or a component holds is Markdown once their marks are gone. */
const dialects: readonly Dialect[] = [
	[asideSigns, translateAsides],
	[templateSigns, translateTemplates],
	[componentSigns, translateComponents],
	[vaultSigns, translateVault],
];

/**
 * Notes that other programs show otherwise (Obsidian, Jekyll, Hugo, Docusaurus, MkDocs and others) as
 * GitHub's Markdown. Every line stays in its place; what has no counterpart is named. Read
 * `dialects/translation.ts` first. `find` knows the files that names in double brackets stand for.
 */
export function translate(source: string, find: Find = () => undefined): Translation {
	const foreign: Foreign[] = [];
	// An old line break is read as others are; no place changes.
	let text = source.replace(/\r(?!\n)/g, '\n');
	for (const [signs, translateOne] of dialects) {
		if (!signs.test(text)) continue;
		const made = translateOne(text, find);
		text = made.source;
		foreign.push(...made.foreign);
	}
	return { source: text, foreign };
}
