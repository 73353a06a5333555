import type { Part, Sentence } from './explanation.ts';

/** A piece of code in a sentence. */
export function code(text: string, href?: string): Part {
	return href === undefined ? { code: text } : { code: text, href };
}

/** A sentence from words and what stands between them: say`Copies ${code(path)}.` */
export function say(words: TemplateStringsArray, ...parts: (Part | Sentence | number)[]): Sentence {
	const sentence: Sentence = [];
	for (const [at, text] of words.entries()) {
		if (text !== '') sentence.push(text);
		const part = parts[at];
		if (part === undefined) continue;
		if (Array.isArray(part)) sentence.push(...part);
		else sentence.push(typeof part === 'number' ? String(part) : part);
	}
	return sentence;
}

/** The text of a fact, whose code stands between backticks. */
export function toSentence(text: string): Sentence {
	return text
		.split(/(`[^`]+`)/)
		.filter((piece) => piece !== '')
		.map((piece) => (/^`[^`]+`$/.test(piece) ? { code: piece.slice(1, -1) } : piece));
}

/** `a`, `b` and `c`; no more than `most` of them. */
export function listOf(items: readonly Part[], most = 6): Sentence {
	const rest = items.length - most;
	// One more takes no more room than to say so.
	const all = rest > 1 ? [...items.slice(0, most), `${rest} more`] : items;
	return join(
		all.map((item) => [item]),
		', ',
		' and ',
	);
}

/** Sentences in a row, with another mark before the last one. */
export function join(sentences: readonly Sentence[], mark: string, last = mark): Sentence {
	return sentences.flatMap((sentence, at) => {
		if (at === 0) return sentence;
		return [at === sentences.length - 1 ? last : mark, ...sentence];
	});
}

/** The same as a list for texts that are code. */
export function codes(texts: readonly string[], most?: number): Sentence {
	return listOf(
		texts.map((text) => code(text)),
		most,
	);
}

/** The first and the last of lines that follow one another. */
export type Range = [number, number];

/** So many stretches of lines are named. */
const mostRanges = 6;

/** Adds lines behind others: to the last stretch where they follow it. */
export function addRange(ranges: Range[], [start, last]: Range): void {
	const before = ranges.at(-1);
	if (before && start === before[1] + 1) before[1] = last;
	else ranges.push([start, last]);
}

/** Numbers of lines in few words: `3`, `3–5`, `3–5 and 9`; there may be more that are not among them. */
export function toRanges(ranges: readonly Range[], isCut = false): string {
	const texts = ranges.map(([start, last]) => (start === last ? `${start}` : `${start}–${last}`));
	if (texts.length > mostRanges || isCut)
		return `${texts.slice(0, mostRanges).join(', ')} and more`;
	return toText(listOf(texts));
}

/** `1 line`, `2 lines`. */
export function count(number: number, one: string, many = `${one}s`): string {
	return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** A word as a shell takes it: in quotes where it has letters that mean something there. */
export function quote(word: string): string {
	return /[\s"'$&|;<>()]|^$/.test(word) ? JSON.stringify(word) : word;
}

/** A sentence as plain text; code between backticks. */
export function toText(sentence: Sentence): string {
	return sentence
		.map((part) => {
			if (typeof part === 'string') return part;
			return 'code' in part ? `\`${part.code}\`` : part.text;
		})
		.join('');
}

/** A long text cut in its middle of the line. */
export function shorten(text: string, most = 80): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
