import { toCards, type Sheet } from './sheetModel.ts';
import { notesFolder } from '../env.ts';
import { toMessage, type Message } from '../input/message.ts';

/**
 * What stands for words of letters that neither the sheet's fonts nor the machine's have: the page has
 * them, and fonts for all scripts would weigh more than the site. Signs such as emoji are left out.
 */
export const unknown = '…';

/**
 * The signs that no font has, from what the compiler says of a PDF that it refuses to make: PDF/UA
 * demands that each sign can be read. Nothing when it refused for another reason.
 */
export function toMissing(error: unknown): string[] {
	const text = error instanceof Error ? error.message : String(error);
	const found = text.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g);
	return [...new Set([...found].map(([, signs = '']) => decode(signs)))];
}

/** So many letters are named. */
const most = 12;

/** What the author is told of letters that paper does not show; nothing of emoji alone. */
export function toWarning(
	{ name, sides, isPlain }: Pick<Sheet, 'name' | 'sides' | 'isPlain'>,
	signs: readonly string[],
): Message[] {
	const letters = [...new Set(signs.flatMap((sign) => [...sign]))].filter(isLetter);
	if (letters.length === 0) return [];
	const named = letters.slice(0, most).join(' ') + (letters.length > most ? ' and others' : '');
	// Cards that nobody chose stand in the notes.
	const own = isPlain ? toCards(sides)[0]?.place.file : undefined;
	return [
		toMessage(
			{ file: own ?? `${notesFolder}${name}.md`, line: 1, isWarning: true },
			`its PDFs show \`${unknown}\` for words in letters that no font here has: ${named}`,
			'Install a font that has them where the site is built, such as Noto Sans CJK.',
		),
	];
}

/** The sheet without signs that no font has: of words stays that there are some, of emoji nothing. */
export function withoutSigns(sheet: Sheet, signs: readonly string[]): Sheet {
	if (signs.length === 0) return sheet;
	const codes = [...signs.join('')].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
	const missing = new RegExp(`([${codes.join('')}])( ?)`, 'gu');
	const toClean = (text: string) =>
		text
			.replace(missing, (_, sign: string, blank: string) => (isLetter(sign) ? unknown + blank : ''))
			.replace(/…(?:[ ,、。，：・]*…)+/g, unknown);
	return JSON.parse(JSON.stringify(sheet), (key, value: unknown) =>
		typeof value === 'string' && !addresses.has(key) ? toClean(value) : value,
	) as Sheet;
}

/** Where words are not read but lead somewhere. */
const addresses: ReadonlySet<string> = new Set(['id', 'href', 'page', 'file']);

function isLetter(sign: string): boolean {
	return /\p{L}|\p{N}/u.test(sign);
}

/** Rust writes signs that are not seen as `\u{200d}`. */
function decode(text: string): string {
	return text.replace(/\\+u\{([\da-f]+)\}/g, (_, code: string) =>
		String.fromCodePoint(Number.parseInt(code, 16)),
	);
}
