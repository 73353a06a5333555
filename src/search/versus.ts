const versus = /\s+(?:vs\.?|versus|compared (?:to|with))\s+/i;
const choice = /\s+(?:or|instead of|rather than)\s+/i;
const difference = /\bdifferen(?:ce|t)\w*\b(?:\s+between)?|\s+(?:and|from|to)\s+/i;

/** What questions begin with. */
const asking = new Set(['what', "what's", 'whats', 'how', 'is', 'are', 'the', 'a', 'an', 'does']);

/** A choice has few words; a message with `or` in it has many: `no such file or directory`. */
const few = 5;

/** The sides of a comparison: `add vs copy` has two. One side when nothing is compared. */
export function toSides(query: string): string[] {
	const parts = query.split(toSeparator(query));
	return parts.map(toTelling).filter((part) => part !== '');
}

/** `what is the` says nothing; `how is docker` is about docker. */
function toTelling(part: string): string {
	const words = part.trim().split(/\s+/);
	const from = words.findIndex((word) => !asking.has(word.toLowerCase()));
	return from < 0 ? '' : words.slice(from).join(' ');
}

function toSeparator(query: string): RegExp {
	if (versus.test(query)) return versus;
	if (/\bdifferen(?:ce|t)/i.test(query)) return difference;
	return query.split(/\s+/).length <= few ? choice : /$^/;
}
