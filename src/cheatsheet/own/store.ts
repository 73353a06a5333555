/** Where the browser keeps the own sheet: as the part of its address behind the `?`. */
const key = 'sheet';

/** What was kept; empty when nothing was, or when the browser keeps nothing. */
export function readStored(): string {
	try {
		return localStorage.getItem(key) ?? '';
	} catch {
		return '';
	}
}

/** Keeps it; forgets it when it is empty. Browsers that keep nothing still have the address. */
export function store(query: string): void {
	try {
		if (query === '') localStorage.removeItem(key);
		else localStorage.setItem(key, query);
	} catch {
		return;
	}
}
