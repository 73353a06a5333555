/**
 * Remembers what was made of texts, those asked for last: after a save almost all texts are the same,
 * and parsing takes longest. What is made must not be changed by those who get it. All texts that
 * are remembered have together at most `room` characters.
 */
export function remember<T>(make: (text: string) => T, room = 1_000_000): (text: string) => T {
	const made = new Map<string, T>();
	let size = 0;
	return (text) => {
		const known = made.get(text);
		if (known !== undefined) {
			// To the end of the line: what each save asks for must not go before what none does.
			made.delete(text);
			made.set(text, known);
			return known;
		}
		const fresh = make(text);
		made.set(text, fresh);
		size += text.length;
		for (const oldest of made.keys()) {
			if (size <= room) break;
			made.delete(oldest);
			size -= oldest.length;
		}
		return fresh;
	};
}
