import {
	change,
	findAll,
	isAlone,
	leaveOut,
	readText,
	readValue,
	toBlank,
	type Change,
	type Reading,
	type Translation,
} from './translation.ts';

/** Signs of MDX, so that other notes are not parsed twice. */
export const componentSigns =
	/<\/?[A-Z]|<[a-z][^<>]{0,400}?=\{|^(?:import|export)\s|\{\/\*|<(?:div|center)\b/m;

const family = 'component-is-text';

/**
 * Takes out of notes what MDX runs: `import` and `export`, comments, and the tags of components; what
 * stands between the tags stays. A name in brackets that nothing closes (`<Image>`) is text.
 */
export function translateComponents(source: string): Translation {
	const reading = readText(source);
	const run = [
		...findAll(reading, /\{\/\*[^]*?\*\/\}/g, ([found]) => toBlank(found)),
		...findAll(reading, imports, ([found]) => toStatement(found)),
		...findExports(reading),
		...findComponents(reading),
	];
	const values = run.length === 0 ? [] : findValues(reading);
	return change(source, family, [...run, ...values, ...findWrappers(reading)]);
}

/** `{props.children}`, which is a value where there is other MDX, and words elsewhere; code in braces is code. */
function findValues(reading: Reading): Change[] {
	const note = 'Write what it stands for: nothing of notes is run.';
	const toShown = ([found]: RegExpExecArray) => ({
		...{ text: found, told: { reason: `\`${found}\` is shown as text`, note } },
	});
	return [
		...findAll(reading, /\{(`[^`{}\n]*`)\}/g, ([, code = '']) => code),
		...findAll(reading, /\{[A-Za-z_$][^{}\n]*\}/g, toShown, 'words'),
		...findAll(reading, /<\/?>/g, () => '', 'words'),
	];
}

/** One `import` or several on a line; names in braces may stand on lines of their own. */
const imports =
	/^(?:import\s+(?:[\w*{][^'"\n]*?\sfrom\s+|\{[^}]*\}\s*from\s*)?(['"])[^'"\n]+\1;?[ \t]*)+$/gm;

const exports = /^export\s+(?:const|let|var|function|class|async|default)\s/gm;

function toStatement(found: string) {
	const [first = ''] = found.split('\n');
	return leaveOut(first, 'Delete it: nothing of notes is run.', toBlank(found));
}

function findExports({ source, isCode }: Reading): Change[] {
	return [...source.matchAll(exports)]
		.filter(({ index }) => !isCode(index))
		.map(({ index: start }) => {
			const end = toEnd(source, start);
			return { start, end, ...toStatement(source.slice(start, end)) };
		});
}

/** Where a statement ends: at the end of the line in which its last bracket closes. */
function toEnd(source: string, start: number): number {
	let open = 0;
	let quote = '';
	for (let at = start; at < source.length; at += 1) {
		const sign = source[at] ?? '';
		if (quote !== '') quote = sign === quote || sign === '\n' ? '' : quote;
		else if (/["'`]/.test(sign)) quote = sign;
		else if (/[({[]/.test(sign)) open += 1;
		else if (/[)}\]]/.test(sign)) open -= 1;
		else if (sign === '\n' && open <= 0) return at;
	}
	// Nothing closes it: as far as its paragraph.
	const end = source.slice(start).search(/\n\s*\n/);
	return open <= 0 || end < 0 ? source.length : start + end;
}

/** `<div dir="rtl">` that nothing in the file closes: it can only be meant for all that follows. */
function findWrappers(reading: Reading): Change[] {
	const { source } = reading;
	return ['div', 'center'].flatMap((name) => {
		if (new RegExp(`</${name}\\b`, 'i').test(source)) return [];
		return findAll(reading, new RegExp(`<${name}\\b[^<>]*>`, 'gi'), ({ 0: found, index }) => {
			if (!isAlone(source, index, index + found.length)) return undefined;
			const reason = `\`${found}\` is left out: nothing closes it`;
			const note = `Write \`</${name}>\` where it ends, or delete it.`;
			return { text: toBlank(found), told: { reason, note } };
		});
	});
}

/** A tag of a component with its offsets. */
interface Tag {
	name: string;
	type: 'open' | 'close' | 'alone';
	start: number;
	end: number;
}

function findComponents({ source, isCode }: Reading): Change[] {
	const tags = findTags(source).filter(({ start }) => !isCode(start));
	const closed = new Set(tags.filter(({ type }) => type === 'close').map(({ name }) => name));
	const opened = new Set(tags.filter(({ type }) => type === 'open').map(({ name }) => name));
	return tags.flatMap(({ name, type, start, end }): Change[] => {
		const found = source.slice(start, end);
		const isMeant =
			/^[a-z]/.test(name) ||
			(type === 'close' ? opened.has(name) : type === 'alone' || closed.has(name));
		if (!isMeant && type === 'open' && /\s[\w-]+=["'{]/.test(found)) {
			const reason = `\`${found.replace(/\s+/g, ' ')}\` is shown as text: nothing closes it`;
			return [{ start, end, text: found, told: { reason, note: 'Delete it, or write Markdown.' } }];
		}
		if (!isMeant) return [];
		const picture = toPicture(name, found);
		const text =
			picture + toKept({ name, type }, found, isAlone(source, start, end)) + toBlank(found);
		if (type === 'close' || picture !== '') return [{ start, end, text }];
		const reason = `component \`${found.replace(/\s+/g, ' ')}\` is left out`;
		const note = 'Write Markdown or HTML in its place: components are not drawn.';
		return [{ start, end, text, told: { reason, note } }];
	});
}

/** Components whose titles are words of the text wherever they stand. */
const boxes = /^(?:Accordion|Card|Collapse|Expand|Panel|Step|Tab)/;

/** What is left of a tag: the element that it is, or what a tab is called, which tells what it holds. */
function toKept({ name, type }: Pick<Tag, 'name' | 'type'>, tag: string, isBlock: boolean): string {
	const [title, href] = [readValue(tag, 'title', 'label'), readValue(tag, 'href', 'to')];
	if (type === 'alone' && title !== undefined && href !== undefined) return `[${title}](<${href}>)`;
	if (type !== 'open') return '';
	if (/^[a-z]/.test(name)) return `<${name}>`;
	const keys = ['label', 'title', ...(name.startsWith('Tab') ? ['value'] : [])];
	const label = keys.map((key) => readValue(tag, key)).find((value) => value !== undefined);
	if (label === undefined || (!isBlock && !boxes.test(name))) return '';
	return isBlock ? `**${label}**` : `**${label}** `;
}

/** `<Image src="./a.png" alt="A" />` of Next, Astro and others. */
function toPicture(name: string, tag: string): string {
	const [src, alt] = ['src', 'alt'].map((key) => readValue(tag, key));
	return /^(?:Image|Img|Picture)$/.test(name) && src !== undefined
		? `![${alt ?? ''}](<${src}>)`
		: '';
}

/** Tags whose names begin with a capital, and those of elements that have values in braces. */
function findTags(source: string): Tag[] {
	return [...source.matchAll(/<(\/?)([A-Za-z][\w.]*)(?=[\s/>])/g)].flatMap(
		({ 0: found, 1: slash, 2: name = '', index }) => {
			const end = findTagEnd(source, index + found.length);
			if (end === undefined) return [];
			if (/^[a-z]/.test(name) && !/\s[\w-]+=\{/.test(source.slice(index, end))) return [];
			const isAlone = source[end - 2] === '/';
			const type = slash === '/' ? 'close' : isAlone ? 'alone' : 'open';
			return [{ name, type, start: index, end } satisfies Tag];
		},
	);
}

/** No tag is longer. */
const longest = 4000;

function findTagEnd(source: string, from: number): number | undefined {
	let braces = 0;
	let quote = '';
	const last = Math.min(source.length, from + longest);
	for (let at = from; at < last; at += 1) {
		const sign = source[at] ?? '';
		if (quote !== '') quote = sign === quote ? '' : quote;
		else if (/["'`]/.test(sign) && (braces > 0 || source[at - 1] === '=')) quote = sign;
		else if (sign === '{') braces += 1;
		else if (sign === '}') braces -= 1;
		else if (sign === '>' && braces === 0) return at + 1;
		else if (sign === '<' && braces === 0) return undefined;
		if (sign === '\n' && /^\s*\n/.test(source.slice(at + 1, at + 80)) && braces === 0)
			return undefined;
	}
	return undefined;
}
