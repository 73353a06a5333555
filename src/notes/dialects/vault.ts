/*
 * The marks of Obsidian and other vaults: links between notes (`[[Note#Part|words]]`), pictures
 * (`![[x.png|300]]`), marked words (`==so==`), ids of blocks (`^id`) and the like. Comments (`%% … %%`) are
 * left out.
 */
import {
	findAll,
	findMarks,
	isAlone,
	leaveOut,
	tell,
	toBlank,
	type Change,
	type Find,
	type Mark,
	type Reading,
} from './translation.ts';

/** Comments, with what they hold, which may be several blocks. */
export function findComments(reading: Reading): Change[] {
	const { source } = reading;
	const ends = findAll(reading, /%%(?![\w%])/g).map(({ index }) => index);
	const changes: Change[] = [];
	let last = -1;
	for (const { index: start } of findAll(reading, /(?<![\w%])%%(?!%)/g)) {
		if (start < last) continue;
		const end = ends.find((at) => at >= start + 2);
		const isBlock = isAlone(source, start, start + 2);
		const isOver = end === undefined || source.slice(start, end).includes('\n\n');
		if (isOver && !isBlock) continue;
		last = end === undefined ? source.length : end + 2;
		const note = 'Write it as `<!-- … -->`, or delete it.';
		const reason =
			end === undefined
				? 'all below `%%` is left out: nothing closes the comment'
				: 'comment between `%%` is left out';
		const text = toBlank(source.slice(start, last));
		changes.push({ start, end: last, text, told: { reason, note } });
	}
	return changes;
}

const element = (name: string) => (found: RegExpExecArray) =>
	`<${name}>${found.at(-1) ?? ''}</${name}>`;

const toHidden = ([found]: RegExpExecArray) =>
	leaveOut(found, 'Write it as `<!-- … -->`, or delete it.');

/** What is left when comments are gone. */
export const vaultMarks: readonly Mark[] = [
	// Not `[[1]](url)` and `[[1]]: url`, which are Markdown; in a table the bar has a backslash.
	[
		/(!?)(?<!\\)\[\[(?![\s-])([^[\]|\\\n]+?)(?:\\?\|([^[\]\n]*))?\]\](?![([]|:[ \t]+\S+[ \t]*$)/gm,
		toLink,
	],
	// `![A plan|300](plan.png)`
	[
		/!\[([^\]|\n]*)\|(\d+)(?:x\d+)?\]\(<?([^)<>\s]+)>?\)/g,
		([, words = '', width = '', path = '']) => toSized(path, width, words),
	],
	[
		/(?<![=\w\\{])==(?![=\s])([^=\n]+?)(?<!\s)==(?![=\w])/g,
		({ 0: found, 1: words, index }, { isWord }) =>
			isWord(index + found.length - 1) ? `<mark>${words}</mark>` : undefined,
		'words',
	],
	// Of Pandoc, MkDocs, GitLab and CriticMarkup: what is raised, lowered, put in, taken out and pressed.
	[/(?<=[\w)])\^([\w+-]{1,8})\^(?![\w^])/g, element('sup'), 'words'],
	[/(?<=[\w)])~([\w+-]{1,4})~(?!~)/g, element('sub')],
	[/(?<![\w+])\+\+([\w-]+(?:\+[\w-]+)*)\+\+(?![\w+])/g, toKeys, 'words'],
	[/(?<![\w+{])\+\+(?![\s+])([^+\n]+?)(?<!\s)\+\+(?![\w+}])/g, element('ins'), 'words'],
	[/(?<!\^)\^\^(?!\s)([^^\n]+?)(?<!\s)\^\^(?!\^)/g, element('ins'), 'words'],
	[/\{(\+\+?) ?([^+{}\n]+?) ?\1\}/g, element('ins'), 'words'],
	[/\{(--?) ?([^{}\n]+?) ?\1\}/g, element('del'), 'words'],
	[/\{==([^{}\n]+?)==\}/g, element('mark'), 'words'],
	[/\{~~([^{}\n]+?)~>([^{}\n]+?)~~\}/g, ([, old = '', now = '']) => `<del>${old}</del> ${now}`],
	[/\{>>[^{}\n]*<<\}/g, toHidden, 'words'],
	// What Logseq notes of a block, and its links to blocks.
	[
		/(?<=^[ \t]*(?:[-*+][ \t]+)?)(?:(?:id|collapsed|heading|background-color)::[ \t].*|:LOGBOOK:[^]*?:END:)/gm,
		toHidden,
		'words',
	],
	[/\(\([\da-f-]{8,}\)\)/g, toHidden, 'words'],
	// An id at the end of a line: what links to it finds it.
	[
		/(?<=^|[ \t])\^([A-Za-z\d-]*[A-Za-z][A-Za-z\d-]*)[ \t]*$/gm,
		([, id]) => `<a id="${id}"></a>`,
		'words',
	],
	// `- [/] half done` is known to some themes only.
	[
		/(?<=^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[([^ xX\]\w])\](?=[ \t])/gm,
		([found]) => ({
			text: found,
			told: { reason: `box \`${found}\` is shown as text`, note: 'Write `[ ]` or `[x]`.' },
		}),
		'words',
	],
];

