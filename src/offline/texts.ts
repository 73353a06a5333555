/** Put in by the build: what programs of the site would fetch, by its path. */
declare const texts: Readonly<Record<string, string>>;

/** Answers what the programs of the site fetch from what stands in the copy. */
export function answerFetches(): void {
	const paths = Object.keys(texts);
	globalThis.fetch = (asked) => {
		const address = String(asked);
		const path = paths.find((each) => address.endsWith(each)) ?? '';
		const text = texts[path];
		return Promise.resolve(new Response(text ?? null, { status: text === undefined ? 404 : 200 }));
	};
}
