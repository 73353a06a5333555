import { keep, recall } from '../components/memory.ts';
import { element } from './results.ts';

/** Where the browser keeps what was searched for, and how much of it. */
const kept = { key: 'searches', queries: 5, letters: 100 };

/** The searches that led somewhere, as buttons; only while nothing is typed. */
export function showRecent(recent: HTMLElement, isEmpty: boolean): void {
	const buttons = (isEmpty ? readRecent() : []).map((query) => {
		const button = element('button', '', query);
		button.type = 'button';
		button.dataset['recent'] = query;
		return button;
	});
	recent.replaceChildren(...(buttons.length > 0 ? ['Recent: ', ...buttons] : []));
}

/** What was searched for lately, the last first. */
function readRecent(): string[] {
	try {
		const stored: unknown = JSON.parse(recall(kept.key) || '[]');
		return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string') : [];
	} catch {
		return [];
	}
}

/** Keeps a query that led somewhere. */
export function addRecent(query: string): void {
	const text = query.trim().slice(0, kept.letters);
	if (text === '') return;
	const others = readRecent().filter((other) => other !== text);
	keep(kept.key, JSON.stringify([text, ...others].slice(0, kept.queries)));
}
