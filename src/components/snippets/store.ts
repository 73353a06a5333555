import type { Placeholder, Values } from '../../snippets/placeholder.ts';
import { findFault } from '../../snippets/values.ts';

const key = 'fill';

/** The values of the address, or else those that this browser keeps; only good ones. */
export function readValues(placeholders: readonly Placeholder[]): Values {
	const shared = new URLSearchParams(location.search).get('fill');
	if (shared !== null) return toGood([...new URLSearchParams(shared)], placeholders);
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
		return typeof kept === 'object' && kept !== null
			? toGood(Object.entries(kept), placeholders)
			: {};
	} catch {
		return {};
	}
}

/** Keeps values in this browser; none at all leaves nothing behind. A browser may refuse. */
export function keepValues(values: Values): void {
	try {
		if (Object.keys(values).length === 0) localStorage.removeItem(key);
		else localStorage.setItem(key, JSON.stringify(values));
	} catch {
		// Then they hold on this page only.
	}
}

/** The address of this page with the values in it. */
export function toShared(values: Values): string {
	const url = new URL(location.href);
	url.searchParams.set('fill', new URLSearchParams(values).toString());
	return url.href;
}

/** Takes the values out of the address, so that they do not come back with the next load. */
export function forgetShared(): void {
	const url = new URL(location.href);
	if (!url.searchParams.has('fill')) return;
	url.searchParams.delete('fill');
	history.replaceState(history.state, '', url);
}

function toGood(
	pairs: readonly (readonly [string, unknown])[],
	placeholders: readonly Placeholder[],
): Values {
	return Object.fromEntries(
		placeholders.flatMap(({ id, kind }) => {
			const value = pairs.find(([name]) => name === id)?.[1];
			return typeof value === 'string' && findFault(kind, value) === undefined ? [[id, value]] : [];
		}),
	);
}
