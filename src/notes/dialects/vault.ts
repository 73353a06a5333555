import {
	change,
	isAlone,
	readText,
	toBlank,
	type Change,
	type Reading,
	type Translation,
} from './translation.ts';

/** Signs of Obsidian and other vaults, so that other notes are not parsed twice. */
export const vaultSigns =
	/\[\[|==|%%|(?:^|\s)\^[\w-]+[ \t]*$|^\s*(?:[-*+]|\d+[.)])\s+\[[^ xX\]\w]\]\s|\|\d+(?:x\d+)?\]\(/m;

/** The file that a name in double brackets stands for, from the file that it stands in. */
export type Find = (name: string) => string | undefined;

const family = 'vault-mark-is-drawn';

/**
 * Writes the marks of a vault as GitHub's Markdown: links between notes (`[[Note#Part|words]]`), pictures
 * (`![[x.png|300]]`), marked words (`==so==`), ids of blocks (`^id`). Its comments (`%% … %%`) are left out.
 */
export function translateVault(source: string, find: Find): Translation {
	const hidden = change(source, findComments(readText(source)));
	const reading = readText(hidden.source);
	const changes = [
		...findLinks(reading, find),
		...findSized(reading),
		...findMarked(reading),
		...findIds(reading),
		...findBoxes(reading),
	];
	const written = change(hidden.source, changes);
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
		changes.push({ start, end: last, text: toBlank(text), foreign: { family, reason, note } });
	}
	return changes;
}

const pictures = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)$/i;

/** Not `[[1]](url)` and `[[1]]: url`, which are Markdown; in a table the bar has a backslash. */
const links =
	/(!?)(?<!\\)\[\[(?![\s-])([^[\]|\\\n]+?)(?:\\?\|([^[\]\n]*))?\]\](?![([]|:[ \t]+\S+[ \t]*$)/gm;

function findLinks({ source, isWord }: Reading, find: Find): Change[] {
	return [...source.matchAll(links)].flatMap(
		({ 0: found, 1: mark, 2: target = '', 3: words, index }): Change[] => {
			if (!isWord(index + (mark ?? '').length)) return [];
			const [start, end] = [index, index + found.length];
			const [name = '', ...parts] = target.trim().split('#');
			if (mark === '!' && pictures.test(name)) {
				return [{ start, end, text: toPicture(name.trim(), words, find) }];
			}
			const path = name === '' ? '' : find(name.trim());
			const label = (
				words ?? [name.trim(), ...parts.map(toPart)].filter(Boolean).join(' › ')
			).trim();
			const note = 'Write the name of a file of the notes, without its ending.';
			if (path === undefined) {
				const reason = `\`${found}\` leads to no file of the notes`;
				return [{ start, end, text: escape(label), foreign: { family, reason, note } }];
			}
			const fragment = parts.length === 0 ? '' : `#${encode(toPart(parts.at(-1) ?? ''))}`;
			const text = `[${escape(label)}](${encode(path)}${fragment})`;
			if (mark !== '!') return [{ start, end, text }];
			const reason = `\`${found}\` is shown as a link`;
			const advice = 'Write a link, or what it shows: no page takes in another.';
			return [{ start, end, text, foreign: { family, reason, note: advice } }];
		},
	);
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
function findSized({ source, isCode }: Reading): Change[] {
	return [...source.matchAll(/!\[([^\]|\n]*)\|(\d+)(?:x\d+)?\]\(<?([^)<>\s]+)>?\)/g)]
		.filter(({ index }) => !isCode(index))
		.map(({ 0: found, 1: words = '', 2: width = '', 3: path = '', index }) => {
			const alt = words.replaceAll('"', '&quot;');
			const text = `<img src="${path}" width="${width}" alt="${alt}">`;
			return { start: index, end: index + found.length, text };
		});
}

function findMarked({ source, isWord }: Reading): Change[] {
	return [...source.matchAll(/(?<![=\w\\])==(?![=\s])([^=\n]+?)(?<!\s)==(?![=\w])/g)]
		.filter(({ 0: found, index }) => isWord(index) && isWord(index + found.length - 1))
		.map(({ 0: found, 1: words = '', index }) => ({
			...{ start: index, end: index + found.length, text: `<mark>${words}</mark>` },
		}));
}

/** At the end of a line: what links to it finds it. */
function findIds({ source, isWord }: Reading): Change[] {
	return [...source.matchAll(/(?<=^|[ \t])\^([A-Za-z\d-]*[A-Za-z][A-Za-z\d-]*)[ \t]*$/gm)]
		.filter(({ index }) => isWord(index))
		.map(({ 0: found, 1: id = '', index }) => ({
			...{ start: index, end: index + found.length, text: `<a id="${id}"></a>` },
		}));
}

/** `- [/] half done` is known to some themes only. */
function findBoxes({ source, isWord }: Reading): Change[] {
	const boxes = /(?<=^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+)\[([^ xX\]\w])\](?=[ \t])/gm;
	return [...source.matchAll(boxes)]
		.filter(({ index }) => isWord(index))
		.map(({ 0: found, index }) => {
			const reason = `box \`${found}\` is shown as text`;
			const note = 'Write `[ ]` or `[x]`.';
			const foreign = { family, reason, note } as const;
			return { start: index, end: index + found.length, text: found, foreign };
		});
}
