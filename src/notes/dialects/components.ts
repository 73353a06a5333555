import {
	change,
	isAlone,
	readText,
	readValue,
	toBlank,
	type Change,
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
	return change(source, [
		...findStatements(source),
		...findComponents(source),
		...findWrappers(source),
	]);
}

/** One `import` or several on a line; names in braces may stand on lines of their own. */
const imports =
	/^(?:import\s+(?:[\w*{][^'"\n]*?\sfrom\s+|\{[^}]*\}\s*from\s*)?(['"])[^'"\n]+\1;?[ \t]*)+$/gm;

const exports = /^export\s+(?:const|let|var|function|class|async|default)\s/gm;

function findStatements(source: string): Change[] {
	const { isCode } = readText(source);
	const comments = [...source.matchAll(/\{\/\*[^]*?\*\/\}/g)].map(
		({ 0: found, index }): Change => ({
			...{ start: index, end: index + found.length, text: toBlank(found) },
		}),
	);
	const imported = [...source.matchAll(imports)].map(
		({ 0: { length }, index }) => [index, index + length] as const,
	);
	const exported = [...source.matchAll(exports)].map(
		({ index }) => [index, toEnd(source, index)] as const,
	);
	const runs = [...imported, ...exported].map(([start, end]): Change => {
		const text = source.slice(start, end);
		const reason = `\`${text.split('\n')[0]?.trim()}\` is left out`;
		const note = 'Delete it: nothing of notes is run.';
		return { start, end, text: toBlank(text), foreign: { family, reason, note } };
	});
	return [...comments, ...runs].filter(({ start }) => !isCode(start));
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
function findWrappers(source: string): Change[] {
	const { isCode } = readText(source);
	return ['div', 'center'].flatMap((name) => {
		if (new RegExp(`</${name}\\b`, 'i').test(source)) return [];
		const tags = source.matchAll(new RegExp(`<${name}\\b[^<>]*>`, 'gi'));
		return [...tags].flatMap(({ 0: found, index: start }): Change[] => {
			const end = start + found.length;
			if (isCode(start) || !isAlone(source, start, end)) return [];
			const reason = `\`${found}\` is left out: nothing closes it`;
			const note = `Write \`</${name}>\` where it ends, or delete it.`;
			return [{ start, end, text: toBlank(found), foreign: { family, reason, note } }];
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

function findComponents(source: string): Change[] {
	const { isCode } = readText(source);
	const tags = findTags(source).filter(({ start }) => !isCode(start));
	const closed = new Set(tags.filter(({ type }) => type === 'close').map(({ name }) => name));
	const opened = new Set(tags.filter(({ type }) => type === 'open').map(({ name }) => name));
	return tags.flatMap(({ name, type, start, end }): Change[] => {
		const found = source.slice(start, end);
		const isElement = /^[a-z]/.test(name);
		const isMeant =
			isElement || (type === 'close' ? opened.has(name) : type === 'alone' || closed.has(name));
		if (!isMeant) return [];
		const keys = name.startsWith('Tab') ? ['label', 'title', 'value'] : ['label', 'title'];
		const label = keys.map((key) => readValue(found, key)).find((value) => value !== undefined);
		const isBlock = isAlone(source, start, end);
		// What a tab is called tells what stands in it.
		const words = type === 'open' && label !== undefined && isBlock ? `**${label}**` : '';
		const picture = toPicture(name, found);
		const text = isElement && type === 'open' ? `<${name}>` : picture + words;
		const shown = found.replace(/\s+/g, ' ');
		const note = 'Write Markdown or HTML in its place: components are not drawn.';
		const foreign = { family, reason: `component \`${shown}\` is left out`, note } as const;
		const isTold = type !== 'close' && picture === '';
		return [{ start, end, text: text + toBlank(found), ...(isTold && { foreign }) }];
	});
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
