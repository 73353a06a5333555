/** Words of a question that say nothing about what is looked for. Tuned for `how to … in docker`. */
export const stopWords: ReadonlySet<string> = new Set(
	(
		'a an and are as at be by can cant could do does doesnt dont for from get getting have how i if in ' +
		'inside into is it its me my need of on or should so that the their there this to use used using ' +
		'want way what when where which while why with you your docker dockers after before ' +
		'versus vs difference between please help about correctly properly s t'
	).split(' '),
);

/** Letters that Unicode does not take apart: `Łódź` is typed `lodz`. */
const plainLetters: Readonly<Record<string, string>> = {
	...{ ł: 'l', ß: 'ss', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' },
};

/** A text in lower case, without accents. */
function fold(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/[łßøđæœıþ]/g, (letter) => plainLetters[letter] ?? letter);
}

/** Scripts that have no spaces between words. */
const spaceless = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]+/gu;

/** Cuts `持久的数据` into its words. */
function toSegments(run: string): string[] {
	const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(run);
	return [...segments].map(({ segment }) => segment);
}

/** The words of a text, lower case, without punctuation and accents: `multi-stage` is two, `1.29.3` one. */
export function toWords(text: string): string[] {
	const spaced = fold(text).replace(spaceless, (run) => ` ${toSegments(run).join(' ')} `);
	return spaced.match(/\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu) ?? [];
}

/** Stands before words that are looked for and not shown. */
export const hiddenMark = '\u2063';

/** Words of a text as they are typed, where Pagefind reads them otherwise: without accents, or one by one. */
export function findHidden(text: string): string[] {
	const words = text.match(/[\p{L}\p{M}]*[^\p{ASCII}\p{P}\p{S}\s]+[\p{L}\p{M}]*/gu) ?? [];
	return [...new Set(words.flatMap(toWords))];
}

/** The words that say something; all of them where none does. */
export function toTelling(words: readonly string[]): string[] {
	// `from as builder` begins with an instruction, and `port in use` is a complaint.
	const isKept = (word: string, at: number) =>
		(at === 0 && word === 'from') || (word === 'use' && words[at - 1] === 'in');
	const telling = words.filter((word, at) => !stopWords.has(word) || isKept(word, at));
	return telling.length > 0 ? telling : [...words];
}

/** The same with the words that a name in Pascal case is made of: `JSONArgs` → `json args`. */
export function splitCase(name: string): string {
	return name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
}

/** The words of a text, but options that there are in one piece: `--no-cache`, and `-i` and `-t` of `-it`. */
export function toTerms(text: string, options: ReadonlySet<string>): string[] {
	return text.split(/\s+/).flatMap((piece) => {
		const typed = toOption(piece.replace(/[:,;.?"'`]+$/, ''));
		const [short = ''] = typed.split(',');
		const [name = ''] = typed.split('=');
		// `no-cache` is typed for the option, `env_file: app.env` for the key.
		const whole = [typed, short, `--${typed}`].find((one) => options.has(one));
		if (whole !== undefined && /[-_\d]/.test(typed)) return [whole];
		if (name.startsWith('-') && options.has(name))
			return [name, ...toWords(typed.slice(name.length))];
		const letters = [...typed.slice(1)].map((letter) => `-${letter}`);
		const isCluster = /^-[A-Za-z]{2,3}$/.test(typed) && letters.every((one) => options.has(one));
		if (isCluster) return letters;
		const isBegun = /^--[a-z]/.test(typed) && [...options].some((one) => one.startsWith(typed));
		return isBegun ? [typed] : toWords(piece);
	});
}

/** An option as it is compared: `-P` is another one than `-p`. */
export function toOption(text: string): string {
	return text.startsWith('-') && !text.startsWith('--') ? text : text.toLowerCase();
}

/**
 * What two spellings of one name have in common: case, hyphens and spaces do not matter, and the
 * word `docker` in front goes without saying.
 */
export function toKey(text: string): string {
	return text
		.toLowerCase()
		.trim()
		.replace(/^docker[\s-]+(?=\S)/, '')
		.replace(/[\s._?!-]+/g, '');
}

/** The same of a word for search: `docker secret` is asked for with `docker` in front, or secrets are. */
export function toWordKey(word: string): string {
	return (/^docker\s+\S/i.test(word) ? 'docker' : '') + toKey(word);
}

/** The same without the words that say nothing: `what is a container` is `container`. */
export function toBareKey(text: string): string {
	const telling = toWords(text).filter((word) => !stopWords.has(word));
	return toKey(telling.join(' '));
}

/**
 * A word without its ending, so that `cache`, `cached` and `caching` are one. Only has to be the
 * same for both sides; it need not be a word.
 */
export function toStem(word: string): string {
	if (word.length <= 3 || word.startsWith('-')) return word;
	const single = word
		.replace(/(?:ies|ied)$/, 'y')
		.replace(/(ss|sh|ch|x|z)es$/, '$1')
		.replace(/([^suiy])s$/, '$1');
	const bare = single.replace(/(\w{3})(?:ing|ed)$/, '$1').replace(/([bdgmnprt])\1$/, '$1');
	return bare.length > 4 ? bare.replace(/e$/, '') : bare;
}

/** The stems of the words that say something. */
export function toTellingStems(text: string): string[] {
	return toWords(text)
		.filter((word) => !stopWords.has(word))
		.map(toStem);
}

/** Whether a query has characters that no word has: then it is looked for as it stands, too. */
export function isCode(query: string): boolean {
	return /[/$|&<>{}[\]"=;*~\\`#]/.test(query);
}

/** The parts of a message between what differs from case to case, each as its words. */
export function toMessageParts(message: string): string[] {
	return message
		.split('…')
		.map((part) => toWords(part).join(' '))
		.filter((part) => part !== '');
}
