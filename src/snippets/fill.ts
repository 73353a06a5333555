import type { Grammar } from './language.ts';
import type { Placeholder, Values } from './placeholder.ts';
import { toContext } from './context.ts';
import { quote } from './quote.ts';
import { findFault } from './values.ts';

/** A stretch of a snippet that stands for something of the reader's. */
export interface Place {
	start: number;
	end: number;
	/** The id of its placeholder. */
	id: string;
}

/** Finds the placeholders of a snippet, in order. Where two fit, the one that is declared first. */
export function findPlaces(
	code: string,
	grammar: Grammar,
	placeholders: readonly Placeholder[],
): Place[] {
	const places: Place[] = [];
	for (const { id, match, in: where } of placeholders) {
		if (where !== 'any' && where !== grammar) continue;
		for (const found of match.flatMap((words) => [...code.matchAll(toPattern(words))])) {
			const [start, end] = found.indices?.[1] ?? [0, 0];
			if (places.every((other) => other.end <= start || other.start >= end)) {
				places.push({ start, end, id });
			}
		}
	}
	return places.sort((a, b) => a.start - b.start);
}

/** What to write at each place that has a good value; bad ones are left out. */
export function toFills(
	code: string,
	grammar: Grammar,
	placeholders: readonly Placeholder[],
	values: Values,
): (Place & { text: string })[] {
	return findPlaces(code, grammar, placeholders).flatMap((place) => {
		const value = Object.hasOwn(values, place.id) ? values[place.id] : undefined;
		const kind = placeholders.find(({ id }) => id === place.id)?.kind;
		if (value === undefined || kind === undefined || findFault(kind, value)) return [];
		return [{ ...place, text: quote(value, toContext(code, grammar, place.start)) }];
	});
}

/** The snippet with the reader's values in it. */
export function fill(
	code: string,
	grammar: Grammar,
	placeholders: readonly Placeholder[],
	values: Values,
): string {
	let text = '';
	let from = 0;
	for (const place of toFills(code, grammar, placeholders, values)) {
		text += code.slice(from, place.start) + place.text;
		from = place.end;
	}
	return text + code.slice(from);
}

/** `myimage:{latest}` as a pattern that finds it as words of their own. */
function toPattern(words: string): RegExp {
	const [, before = '', name = '', after = ''] = /^([^{]*)\{([^}]+)\}(.*)$/.exec(words) ?? [];
	const edge = /^\//.test(before + name) ? '(?<![\\w./-])' : '(?<![\\w.-])';
	const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(
		`${edge}${escape(before)}(${escape(name)})${escape(after)}(?![\\w-]|\\.\\w)`,
		'dgu',
	);
}
