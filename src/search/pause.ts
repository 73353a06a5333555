/** So long a page may be kept from answering keys, in milliseconds; a task of 50 is a long one. */
const slice = 8;

/**
 * What long work asks between its steps: a page that has been kept for a slice answers and paints
 * before the work goes on. https://web.dev/articles/optimize-long-tasks
 */
export function startSlices(): () => Promise<void> | undefined {
	let start = performance.now();
	return () => {
		if (performance.now() - start < slice) return undefined;
		return pause().then(() => {
			start = performance.now();
		});
	};
}

/** Lets the page answer and paint before what follows. */
export function pause(): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve);
	});
}
