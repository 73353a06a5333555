/** The papers that the sheet is made for: what readers call them and what Typst calls them. */
export const papers = {
	'docker-a4': { label: 'A4', typst: 'a4' },
	'docker-letter': { label: 'Letter', typst: 'us-letter' },
} as const;

/** The name of a sheet's file, without its ending. */
export type PaperName = keyof typeof papers;

/** The names of all sheets' files, the most used first. */
export const paperNames: readonly PaperName[] = ['docker-a4', 'docker-letter'];
