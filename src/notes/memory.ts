/**
 * Remembers what was made of texts, the last ones of them: after a save almost all texts are the
 * same, and parsing takes longest. What is made must not be changed by those who get it.
 */
export function remember<T>(make: (text: string) => T, most = 500): (text: string) => T {
	const made = new Map<string, T>();
	return (text) => {
		const known = made.get(text);
		if (known !== undefined) return known;
		const fresh = make(text);
		made.set(text, fresh);
		const [oldest] = made.keys();
		if (made.size > most && oldest !== undefined) made.delete(oldest);
		return fresh;
	};
}
