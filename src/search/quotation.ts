import type { Entry } from './record.ts';

/** How many letters of a query are an entry's message, which may stand among others; 0 for none. */
export function toQuotedLength(text: string, { keys }: Entry): number {
	const lengths = keys.messages.map((parts) => {
		const message = parts.join(' ');
		return isSpread(text, message) ? message.length : toQuotedParts(text, parts);
	});
	return Math.max(0, ...lengths);
}

/** A part of a message with so many words tells it from others; what is missing costs this share. */
const part = { words: 4, share: 0.6 };

/** The letters of the parts of a message that a text has in their order. */
function toQuotedParts(text: string, parts: readonly string[]): number {
	let from = 0;
	const found = parts.filter((part) => {
		const at = text.indexOf(` ${part} `, from);
		if (at >= 0) from = at + part.length;
		return at >= 0;
	});
	if (found.length === parts.length) return found.join(' ').length;
	const long = found.filter((one) => one.split(' ').length >= part.words);
	return part.share * long.join(' ').length;
}

/** `open /tmp/Dockerfile: no such file`: a message of so many words is known with others among them. */
const spread = 5;

/** Whether a text has all words of a message, in its order. */
function isSpread(text: string, message: string): boolean {
	const words = message.split(' ');
	let at = 0;
	for (const word of text.split(' ')) if (word === words[at]) at += 1;
	return words.length >= spread && at === words.length;
}
