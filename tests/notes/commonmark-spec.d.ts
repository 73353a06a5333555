/** The package has no types of its own. https://github.com/commonmark/commonmark-spec */
declare module 'commonmark-spec' {
	export const tests: readonly {
		markdown: string;
		html: string;
		section: string;
		number: number;
	}[];
}
