import type { Edit } from './body.ts';
import type { Section } from './outline.ts';
import type { Plan } from './plan.ts';

/**
 * The headings within a page, in their order, with the depth that each has there: one more than the
 * heading that it stands below, so that none is skipped. The highest ones have 2.
 */
export function toDepths(parts: readonly Section[]): Map<Section, number> {
	const depths = new Map<Section, number>();
	const open: Section[] = [];
	for (const part of parts) {
		while ((open.at(-1)?.depth ?? 0) >= part.depth) open.pop();
		open.push(part);
		depths.set(part, Math.min(6, open.length + 1));
	}
	return depths;
}

/** The edits that give the headings within pages their depths. */
export function toRaised({ places, outline }: Plan): Edit[] {
	const byPage = new Map<string, Section[]>();
	for (const [section, { page, isPage }] of places) {
		if (isPage) continue;
		const known = byPage.get(page);
		if (known === undefined) byPage.set(page, [section]);
		else known.push(section);
	}
	return [...byPage.values()].flatMap((parts) =>
		[...toDepths(parts)].flatMap(([part, depth]) =>
			depth === part.depth ? [] : [toRise(part, depth, outline.source)],
		),
	);
}

function toRise({ start, depth: own, heading }: Section, depth: number, source: string): Edit {
	const text = source.slice(start, heading.end);
	if (text.startsWith('#')) return { start, end: start + own, text: '#'.repeat(depth) };
	// Underlined: the line below the text goes, and marks come before it.
	const words = text.replace(/\r?\n[ \t]*[=-]+[ \t]*$/, '').replace(/\s*\r?\n\s*/g, ' ');
	return { start, end: heading.end, text: `${'#'.repeat(depth)} ${words}` };
}
