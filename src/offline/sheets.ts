/** In copies of the site all styles are there from the start. */
export function loadSheet(): Promise<void> {
	return Promise.resolve();
}
