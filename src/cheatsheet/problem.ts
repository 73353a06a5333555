/** What keeps a sheet from being printed, said to the author of the data: `file:line: …`. */
export class SheetError extends Error {
	override name = 'SheetError';
}
