const key = 'searches';
const most = 5;

/** What was searched for lately, the last first. Empty where the browser keeps nothing. */
export function readRecent(): string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string') : [];
	} catch {
		return [];
	}
}

/** Keeps a query that led somewhere. */
export function addRecent(query: string): void {
	const text = query.trim().slice(0, 100);
	if (text === '') return;
	const others = readRecent().filter((other) => other !== text);
	try {
		localStorage.setItem(key, JSON.stringify([text, ...others].slice(0, most)));
	} catch {
		// Private windows and full disks: search works without.
	}
}
