/*
 * What MDX runs in the notes of Docusaurus, Next, Astro, Mintlify and others: `import` and `export`,
 * comments, and the tags of components. What stands between the tags stays. A name in brackets that nothing
 * closes (`<Image>`) is text.
 */
import {
	findAll,
	findMarks,
	isAlone,
	leaveOut,
	readValue,
	tell,
	toBlank,
	type Change,
	type Mark,
	type Reading,
} from './translation.ts';

/** Values in braces count only where there is other MDX: elsewhere they are words. */
export function findComponents(reading: Reading): Change[] {
	const run = [...findMarks(reading, statements), ...findTags(reading)];
	const others = findMarks(reading, run.length === 0 ? [wrapper] : [wrapper, ...values]);
	return [...run, ...others, ...findAround(reading)];
}

const statements: readonly Mark[] = [
	[/\{\/\*[^]*?\*\/\}/g, ([found]) => toBlank(found)],
	// One `import` or several on a line; names in braces may stand on lines of their own.
	[
		/^(?:import\s+(?:[\w*{][^'"\n]*?\sfrom\s+|\{[^}]*\}\s*from\s*)?(['"])[^'"\n]+\1;?[ \t]*)+$/gm,
		toStatement,
	],
	// As far as the line that closes the bracket at the end of the first, or as its paragraph.
	[
		/^export\s+(?:const|let|var|function|class|async|default)\s(?:.*[({[]\s*\n(?:[^]*?\n)??[)}\]].*$|.*(?:\n.*\S.*)*)/gm,
		toStatement,
	],
];

function toStatement([found]: RegExpExecArray) {
	const [first = ''] = found.split('\n');
	return leaveOut(first, 'Delete it: nothing of notes is run.', toBlank(found));
}

const values: readonly Mark[] = [
	[/\{(`[^`{}\n]*`)\}/g, ([, code = '']) => code],
	// `{props.children}`
	[
		/\{[A-Za-z_$][^{}\n]*\}/g,
		([found]) =>
			tell(found, 'is shown as text', 'Write what it stands for: nothing of notes is run.'),
		'words',
	],
	[/<\/?>/g, () => '', 'words'],
];

/** `<div dir="rtl">` that nothing in the file closes: it can only be meant for all that follows. */
const wrapper: Mark = [
	/<(div|center)\b[^<>]*>/gi,
	({ 0: found, 1: name, index }, { source }) => {
		if (new RegExp(`</${name}\\b`, 'i').test(source)) return undefined;
		if (!isAlone(source, index, index + found.length)) return undefined;
		const note = `Write \`</${name}>\` where it ends, or delete it.`;
		return tell(found, 'is left out: nothing closes it', note, toBlank(found));
	},
];

/** `<div class="x">` and its end around headings below the first one, which may stand on several pages. */
function findAround(reading: Reading): Change[] {
	const headings = findAll(reading, /^#{1,6}[ \t]/gm).map(({ index }) => index);
	const open: RegExpExecArray[] = [];
	return findAll(reading, /<(\/?)div\b[^<>]*>/gi).flatMap((close) => {
		if (close[1] === '') open.push(close);
		const tag = close[1] === '' ? undefined : open.pop();
		if (tag === undefined || (headings[0] ?? Infinity) > tag.index) return [];
		const isHeld = headings.some((at) => at > tag.index && at < close.index);
		const tags = [tag, close].map(({ 0: found, index: start }) => {
			return { start, end: start + found.length, text: toBlank(found) };
		});
		if (!isHeld || !tags.every(({ start, end }) => isAlone(reading.source, start, end))) return [];
		const note = 'Delete it, or write it around the text below each heading.';
		const { told } = tell(tag[0], 'is left out: it holds headings', note);
		return tags.map((one, at) => ({ ...one, told: at === 0 ? told : undefined }));
	});
}

/** A tag of a component with its offsets. */
interface Tag {
	name: string;
	found: string;
	type: 'open' | 'close' | 'alone';
	start: number;
	end: number;
}

/** Braces within braces, as deep as values of attributes have them. */
const braces = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`;

/** Tags whose names begin with a capital, and those of elements that have values in braces. */
const tag = new RegExp(
	String.raw`<(/?)(?:([A-Z][\w.]*)|([a-z]\w*)(?=[^<>]*\s[\w-]+=\{))(?=[\s/>])(?:=\s*"[^"]*"|=\s*'[^']*'|${braces}|\n(?!\s*\n)|[^<>{}\n])*?(/?)>`,
	'g',
);

function findTags(reading: Reading): Change[] {
	const tags = findAll(reading, tag).map(
		({ 0: found, 1: close, 2: own, 3: element = '', 4: alone, index: start }): Tag => {
			const type = close ? 'close' : alone ? 'alone' : 'open';
			return { name: own ?? element, found, type, start, end: start + found.length };
		},
	);
	const has = (name: string, type: Tag['type']) =>
		tags.some((one) => one.name === name && one.type === type);
	return tags.flatMap(({ start, end, ...own }) => {
		const { name, type, found } = own;
		const counterpart = type === 'open' ? 'close' : 'open';
		if (/^[a-z]/.test(name) || type === 'alone' || has(name, counterpart)) {
			return [{ start, end, ...toMade(own, isAlone(reading.source, start, end)) }];
		}
		if (type === 'close' || !/\s[\w-]+=["'{]/.test(found)) return [];
		const note = 'Delete it, or write Markdown.';
		return [{ start, end, ...tell(found, 'is shown as text: nothing closes it', note) }];
	});
}

type Own = Pick<Tag, 'name' | 'type' | 'found'>;

function toMade(tag: Own, isBlock: boolean) {
	const { name, type, found } = tag;
	const picture = toPicture(name, found);
	const text = picture + toKept(tag, isBlock) + toBlank(found);
	if (type === 'close' || picture !== '') return { text };
	const reason = `component \`${found.replace(/\s+/g, ' ')}\` is left out`;
	const note = 'Write Markdown or HTML in its place: components are not drawn.';
	return { text, told: { reason, note } };
}

/** `<Image src="./a.png" alt="A" />` of Next, Astro and others. */
function toPicture(name: string, tag: string): string {
	const [src, alt] = ['src', 'alt'].map((key) => readValue(tag, key));
	return /^(?:Image|Img|Picture)$/.test(name) && src !== undefined
		? `![${alt ?? ''}](<${src}>)`
		: '';
}

/** Components whose titles are words of the text wherever they stand. */
const boxes = /^(?:Accordion|Card|Collapse|Expand|Panel|Step|Tab)/;

/** What is left of a tag: the element that it is, or what a tab is called, which tells what it holds. */
function toKept({ name, type, found }: Own, isBlock: boolean): string {
	const [title, href] = [readValue(found, 'title', 'label'), readValue(found, 'href', 'to')];
	if (type === 'alone' && title !== undefined && href !== undefined) return `[${title}](<${href}>)`;
	if (type !== 'open') return '';
	if (/^[a-z]/.test(name)) return `<${name}>`;
	const keys = ['label', 'title', ...(name.startsWith('Tab') ? ['value'] : [])];
	const label = keys.map((key) => readValue(found, key)).find((value) => value !== undefined);
	if (label === undefined || (!isBlock && !boxes.test(name))) return '';
	return isBlock ? `**${label}**` : `**${label}** `;
}
