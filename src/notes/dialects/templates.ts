import {
	change,
	isAlone,
	readText,
	readValue,
	toBlank,
	toLineRange,
	type Change,
	type Translation,
} from './translation.ts';

/** Signs of Jekyll, Hugo, kramdown and Pandoc, so that other notes are not parsed twice. */
export const templateSigns =
	/^--8<--|^[ \t]*(?:\{[*!]|::[a-z]|<<< |@\[)|(?<![\w:]):[a-z][\w-]*\[|:(?:fontawesome|material|octicons|simple)-|\{[%:{.#]|\{\s*[.#\w-]+[ =}]|\[\[_?toc_?\]\]|^\[toc\]|\$\{toc\}/im;

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
		/^[ \t]*\{(?:%-?|\{[<%])\s*(highlight|codeblock|code-toggle|code)\b([^\n]*?)(?:%|[>%]\})\}[ \t]*\r?\n([^]*?)^[ \t]*\{(?:%-?|\{[<%])\s*(?:end|\/)\s*\1\s*(?:-?%|[>%]\})\}[ \t]*$/gm;
	return [
		...[...source.matchAll(comments)].map(({ 0: found, index }): Change => ({
			...{ start: index, end: index + found.length, text: toBlank(found) },
		})),
		...[...source.matchAll(codes)].flatMap(
			({ 0: found, 1: tag, 2: words = '', index }): Change[] => {
				// What holds fences has its language from them.
				if (/^[ \t]*(?:`{3}|~{3})/m.test(found)) return [];
				const told = /(?:^|\s)["']?(?:lang(?:uage)?[:=]["']?)?([A-Za-z][\w+#-]*)(?![\w+#:=-])/;
				const language =
					told.exec(words)?.[1] ?? (tag === 'code-toggle' ? toConfig(found) : 'text');
				const lines = found.split('\n');
				const text = ['```' + language, ...lines.slice(1, -1), '```'].join('\n');
				return [{ start: index, end: index + found.length, text }];
			},
		),
	].filter(({ start }) => !isCode(start));
}

/** What Hugo's code that can be switched is written in. */
function toConfig(code: string): string {
	return /^(?:\[|[\w.-]+ *= )/m.test(code) ? 'toml' : 'yaml';
}

/** Docker's own `{{.Names}}` and `{{json .}}` are text. */
const ofGo = /^\{\{-?\s*(?:end|else|(?:[\w$]+\s+)*[("$]*\.)/;

function findTags(source: string): Change[] {
	const { isCode } = readText(source);
	// Braces behind a sign of equality are MDX's.
	const tags = /\{%[^]*?%\}|\{\{[<%][^]*?[>%]\}\}|(?<!=)\{\{[^{}\n]*\}\}/g;
	return [...source.matchAll(tags)].flatMap(({ 0: found, index: start }): Change[] => {
		const end = start + found.length;
		if (isCode(start) || found.includes('\n\n') || ofGo.test(found)) return [];
		const isTag = !/^\{\{[^<%]/.test(found);
		const shown = found.replace(/\s+/g, ' ');
		const path = toPath(found);
		if (path !== undefined) return [{ start, end, text: path }];
		if (!isTag || !isAlone(source, ...toOuter(source, start, end))) {
			const note = 'Write what it stands for, or put it between backticks if it is text.';
			const foreign = { family, reason: `\`${shown}\` is shown as text`, note } as const;
			return [{ start, end, text: found, foreign }];
		}
		const note = 'Write what it stands for: no template is filled in here.';
		const foreign = { family, reason: `\`${shown}\` is left out`, note } as const;
		const shownAs = toShown(found);
		const isDrawn = shownAs.startsWith('!');
		return [{ start, end, text: shownAs + toBlank(found), ...(!isDrawn && { foreign }) }];
	});
}

/** The path in `{{< ref "a.md" >}}`, `{% link a.md %}` and `{{ site.baseurl }}`, which stand in links. */
function toPath(tag: string): string | undefined {
	if (/^\{\{-?\s*(?:site|page)\.(?:base)?url\s*-?\}\}$/i.test(tag)) return '';
	const filtered = /^\{\{-?\s*["']([^"']+)["']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}$/.exec(
		tag,
	);
	const led = /^\{(?:%-?|\{[<%])\s*(?:rel)?(?:ref|link|post_url)\s+["']?([^\s"'%>]+)/.exec(tag);
	return (filtered ?? led)?.[1];
}

/** What is left of a tag: the picture that it shows, or the name of a tab. */
function toShown(tag: string): string {
	const [, name = '', words = ''] = /^\{(?:%-?|\{[<%])\s*([\w-]+)([^]*)/.exec(tag) ?? [];
	const src = readValue(words, 'src');
	if (/^(?:figure|img|image)$/.test(name) && src !== undefined) {
		return `![${readValue(words, 'alt', 'caption', 'title') ?? ''}](<${src}>)`;
	}
	if (!/^(?:tab|tabitem|step|expand|accordion)$/.test(name)) return '';
	const title =
		readValue(words, 'title', 'name', 'header', 'label') ?? /["']([^"']+)["']/.exec(words)?.[1];
	return title === undefined ? '' : `**${title}**`;
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
			// An own id is for links, and does its work; navigation stands for `{:toc}`.
			const isDone = text !== '' || /^\{:\s*toc\b/.test(found);
			return [{ start, end: start + found.length, text, ...(!isDone && { foreign }) }];
		}),
	);
}

/** The navigation stands for them. */
function findContents(source: string): Change[] {
	const { isCode } = readText(source);
	return [
		...source.matchAll(
			/^[ \t]*(?:\[\[_?toc_?\]\]|\[toc\]|\$\{toc\}|(?:[*+-]|\d+[.)])[ \t][^\n]*(?=\n[ \t]*\{:\s*toc\b))[ \t]*$/gim,
		),
	]
		.filter(({ index }) => !isCode(index))
		.map(({ 0: found, index }) => ({ start: index, end: index + found.length, text: '' }));
}

/** Files that programs put in, and boxes and words of other kinds: `::video{src=x}`, `:kbd[Tab]`. */
const included: readonly RegExp[] = [
	/^[ \t]*(?:--8<--.*|\{\*.*\*\}|\{!.*!\}|<<< .*|@\[\w[^\]\n]*\]\([^)\n]*\))[ \t]*$/gm,
	/:(?:fontawesome|material|octicons|simple)-[\w-]+:/g,
	/^[ \t]*::[a-z][\w-]*(?:\[([^\]\n]*)\])?(?:\{[^}\n]*\})?[ \t]*$/gm,
	/(?<![\w:]):[a-z][\w-]*\[([^\]\n]*)\](?:\{[^}\n]*\})?/g,
];

function findIncluded(source: string): Change[] {
	const { isCode } = readText(source);
	const all = included.flatMap((pattern) => [...source.matchAll(pattern)]);
	return all
		.filter(({ index }) => !isCode(index))
		.map(({ 0: found, 1: words = '', index }) => {
			const reason = `\`${found.trim()}\` is left out`;
			const note = 'Write what it stands for: nothing is put in here.';
			const foreign = { family, reason, note } as const;
			return { start: index, end: index + found.length, text: words, foreign };
		});
}
