/** A text as a regular expression that finds just this text. */
export function escapePattern(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A letter of the scripts that are written from right to left. */
export const rightToLeft =
	/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether the first letter of a text is written from right to left, and so the text as a whole. */
export function isRightToLeft(text: string): boolean {
	const [letter = ''] = /\p{L}/u.exec(text) ?? [];
	return rightToLeft.test(letter);
}
