const between =
	/\s+(?:vs\.?|versus|or|compared (?:to|with)|instead of|rather than)\s+|^(?:what(?:'s| is) the )?difference(?:s)? between\s+/i;

/** The sides of a comparison: `add vs copy` has two. One side when nothing is compared. */
export function toSides(query: string): string[] {
	const isDifference = /\bdifferen(?:ce|t)/i.test(query);
	const parts = query.split(
		isDifference ? new RegExp(`${between.source}|\\s+and\\s+`, 'i') : between,
	);
	return parts.map((part) => part.trim()).filter(Boolean);
}
