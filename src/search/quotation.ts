import type { Entry } from './record.ts';

/** A part of a message with so many words tells it from others; what is missing costs this share. */
const part = { words: 4, share: 0.6 };

/** How many letters of a query are an entry's message, which may stand among others; 0 for none. */
export function toQuotedLength(text: string, { keys }: Entry): number {
	const lengths = keys.messages.flatMap((parts) => [
		toQuotedParts(text, parts),
		toSpreadWords(text, parts),
	]);
	return Math.max(0, ...lengths);
}

/** `open /tmp/Dockerfile: no such file`: a message of so many words is known with others among them. */
const spread = 5;

/** The letters of a message that a text has word by word, in its order; 0 where one is missing. */
function toSpreadWords(text: string, parts: readonly string[]): number {
	const message = parts.join(' ');
	const words = message.split(' ');
	let at = 0;
	for (const word of text.split(' ')) if (word === words[at]) at += 1;
	return words.length >= spread && at === words.length ? message.length : 0;
}

function toQuotedParts(text: string, parts: readonly string[]): number {
	let from = 0;
	const found = parts.filter((part) => {
		const at = text.indexOf(` ${part} `, from);
		if (at >= 0) from = at + part.length;
		return at >= 0;
	});
	const count = (part: string) => part.split(' ').length;
	if (found.length === parts.length) return found.join(' ').length;
	// The part may be all that is typed; who has it as the whole message comes before.
	if (found.some((one) => text === ` ${one} ` && count(one) > 2)) return text.length - 3;
	const long = found.filter((one) => count(one) >= part.words);
	return part.share * long.join(' ').length;
}
