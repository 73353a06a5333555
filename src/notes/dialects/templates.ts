/*
 * What Jekyll, Hugo, kramdown, Pandoc, MyST and others do before they show notes: tags of templates
 * (`{% include %}`, `{{< figure >}}`), lists of attributes (`{: .class}`), places for tables of contents
 * (`[TOC]`) and the like.
 */
import {
	leaveOut,
	readValue,
	tell,
	toBlank,
	toLineAround,
	type Mark,
	type Reading,
} from './translation.ts';

/** Comments, and code in tags, which is not to be read as Markdown, and becomes a fence. */
export const templateBlocks: readonly Mark[] = [
	[
		/\{%-?\s*comment\b[^%]*%\}[^]*?\{%-?\s*endcomment\s*-?%\}|\{::comment\}[^]*?\{:\/(?:comment)?\}/g,
		([found]) => toBlank(found),
	],
	[
		/^[ \t]*\{(?:%-?|\{[<%])\s*(highlight|codeblock|code-toggle|code)\b([^\n]*?)(?:%|[>%]\})\}[ \t]*\r?\n([^]*?)^[ \t]*\{(?:%-?|\{[<%])\s*(?:end|\/)\s*\1\s*(?:-?%|[>%]\})\}[ \t]*$/gm,
		toFence,
	],
];

