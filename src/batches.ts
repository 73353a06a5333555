/** Long lists in parts of at most `size`, so that a browser need not lay out all of them at once. */
export function toBatches<T>(items: readonly T[], size: number): T[][] {
	const count = Math.ceil(items.length / size);
	return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
