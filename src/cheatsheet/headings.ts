import type { Section } from '../notes/notes.ts';
import type { Content, Run } from './model.ts';
import type { PlannedCard } from './schema.ts';
import type { Material, Start } from './cards.ts';
import { toHref } from '../notes/notes.ts';
import { flatten } from '../notes/notes.ts';
import { toContents } from './notes.ts';
import { findRef } from './refs.ts';
import { toTopic } from './topics.ts';

/**
 * What the notes say below a heading: their text, or one point for each part. Nothing when the notes
 * have no such heading; a text when the choices for it are wrong.
 */
export function toNotes(planned: PlannedCard, material: Material): Start | string | undefined {
	const title = planned.notes ?? planned.points;
	const section = flatten(material.outline.sections).find((other) => other.title === title);
	if (section === undefined) return undefined;
	const href = toHref(material.addresses.get(section) ?? { page: '', fragment: '' });
	const start = toTopic(section.title, href);
	if (planned.points === undefined) {
		const own = flatten([section]).flatMap(({ blocks }) => toContents(blocks, material.remarks));
		return { ...start, contents: own };
	}
	const points = section.children.map((part) =>
		toPoint(part, planned.details[part.title], material),
	);
	const wrong = points.find((point) => typeof point === 'string');
	if (typeof wrong === 'string') return wrong;
	return { ...start, contents: points.filter((point) => typeof point !== 'string') };
}

/** A part of the notes as one point: its heading, and a fact or the notes' own words. */
function toPoint(part: Section, detail: string | undefined, material: Material): Content | string {
	const own = toWords(toContents(part.blocks, material.remarks));
	const found =
		detail === undefined || detail === 'notes'
			? { ok: true as const, contents: detail === undefined ? [] : own }
			: findRef(detail, undefined, material.reference);
	if (!found.ok) return found.text;
	const space: Run = { text: ' ', style: 'plain' };
	const runs = found.contents.flatMap((content) =>
		content.type === 'text' || content.type === 'point' ? [space, ...toEnd(content.runs)] : [],
	);
	return { type: 'point', runs: [{ text: `${part.title}.`, style: 'strong' }, ...runs] };
}

/** What stands before the first code or table, with what is said beside it. */
function toWords(contents: readonly Content[]): Content[] {
	const end = contents.findIndex(({ type }) => type !== 'text' && type !== 'point');
	return contents.slice(0, end < 0 ? undefined : end);
}

/** A sentence that led to code which is not shown ends with a full stop. */
function toEnd(runs: readonly Run[]): Run[] {
	return runs.map((run, at) =>
		at === runs.length - 1 ? { ...run, text: run.text.replace(/:\s*$/, '.') } : run,
	);
}
