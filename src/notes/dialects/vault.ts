import {
	change,
	findAll,
	isAlone,
	leaveOut,
	readText,
	toBlank,
	type Change,
	type Made,
	type Reading,
	type Translation,
} from './translation.ts';

/** Signs of Obsidian and other vaults, so that other notes are not parsed twice. */
export const vaultSigns =
	/\[\[|==|%%|\^\[|\^\^|\+\+|\w[~^][\w+-]+[~^]|\{[+-]|\{>>|\{~~|^\s*(?:id|collapsed)::|^\s*:LOGBOOK:|\(\([\w-]+\)\)|(?:^|\s)\^[\w-]+[ \t]*$|^\s*(?:[-*+]|\d+[.)])\s+\[[^ xX\]\w]\]\s|\|\d+(?:x\d+)?\]\(/m;

/** The file that a name in double brackets stands for, from the file that it stands in. */
export type Find = (name: string) => string | undefined;

const family = 'vault-mark-is-drawn';

/**
 * Writes the marks of a vault as GitHub's Markdown: links between notes (`[[Note#Part|words]]`), pictures
 * (`![[x.png|300]]`), marked words (`==so==`), ids of blocks (`^id`). Its comments (`%% … %%`) are left out.
 */
export function translateVault(source: string, find: Find): Translation {
	const hidden = change(source, family, findComments(readText(source)));
	const reading = readText(hidden.source);
	const changes = [
		...findLinks(reading, find),
		...findSized(reading),
		...findMarked(reading),
		...marks.flatMap(([pattern, make, where]) => findAll(reading, pattern, make, where)),
		...findProperties(reading),
		...findIds(reading),
		...findBoxes(reading),
	];
	const written = writeNotes(change(hidden.source, family, changes));
	return { source: written.source, foreign: [...hidden.foreign, ...written.foreign] };
}

/** Also what a comment holds that runs over several blocks. */
function findComments({ source, isCode }: Reading): Change[] {
	const marks = [...source.matchAll(/(?<![\w%])%%(?!%)/g)]
		.map(({ index }) => index)
		.filter((index) => !isCode(index));
	const ends = [...source.matchAll(/%%(?![\w%])/g)].map(({ index }) => index);
	const changes: Change[] = [];
	let last = -1;
	for (const start of marks) {
		if (start < last) continue;
		const end = ends.find((at) => at >= start + 2 && !isCode(at));
		const isBlock = isAlone(source, start, start + 2);
		const isOver = end === undefined || (!isBlock && source.slice(start, end).includes('\n\n'));
		if (isOver && !isBlock) continue;
		last = end === undefined ? source.length : end + 2;
		const text = source.slice(start, last);
		const note = 'Write it as `<!-- … -->`, or delete it.';
		const reason =
			end === undefined
				? 'all below `%%` is left out: nothing closes the comment'
				: 'comment between `%%` is left out';
		changes.push({ start, end: last, text: toBlank(text), told: { reason, note } });
	}
	return changes;
}

const pictures = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/** Not `[[1]](url)` and `[[1]]: url`, which are Markdown; in a table the bar has a backslash. */
const links =
	/(!?)(?<!\\)\[\[(?![\s-])([^[\]|\\\n]+?)(?:\\?\|([^[\]\n]*))?\]\](?![([]|:[ \t]+\S+[ \t]*$)/gm;

function findLinks(reading: Reading, find: Find): Change[] {
	return findAll(reading, links, ({ 0: found, 1: mark, 2: target = '', 3: words, index }) => {
		if (!reading.isWord(index + (mark ?? '').length)) return undefined;
		const [name = '', ...parts] = target.trim().split('#');
		if (mark === '!' && pictures.test(name)) return toPicture(name.trim(), words, find);
		const path = name === '' ? '' : find(name.trim());
		const shown = words ?? [name.trim(), ...parts.map(toPart)].filter(Boolean).join(' › ');
		const label = escape(shown.trim());
		if (path === undefined) {
			const reason = `\`${found}\` leads to no file of the notes`;
			const note = 'Write the name of a file of the notes, without its ending.';
			return { text: label, told: { reason, note } };
		}
		const fragment = parts.length === 0 ? '' : `#${encode(toPart(parts.at(-1) ?? ''))}`;
		const text = `[${label}](${encode(path)}${fragment})`;
		if (mark !== '!') return text;
		const note = 'Write a link, or what it shows: no page takes in another.';
		return { text, told: { reason: `\`${found}\` is shown as a link`, note } };
	});
}

/** `^block` is the id that `findIds` gives. */
function toPart(part: string): string {
	return part.trim().replace(/^\^/, '');
}

function escape(words: string): string {
	return words.replace(/[[\]|]/g, '\\$&');
}

function encode(path: string): string {
	return encodeURI(path).replace(/[()#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** `![[x.png|300]]` has a width, `![[x.png|A plan]]` words. */
function toPicture(name: string, words: string | undefined, find: Find): string {
	const path = encode(find(name) ?? name);
	const width = /^(\d+)(?:x\d+)?$/.exec(words?.trim() ?? '')?.[1];
	if (width !== undefined && find(name) !== undefined) {
		return `<img src="${path}" width="${width}" alt="${name.replaceAll('"', '&quot;')}">`;
	}
	return `![${escape(width === undefined ? (words ?? name) : name)}](${path})`;
}

/** `![A plan|300](plan.png)` */
function findSized(reading: Reading): Change[] {
	const sized = /!\[([^\]|\n]*)\|(\d+)(?:x\d+)?\]\(<?([^)<>\s]+)>?\)/g;
	return findAll(reading, sized, ([, words = '', width = '', path = '']) => {
		const alt = words.replaceAll('"', '&quot;');
		return `<img src="${path}" width="${width}" alt="${alt}">`;
	});
}

function findMarked(reading: Reading): Change[] {
	const marked = /(?<![=\w\\{])==(?![=\s])([^=\n]+?)(?<!\s)==(?![=\w])/g;
	const make = ({ 0: found, 1: words, index }: RegExpExecArray) =>
		reading.isWord(index + found.length - 1) ? `<mark>${words}</mark>` : undefined;
	return findAll(reading, marked, make, 'words');
}

const element = (name: string) => (found: RegExpExecArray) =>
	`<${name}>${found.at(-1) ?? ''}</${name}>`;

/** Marks of Pandoc, MkDocs, GitLab and CriticMarkup for what is raised, lowered, put in, taken out and pressed. */
const marks: readonly [RegExp, (found: RegExpExecArray) => Made, ('anywhere' | 'words')?][] = [
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
];

function toKeys([, keys = '']: RegExpExecArray): string {
	return keys
		.split('+')
		.map((key) => `<kbd>${key.charAt(0).toUpperCase()}${key.slice(1)}</kbd>`)
		.join('+');
}

function toHidden([found]: RegExpExecArray) {
	return leaveOut(found, 'Write it as `<!-- … -->`, or delete it.');
}

/** What Logseq notes of a block, and its links to blocks. */
function findProperties(reading: Reading): Change[] {
	const own =
		/(?<=^[ \t]*(?:[-*+][ \t]+)?)(?:(?:id|collapsed|heading|background-color)::[ \t].*|:LOGBOOK:[^]*?:END:)/gm;
	const led = /\(\([\da-f-]{8,}\)\)/g;
	return [...findAll(reading, own, toHidden, 'words'), ...findAll(reading, led, toHidden, 'words')];
}

/** `words^[A note.]` becomes a footnote, whose text stands at the end of the file. */
function writeNotes({ source, foreign }: Translation): Translation {
	const { isWord } = readText(source);
	const pattern = /(?<![\s\\])\^\[((?:[^[\]\n]|\[[^[\]\n]*\])+)\]/g;
	const notes: string[] = [];
	const marked = source.replace(pattern, (found, text: string, index: number) =>
		isWord(index) ? `[^inline-${notes.push(text)}]` : found,
	);
	const written = notes.map((text, at) => `\n\n[^inline-${at + 1}]: ${text}`);
	return { source: marked + written.join(''), foreign };
}

/** At the end of a line: what links to it finds it. */
function findIds(reading: Reading): Change[] {
	const ids = /(?<=^|[ \t])\^([A-Za-z\d-]*[A-Za-z][A-Za-z\d-]*)[ \t]*$/gm;
	return findAll(reading, ids, ([, id]) => `<a id="${id}"></a>`, 'words');
}

/** `- [/] half done` is known to some themes only. */
function findBoxes(reading: Reading): Change[] {
	const boxes = /(?<=^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[([^ xX\]\w])\](?=[ \t])/gm;
	const note = 'Write `[ ]` or `[x]`.';
	const make = ([found]: RegExpExecArray) => ({
		text: found,
		told: { reason: `box \`${found}\` is shown as text`, note },
	});
	return findAll(reading, boxes, make, 'words');
}
