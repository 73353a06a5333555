import type { Entry } from './record.ts';

/** How many letters of a query are an entry's message, which may stand among others; 0 for none. */
export function toQuotedLength(text: string, { keys }: Entry): number {
	const lengths = keys.messages.map((parts) => {
		const message = parts.join(' ');
		return isQuoted(text, parts) || isSpread(text, message) ? message.length : 0;
	});
	return Math.max(0, ...lengths);
}

/** Whether a text has all parts of a message, in its order. */
function isQuoted(text: string, parts: readonly string[]): boolean {
	let from = 0;
	return parts.every((part) => {
		const at = text.indexOf(` ${part} `, from);
		from = at + part.length;
		return at >= 0;
	});
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
