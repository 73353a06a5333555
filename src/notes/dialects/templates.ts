import {
	change,
	isAlone,
	readText,
	toBlank,
	toLineRange,
	type Change,
	type Translation,
} from './translation.ts';

/** Signs of Jekyll, Hugo, kramdown and Pandoc, so that other notes are not parsed twice. */
export const templateSigns =
	/^--8<--|:(?:fontawesome|material|octicons|simple)-|\{[%:{.#]|\{\s*[.#\w-]+[ =}]|\[\[_?toc_?\]\]|^\[toc\]|\$\{toc\}/im;

const family = 'template-is-filled';

/**
 * Takes out of notes what other programs do before they show them: tags of templates (`{% include %}`,
 * `{{< figure >}}`), lists of attributes (`{: .class}`), places for tables of contents (`[TOC]`). Blocks
 * of code in tags become fences.
 */
export function translateTemplates(source: string): Translation {
	const outer = change(source, findBlocks(source));
	const inner = change(outer.source, [
		...findTags(outer.source),
		...findAttributes(outer.source),
		...findContents(outer.source),
		...findIncluded(outer.source),
	]);
	return { source: inner.source, foreign: [...outer.foreign, ...inner.foreign] };
}

/** Comments, and code in tags, which is not to be read as Markdown. */
function findBlocks(source: string): Change[] {
	const { isCode } = readText(source);
	const comments =
		/\{%-?\s*comment\b[^%]*%\}[^]*?\{%-?\s*endcomment\s*-?%\}|\{::comment\}[^]*?\{:\/(?:comment)?\}/g;
	const codes =
		/^[ \t]*\{(?:%-?|\{[<%])\s*(highlight|codeblock|code)\b([^\n]*?)(?:%|[>%]\})\}[ \t]*\r?\n([^]*?)^[ \t]*\{(?:%-?|\{[<%])\s*(?:end|\/)\s*\1\s*(?:-?%|[>%]\})\}[ \t]*$/gm;
	return [
		...[...source.matchAll(comments)].map(({ 0: found, index }): Change => ({
			...{ start: index, end: index + found.length, text: toBlank(found) },
		})),
		...[...source.matchAll(codes)].map(({ 0: found, 2: words = '', index }): Change => {
			const language =
				/[A-Za-z][\w+#-]*/.exec(words.replace(/lang(?:uage)?[:=]/, ''))?.[0] ?? 'text';
			const lines = found.split('\n');
			const text = ['```' + language, ...lines.slice(1, -1), '```'].join('\n');
			return { start: index, end: index + found.length, text };
		}),
	].filter(({ start }) => !isCode(start));
}

/** Docker's own `{{.Names}}` and `{{json .}}` are text. */
const ofGo = /^\{\{-?\s*(?:end|else|(?:[\w$]+\s+)*[("$]*\.)/;

function findTags(source: string): Change[] {
	const { isCode } = readText(source);
	const tags = /\{%[^]*?%\}|\{\{[<%][^]*?[>%]\}\}|\{\{[^{}\n]*\}\}/g;
	return [...source.matchAll(tags)].flatMap(({ 0: found, index: start }): Change[] => {
		const end = start + found.length;
		if (isCode(start) || found.includes('\n\n') || ofGo.test(found)) return [];
		const isTag = !/^\{\{[^<%]/.test(found);
		const shown = found.replace(/\s+/g, ' ');
		if (!isTag || !isAlone(source, ...toOuter(source, start, end))) {
			const note = 'Write what it stands for, or put it between backticks if it is text.';
			const foreign = { family, reason: `\`${shown}\` is shown as text`, note } as const;
			return [{ start, end, text: found, foreign }];
		}
		const note = 'Write what it stands for: no template is filled in here.';
		const foreign = { family, reason: `\`${shown}\` is left out`, note } as const;
		return [{ start, end, text: toBlank(found), foreign }];
	});
}

/** The stretch of a tag with other tags that stand in its line. */
function toOuter(source: string, start: number, end: number): [start: number, end: number] {
	const line = toLineRange(source, start);
	const before = source.slice(line.start, start);
	const behind = source.slice(end, toLineRange(source, end).end);
	const only = /^(?:\s*(?:\{%.*?%\}|\{\{[<%].*?[>%]\}\}))*\s*$/;
	return only.test(before) && only.test(behind) ? [line.start, end + behind.length] : [start, end];
}

const attribute = String.raw`(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))`;

/** `{: .class}` and `{:.no_toc}` of kramdown; `{.class key=value}` of Pandoc behind what it belongs to. */
const lists = [
	new RegExp(String.raw`\{:\s*(?:${attribute}|[\w-]+)(?:\s+(?:${attribute}|[\w-]+))*\s*\}`, 'g'),
	/\{::[^{}\n]*\}|\{:\/[^{}\n]*\}/g,
	new RegExp(
		String.raw`(?:(?<=[)\]${'`'}*_])|(?<=^[ \t]*|^#{1,6} .*))\{\s*${attribute}(?:\s+${attribute})*\s*\}`,
		'gm',
	),
];

function findAttributes(source: string): Change[] {
	const { isCode } = readText(source);
	return lists.flatMap((pattern) =>
		[...source.matchAll(pattern)].flatMap(({ 0: found, index: start }): Change[] => {
			const line = toLineRange(source, start);
			const isHeading = /^#{1,6} /.test(source.slice(line.start, start));
			const id = /#[\w-]+/.exec(found)?.[0];
			if (isCode(start) || (isHeading && found === `{${id}}`)) return [];
			const text = isHeading && id !== undefined ? `{${id}}` : '';
			const note = 'Delete it: pages have no classes and attributes of notes.';
			const foreign = { family, reason: `\`${found}\` is left out`, note } as const;
			// An own id is for links, and does its work.
			return [{ start, end: start + found.length, text, ...(text === '' && { foreign }) }];
		}),
	);
}

/** The navigation stands for them. */
function findContents(source: string): Change[] {
	const { isCode } = readText(source);
	return [
		...source.matchAll(
			/^[ \t]*(?:\[\[_?toc_?\]\]|\[toc\]|\$\{toc\}|[*-] toc(?=\s*\{:toc\}))[ \t]*$/gim,
		),
	]
		.filter(({ index }) => !isCode(index))
		.map(({ 0: found, index }) => ({ start: index, end: index + found.length, text: '' }));
}

/** Files and pictures that MkDocs puts in. */
function findIncluded(source: string): Change[] {
	const { isCode } = readText(source);
	const marks = /^[ \t]*--8<--.*$|:(?:fontawesome|material|octicons|simple)-[\w-]+:/gm;
	return [...source.matchAll(marks)]
		.filter(({ index }) => !isCode(index))
		.map(({ 0: found, index }) => {
			const reason = `\`${found.trim()}\` is left out`;
			const note = 'Write what it stands for: nothing is put in here.';
			const foreign = { family, reason, note } as const;
			return { start: index, end: index + found.length, text: '', foreign };
		});
}
