import type { Explanation, Part } from './explain.ts';
import type { Grammar } from './language.ts';
import { toUnits } from './units.ts';

/** A word of a snippet with what it means. */
export interface Explained {
	start: number;
	end: number;
	/** The sentence. */
	text: string;
	/** From the root of the site. */
	href: string;
}

/** A word of the shell or of a builder, with its place. */
interface Word {
	start: number;
	text: string;
}

/** The words of a snippet that the data explains, in order. */
export function findExplained(
	code: string,
	grammar: Grammar,
	explanations: readonly Explanation[],
): Explained[] {
	if (grammar !== 'dockerfile' && grammar !== 'shell') return [];
	const lines = code.split('\n');
	return toUnits(code).flatMap(({ first, last }) => {
		const start = lines.slice(0, first).reduce((sum, { length }) => sum + length + 1, 0);
		const text = lines.slice(first, last + 1).join('\n');
		if (text.trimStart().startsWith('#')) return [];
		const words = [...text.matchAll(/[^\s|;&()]+|[|;&()]/g)].map((found): Word => ({
			start: start + found.index,
			text: found[0],
		}));
		if (grammar === 'dockerfile') return explainInstruction(words, explanations);
		return toCommands(words).flatMap((command) => explainCommand(command, explanations));
	});
}

/** The keyword and its options; behind `ONBUILD` and the options of `HEALTHCHECK` once more. */
function explainInstruction(
	[keyword, ...rest]: readonly Word[],
	explanations: readonly Explanation[],
): Explained[] {
	const name = keyword?.text.toUpperCase() ?? '';
	const about = explanations.find(([names]) => names.includes(name));
	if (keyword === undefined || about === undefined) return [];
	const end = rest.findIndex(({ text }) => !text.startsWith('--') && text !== '\\');
	const options = rest.slice(0, end < 0 ? rest.length : end);
	const words = rest.slice(options.length);
	const alias = name === 'FROM' ? words.slice(1, 2) : [];
	const inner = ['ONBUILD', 'HEALTHCHECK'].includes(name) ? words : [];
	return [
		toExplained(keyword, about[1], about[2]),
		...[...options, ...alias].flatMap((word) => explainPart(word, about)),
		...explainInstruction(inner, explanations),
	];
}

function explainCommand(words: readonly Word[], explanations: readonly Explanation[]): Explained[] {
	for (let length = Math.min(4, words.length); length > 1; length -= 1) {
		const named = words.slice(0, length);
		const name = named.map(({ text }) => text).join(' ');
		const about = explanations.find(([names]) => names.includes(name));
		const [first, last] = [named[0], named.at(-1)];
		if (about === undefined || first === undefined || last === undefined) continue;
		const whole = {
			start: first.start,
			text: 'x'.repeat(last.start + last.text.length - first.start),
		};
		const flags = words.slice(length).filter(({ text }) => text.startsWith('-'));
		return [
			toExplained(whole, about[1], about[2]),
			...flags.flatMap((word) => explainPart(word, about)),
		];
	}
	return [];
}

/** One option, or several short flags in one word; the value is left out. */
function explainPart({ start, text }: Word, [, , page, parts]: Explanation): Explained[] {
	const [name = ''] = text.split('=');
	const find = (wanted: string): Part | undefined =>
		parts.find(([names]) => names.includes(wanted));
	const letters = /^-[A-Za-z]{2,}$/.test(name) ? [...name.slice(1)].map((one) => `-${one}`) : [];
	const own = find(name) ?? find(name.toUpperCase());
	const found = own ? [own] : letters.map(find).filter((part) => part !== undefined);
	const [first] = found;
	if (first === undefined) return [];
	const sentence = found.map(([, meaning]) => meaning).join(' ');
	return [toExplained({ start, text: name }, sentence, `${page}#${first[2]}`)];
}

function toExplained({ start, text }: Word, sentence: string, href: string): Explained {
	return { start, end: start + text.length, text: sentence, href };
}

/** Cuts a line at pipes and the like; assignments in front of a command are left out. */
function toCommands(words: readonly Word[]): Word[][] {
	const commands: Word[][] = [[]];
	for (const word of words) {
		if (/^[|;&()]$/.test(word.text)) commands.push([]);
		else commands.at(-1)?.push(word);
	}
	return commands.map((command) => {
		const first = command.findIndex(({ text }) => !/^\w+=|^(?:sudo|xargs|-\w)$|^\$$/.test(text));
		return command.slice(Math.max(first, 0));
	});
}
