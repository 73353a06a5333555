type Place = 'localStorage' | 'sessionStorage';

/** What the browser keeps under a name; empty when nothing, or when it refuses even the question. */
export function recall(key: string, place: Place = 'localStorage'): string {
	try {
		return window[place].getItem(key) ?? '';
	} catch {
		return '';
	}
}

/** Keeps a text, or forgets it when it is empty. Browsers that keep nothing do without. */
export function keep(key: string, text: string, place: Place = 'localStorage'): void {
	try {
		if (text === '') window[place].removeItem(key);
		else window[place].setItem(key, text);
	} catch {
		return;
	}
}