const pictures = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

function toLink(
	{ 0: found, 1: mark = '', 2: target = '', 3: words, index }: RegExpExecArray,
	{ isWord, find }: Reading,
) {
	if (!isWord(index + mark.length)) return undefined;
	const [name = '', ...parts] = target.split('#').map((part) => part.trim().replace(/^\^/, ''));
	if (mark === '!' && pictures.test(name)) return toPicture(name, words, find);
	const path = name === '' ? '' : find(name);
	const label = escape(words?.trim() || [name, ...parts].filter(Boolean).join(' › '));
	if (path === undefined) {
		const note = 'Write the name of a file of the notes, without its ending.';
		return tell(found, 'leads to no file of the notes', note, label);
	}
	const fragment = parts.length === 0 ? '' : `#${encode(parts.at(-1) ?? '')}`;
	const text = `[${label}](${encode(path)}${fragment})`;
	if (mark !== '!') return text;
	const note = 'Write a link, or what it shows: no page takes in another.';
	return tell(found, 'is shown as a link', note, text);
}

/** `![[x.png|300]]` has a width, `![[x.png|A plan]]` words. */
function toPicture(name: string, words: string | undefined, find: Find): string {
	const path = encode(find(name) ?? name);
	const width = /^(\d+)(?:x\d+)?$/.exec(words?.trim() ?? '')?.[1];
	if (width !== undefined && find(name) !== undefined) return toSized(path, width, name);
	return `![${escape(width === undefined ? (words ?? name) : name)}](${path})`;
}

function toSized(path: string, width: string, words: string): string {
	return `<img src="${path}" width="${width}" alt="${words.replaceAll('"', '&quot;')}">`;
}

function toKeys([, keys = '']: RegExpExecArray): string {
	return keys
		.split('+')
		.map((key) => `<kbd>${key.charAt(0).toUpperCase()}${key.slice(1)}</kbd>`)
		.join('+');
}

function escape(words: string): string {
	return words.replace(/[[\]|]/g, '\\$&');
}

function encode(path: string): string {
	return encodeURI(path).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** `words^[A note.]` becomes a footnote, whose text stands at the end of the file. */
export function findInlineNotes(reading: Reading): Change[] {
	let notes = '';
	let count = 0;
	const toMark = ([, text = '']: RegExpExecArray) => {
		count += 1;
		notes += `\n\n[^inline-${count}]: ${text}`;
		return `[^inline-${count}]`;
	};
	const pattern = /(?<![\s\\])\^\[((?:[^[\]\n]|\[[^[\]\n]*\])+)\]/g;
	const changes = findMarks(reading, [[pattern, toMark, 'words']]);
	const end = reading.source.length;
	return count === 0 ? [] : [...changes, { start: end, end, text: notes }];
}
