import {
	change,
	findAll,
	isAlone,
	leaveOut,
	readText,
	readValue,
	toBlank,
	toLineRange,
	type Change,
	type Reading,
	type Translation,
} from './translation.ts';

/** Signs of Jekyll, Hugo, kramdown and Pandoc, so that other notes are not parsed twice. */
export const templateSigns =
	/^--8<--|^[ \t]*(?:\{[*!]|[?!]> |: |%[ \t]|\\[a-z]|\*\[|\([\w-]+\)=|\+[-=]|-{2,}[ \t]+--)|[ :]id=|\[[^\]\n]*@\w|\]\{|\$|^[ \t]*(?:|::[a-z]|<<< |@\[)|(?<![\w:]):[a-z][\w-]*\[|:(?:fontawesome|material|octicons|simple)-|\{[%:{.#\w]|\{\s*[.#\w-]+[ =}]|\[\[_?to(?:c|sp)_?\]\]|^\[toc\]|\$\{toc\}/im;

const family = 'template-is-filled';

/**
 * Takes out of notes what other programs do before they show them: tags of templates (`{% include %}`,
 * `{{< figure >}}`), lists of attributes (`{: .class}`), places for tables of contents (`[TOC]`). Blocks
 * of code in tags become fences.
 */
export function translateTemplates(source: string): Translation {
	const outer = change(source, family, findBlocks(readText(source)));
	const reading = readText(outer.source);
	const inner = change(outer.source, family, [
		...findTags(reading),
		...lists.flatMap((pattern) =>
			findAll(reading, pattern, (found) => toAttributes(reading, found)),
		),
		...findAll(reading, contents, () => ''),
		...included.flatMap((pattern) => findAll(reading, pattern, toIncluded)),
		...replaced.flatMap(([pattern, make]) => findAll(reading, pattern, make, 'words')),
		...shown.flatMap(([pattern, note]) =>
			findAll(reading, pattern, (found) => toText(found, note), 'words'),
		),
	]);
	return { source: inner.source, foreign: [...outer.foreign, ...inner.foreign] };
}

/** Comments, and code in tags, which is not to be read as Markdown. */
function findBlocks(reading: Reading): Change[] {
	const comments =
		/\{%-?\s*comment\b[^%]*%\}[^]*?\{%-?\s*endcomment\s*-?%\}|\{::comment\}[^]*?\{:\/(?:comment)?\}/g;
	const codes =
		/^[ \t]*\{(?:%-?|\{[<%])\s*(highlight|codeblock|code-toggle|code)\b([^\n]*?)(?:%|[>%]\})\}[ \t]*\r?\n([^]*?)^[ \t]*\{(?:%-?|\{[<%])\s*(?:end|\/)\s*\1\s*(?:-?%|[>%]\})\}[ \t]*$/gm;
	return [
		...findAll(reading, comments, ([found]) => toBlank(found)),
		...findAll(reading, codes, ([found, tag, words = '']) => {
			// What holds fences has its language from them.
			if (/^[ \t]*(?:`{3}|~{3})/m.test(found)) return undefined;
			const told = /(?:^|\s)["']?(?:lang(?:uage)?[:=]["']?)?([A-Za-z][\w+#-]*)(?![\w+#:=-])/;
			const language = told.exec(words)?.[1] ?? (tag === 'code-toggle' ? toConfig(found) : 'text');
			return ['```' + language, ...found.split('\n').slice(1, -1), '```'].join('\n');
		}),
	];
}

/** What Hugo's code that can be switched is written in. */
function toConfig(code: string): string {
	return /^(?:\[|[\w.-]+ *= )/m.test(code) ? 'toml' : 'yaml';
}

/** Docker's own `{{.Names}}` and `{{json .}}` are text. */
const ofGo = /^\{\{-?\s*(?:end|else|(?:[\w$]+\s+)*[("$]*\.)/;

function findTags(reading: Reading): Change[] {
	// Braces behind a sign of equality are MDX's.
	const tags = /\{%[^]*?%\}|\{\{[<%][^]*?[>%]\}\}|(?<!=)\{\{[^{}\n]*\}\}/g;
	return findAll(reading, tags, ({ 0: found, index }) => {
		if (found.includes('\n\n') || ofGo.test(found)) return undefined;
		const path = toPath(found);
		if (path !== undefined) return path;
		const isTag = !/^\{\{[^<%]/.test(found);
		const { source } = reading;
		if (!isTag || !isAlone(source, ...toOuter(source, index, index + found.length))) {
			const reason = `\`${found.replace(/\s+/g, ' ')}\` is shown as text`;
			const note = 'Write what it stands for, or put it between backticks if it is text.';
			return { text: found, told: { reason, note } };
		}
		const text = toShown(found) + toBlank(found);
		if (text.startsWith('!')) return text;
		return leaveOut(found, 'Write what it stands for: no template is filled in here.', text);
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

function toAttributes({ source }: Reading, { 0: found, index }: RegExpExecArray) {
	const before = source.slice(toLineRange(source, index).start, index);
	const id = /^#{1,6} /.test(before) ? /#[\w-]+/.exec(found)?.[0] : undefined;
	// An own id is for links, and does its work; navigation stands for `{:toc}`.
	if (id !== undefined) return `{${id}}`;
	if (/^\{:\s*toc\b/.test(found)) return '';
	return leaveOut(found, 'Delete it: pages have no classes and attributes of notes.');
}

/** Places for tables of contents: the navigation stands for them. */
const contents =
	/^[ \t]*(?:\[\[_?to(?:c|sp)_?\]\]|\[toc\]|\$\{toc\}|(?:[*+-]|\d+[.)])[ \t][^\n]*(?=\n[ \t]*\{:\s*toc\b))[ \t]*$/gim;

/** Files that programs put in, and boxes and words of other kinds: `::video{src=x}`, `:kbd[Tab]`. */
const included: readonly RegExp[] = [
	/^[ \t]*(?:--8<--.*|\{\*.*\*\}|\{!.*!\}|<<< .*|@\[\w[^\]\n]*\]\([^)\n]*\))[ \t]*$/gm,
	/:(?:fontawesome|material|octicons|simple)-[\w-]+:(?:\{[^{}\n]*\})?/g,
	/^[ \t]*(?:%[ \t].*|\*\[[^\]\n]+\]:.*|\\(?:newpage|pagebreak|clearpage|tableofcontents|maketitle))[ \t]*$/gm,
	/\{#[ \t][^{}]*[ \t]#\}/g,
	/^[ \t]*::[a-z][\w-]*(?:\[([^\]\n]*)\])?(?:\{[^}\n]*\})?[ \t]*$/gm,
	/(?<![\w:]):[a-z][\w-]*\[([^\]\n]*)\](?:\{[^}\n]*\})?/g,
];

function toIncluded([found, words = '']: RegExpExecArray) {
	return leaveOut(found, 'Write what it stands for: nothing is put in here.', words);
}

/** Marks with another sign in their place: words with attributes, places to link to, hints of docsify. */
const replaced: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
	[/(?<!!)\[([^[\]\n]+)\](?=\{[ \t]*[.#][^{}()\n]*\})/g, ([, words = '']) => words],
	[/(?<=^[ \t]*)\(([\w-]+)\)=[ \t]*$/gm, ([, id = '']) => `<a id="${id}"></a>`],
	[/(?<=^[ \t]*)([?!])> /gm, ([, mark]) => `> **${mark === '?' ? 'Tip' : 'Warning'}:** `],
	[/(?<=^#{1,6} .*)[ \t]:id=([\w-]+)[ \t]*$/gm, ([, id = '']) => ` {#${id}}`],
];

const asTable = 'Write the table with bars: `| a | b |`.';
const asPicture = 'Write it in words, or between backticks as its source.';

/** Marks of Pandoc, kramdown and MyST that have no counterpart, and what to write instead. */
const shown: readonly (readonly [RegExp, string])[] = [
	[/(?<=^ {0,3}):[ \t]+\S.*$/gm, 'Write a list or a table: GitHub has no lists of definitions.'],
	[/(?<=^ {0,3})\+(?:[-=]+\+)+[ \t]*\r?\n(?:[ \t]*[|+].*(?:\r?\n|$))+/gm, asTable],
	[/(?<=^[ \t]*)[^\s|>*+-][^\n|]*\n[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*$/gm, asTable],
	[/(?<=\S.*)\$\$[^$\n]+\$\$|\$\$[^$\n]+\$\$(?=.*\S)/g, asPicture],
	[
		/(?<![\w$\\])\$(?![\s$])[^$\n]*(?:\\[A-Za-z]+|[\^_]\{|\^\d)[^$\n]*(?<!\s)\$(?![\w$])/g,
		asPicture,
	],
	[/\\begin\{[^]*?\\end\{\w+\*?\}/g, asPicture],
	[/\[(?:[^\]\n]*\s)?-?@[\w:-]+[^\]\n]*\](?![([])/g, 'Write the source that it cites, as a link.'],
	[/\{[a-z][\w:+-]*\}(?=`)/g, 'Delete it: what follows it is shown as code.'],
];

function toText([found]: RegExpExecArray, note: string) {
	const [first = ''] = found.trim().split(/\r?\n/);
	return { text: found, told: { reason: `\`${first}\` is shown as text`, note } };
}