function toFence([, tag = '', words = '', code = '']: RegExpExecArray) {
	// What holds fences has its language from them.
	if (/^[ \t]*(?:`{3}|~{3})/m.test(code)) return undefined;
	const told = /(?:^|\s)["']?(?:lang(?:uage)?[:=]["']?)?([A-Za-z][\w+#-]*)(?![\w+#:=-])/;
	// Hugo's code that can be switched does not say what it is written in.
	const switched = /^(?:\[|[\w.-]+ *= )/m.test(code) ? 'toml' : 'yaml';
	const language = told.exec(words)?.[1] ?? (tag === 'code-toggle' ? switched : 'text');
	return `\`\`\`${language}\n${code}\`\`\``;
}

const attribute = String.raw`(?:[.#][\w-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))`;
const asTable = 'Write the table with bars: `| a | b |`.';
const asPicture = 'Write it in words, or between backticks as its source.';

/** What is left when those are gone. */
export const templateMarks: readonly Mark[] = [
	// Braces behind a sign of equality are MDX's.
	[/\{%[^]*?%\}|\{\{[<%][^]*?[>%]\}\}|(?<!=)\{\{[^{}\n]*\}\}/g, toTagless],
	// `{: .class}` and `{:.no_toc}` of kramdown; `{.class key=value}` of Pandoc behind what it belongs to.
	[
		new RegExp(String.raw`\{:\s*(?:${attribute}|[\w-]+)(?:\s+(?:${attribute}|[\w-]+))*\s*\}`, 'g'),
		toUnattributed,
	],
	[/\{::[^{}\n]*\}|\{:\/[^{}\n]*\}/g, toUnattributed],
	[
		new RegExp(
			String.raw`(?:(?<=[)\]${'`'}*_])|(?<=^[ \t]*|^#{1,6} .*))\{\s*${attribute}(?:\s+${attribute})*\s*\}`,
			'gm',
		),
		toUnattributed,
	],
	// Places for tables of contents: the navigation stands for them.
	[
		/^[ \t]*(?:\[\[_?to(?:c|sp)_?\]\]|\[toc\]|\$\{toc\}|(?:[*+-]|\d+[.)])[ \t][^\n]*(?=\n[ \t]*\{:\s*toc\b))[ \t]*$/gim,
		() => '',
	],
	// What programs put in, and boxes and words of other kinds: `::video{src=x}`, `:kbd[Tab]`.
	[
		/^[ \t]*(?:--8<--.*|\{\*.*\*\}|\{!.*!\}|<<< .*|@\[\w[^\]\n]*\]\([^)\n]*\))[ \t]*$/gm,
		toIncluded,
	],
	[/:(?:fontawesome|material|octicons|simple)-[\w-]+:(?:\{[^{}\n]*\})?/g, toIncluded],
	[
		/^[ \t]*(?:%[ \t].*|\*\[[^\]\n]+\]:.*|\\(?:newpage|pagebreak|clearpage|tableofcontents|maketitle))[ \t]*$/gm,
		toIncluded,
	],
	[/\{#[ \t][^{}]*[ \t]#\}/g, toIncluded],
	[/^[ \t]*::[a-z][\w-]*(?:\[([^\]\n]*)\])?(?:\{[^}\n]*\})?[ \t]*$/gm, toIncluded],
	[/(?<![\w:]):[a-z][\w-]*\[([^\]\n]*)\](?:\{[^}\n]*\})?/g, toIncluded],
	// Code that mdBook and MkDocs put in.
	asText(
		/(?<=^[ \t]*)(?:\{\{#(?:rustdoc_)?include\b[^{}\n]*\}\}|-+8<-+ +["'].*)/gm,
		'Write what it stands for: nothing is put in here.',
		'code',
	),
	// Marks with another sign in their place: words with attributes, places to link to, hints of docsify.
	[/(?<!!)\[([^[\]\n]+)\](?=\{[ \t]*[.#][^{}()\n]*\})/g, ([, words = '']) => words, 'words'],
	[/(?<=^[ \t]*)\(([\w-]+)\)=[ \t]*$/gm, ([, id = '']) => `<a id="${id}"></a>`, 'words'],
	[/(?<=^[ \t]*)([?!])> /gm, ([, mark]) => `> **${mark === '?' ? 'Tip' : 'Warning'}:** `, 'words'],
	[/(?<=^#{1,6} .*)[ \t]:id=([\w-]+)[ \t]*$/gm, ([, id = '']) => ` {#${id}}`, 'words'],
	// What has no counterpart.
	asText(
		/(?<=^ {0,3}):[ \t]+\S.*$/gm,
		'Write a list or a table: GitHub has no lists of definitions.',
	),
	asText(/(?<=^ {0,3})\+(?:[-=]+\+)+[ \t]*\r?\n(?:[ \t]*[|+].*(?:\r?\n|$))+/gm, asTable),
	asText(/(?<=^[ \t]*)[^\s|>*+-][^\n|]*\n[ \t]*-{2,}(?:[ \t]+-{2,})+[ \t]*$/gm, asTable),
	asText(/(?<=\S.*)\$\$[^$\n]+\$\$|\$\$[^$\n]+\$\$(?=.*\S)/g, asPicture),
	asText(
		/(?<![\w$\\])\$(?![\s$])[^$\n]*(?:\\[A-Za-z]+|[\^_]\{|\^\d)[^$\n]*(?<!\s)\$(?![\w$])/g,
		asPicture,
	),
	asText(/\\begin\{[^]*?\\end\{\w+\*?\}/g, asPicture),
	asText(
		/\[(?:[^\]\n]*\s)?-?@[\w:-]+[^\]\n]*\](?![([])/g,
		'Write the source that it cites, as a link.',
	),
	asText(/\{[a-z][\w:+-]*\}(?=`)/g, 'Delete it: what follows it is shown as code.'),
];

function asText(pattern: RegExp, note: string, where: Mark[2] = 'words'): Mark {
	const make = ([found]: RegExpExecArray) => {
		const [first = ''] = found.trim().split(/\r?\n/);
		return { ...tell(first, 'is shown as text', note), text: found };
	};
	return [pattern, make, where];
}

function toIncluded([found, words = '']: RegExpExecArray) {
	return leaveOut(found, 'Write what it stands for: nothing is put in here.', words);
}

function toUnattributed({ 0: found, index }: RegExpExecArray, { source }: Reading) {
	const { before } = toLineAround(source, index, index);
	const id = /^#{1,6} /.test(before) ? /#[\w-]+/.exec(found)?.[0] : undefined;
	// An own id is for links, and does its work; navigation stands for `{:toc}`.
	if (id !== undefined) return `{${id}}`;
	if (/^\{:\s*toc\b/.test(found)) return '';
	return leaveOut(found, 'Delete it: pages have no classes and attributes of notes.');
}

/** Docker's own `{{.Names}}` and `{{json .}}` are text. */
const ofGo = /^\{\{-?\s*(?:end|else|(?:[\w$]+\s+)*[("$]*\.)/;

function toTagless({ 0: found, index }: RegExpExecArray, { source }: Reading) {
	if (found.includes('\n\n') || ofGo.test(found)) return undefined;
	const path = toPath(found);
	if (path !== undefined) return path;
	const isValue = /^\{\{[^<%]/.test(found);
	// Other tags may stand in its line.
	const only = /^(?:\s*(?:\{%.*?%\}|\{\{[<%].*?[>%]\}\}))*\s*$/;
	const { before, behind } = toLineAround(source, index, index + found.length);
	if (isValue || !only.test(before) || !only.test(behind)) {
		const note = 'Write what it stands for, or put it between backticks if it is text.';
		return tell(found, 'is shown as text', note);
	}
	const text = toShown(found) + toBlank(found);
	if (text.startsWith('!')) return text;
	return leaveOut(found, 'Write what it stands for: no template is filled in here.', text);
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
