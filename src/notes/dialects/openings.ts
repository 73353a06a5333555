/*
 * How asides and other boxes begin in the notes of other programs.
 */
import { readValue } from './translation.ts';

/** How an aside begins in some dialect. */
export interface Opening {
	/** `tip`; empty for a box that is no aside. */
	name: string;
	title: string;
	/** What ends it: a line, or the end of what is set in. */
	close: RegExp | 'indent';
	/** Lines at its top that say how it looks. */
	options?: RegExp;
	/** What it holds is code of this language. */
	code?: string;
	/** What is said of a box whose look is lost. */
	lost?: string;
}

/** What programs call asides. */
const names =
	/^(?:note|info|tip|hint|important|warning|caution|danger|attention|error|bug|success|check|done|question|help|faq|failure|fail|missing|example|abstract|summary|tldr|todo|quote|cite|seealso|details|secondary|admonition|aside|callout|alert|notice)$/i;

/** Those of them that say nothing of the kind. */
const plain = /^(?:details|secondary|admonition|aside|callout|alert|notice|hint)$/i;

/** The forms in which asides begin. What names none is no form. */
const forms: readonly ((line: string) => Opening | undefined)[] = [
	readDirective,
	readBlock,
	readIndented,
	readTab,
	readTemplate,
	readComponent,
	readMyst,
	readQuotation,
];

/** Reads a line as the beginning of a box. */
export function readOpening(line: string): Opening | undefined {
	for (const read of forms) {
		const opening = read(line.trim());
		if (opening !== undefined) return opening;
	}
	return undefined;
}

/** `:::tip[Title]`, `::: tip Title`, `:::{tip} Title`, `::: {.callout-tip title="x"}`, `:::: columns`. */
function readDirective(line: string): Opening | undefined {
	const [, colons = '', braced, bare, behind = ''] =
		/^(:{3,})\s*(?:\{([^}]*)\}|([\w-]+))\s*(.*)$/.exec(line) ?? [];
	const words = braced ?? bare;
	if (words === undefined) return undefined;
	const name = /[\w-]+/.exec(words.replace('callout-', ''))?.[0] ?? '';
	const close = new RegExp(`^:{${colons.length}}$`);
	if (/^(?:mermaid|math|plantuml)$/.test(name)) return { name, title: '', close, code: name };
	if (!names.test(name)) return { name: '', title: '', close, lost: `${colons}${name}` };
	const told = /^\[(.*)\]/.exec(behind)?.[1] ?? readValue(line, 'title', 'label');
	const title = told ?? behind.replace(/\{[^}]*\}|:+$/g, '').trim();
	return { name: toKind(name, line), title, close, options: mystOption };
}

/** `:class: dropdown` */
export const mystOption = /^:[\w-]+:(?: |$)/;

/** Blocks of MkDocs that are no asides. */
const others = /^(?:tab|html|caption|figure-caption|table-caption|define)$/i;

/** `/// note | Title` of MkDocs and Zensical, `/// tab | Linux`. Other slashes are text. */
function readBlock(line: string): Opening | undefined {
	const [, slashes = '', name = '', title = ''] =
		/^(\/{3,})[ \t]+([\w-]+)[ \t]*(?:\|[ \t]*(.*))?$/.exec(line) ?? [];
	const form = { close: new RegExp(`^${slashes}$`), options: /^[ \t]+[\w-]+:(?: |$)/ };
	if (names.test(name)) return { name: toKind(name, ''), title, ...form };
	if (!others.test(name)) return undefined;
	return { name: '', title: /^tab$/i.test(name) ? title : '', ...form };
}

/** `!!! note "Title"`, `??? tip`: what belongs to it is set in by four. */
function readIndented(line: string): Opening | undefined {
	const [, name = '', title = ''] =
		/^(?:!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+[\w-]+)*(?:\s+"([^"]*)")?$/.exec(line) ?? [];
	return name === '' ? undefined : { name: name.toLowerCase(), title, close: 'indent' };
}

/** `=== "Linux"` is a tab of MkDocs. */
function readTab(line: string): Opening | undefined {
	const title = /^===[!+]?\s+"([^"]+)"$/.exec(line)?.[1];
	return title === undefined ? undefined : { name: '', title, close: 'indent' };
}

/** `{% hint style="info" %}` of GitBook, `{{< note >}}` and `{{% notice tip "Title" %}}` of Hugo. */
function readTemplate(line: string): Opening | undefined {
	const [, name = '', words = ''] =
		/^\{(?:%|\{[<%])\s*([\w-]+)\b(.*?)\/?(?:%|[>%]\})\}$/.exec(line) ?? [];
	if (!names.test(name)) return undefined;
	const close = new RegExp(`^\\{(?:%-?|\\{[<%])\\s*(?:end|/\\s*)${name}\\s*(?:-?%|[>%]\\})\\}$`);
	return { name: toKind(name, words), title: toTitle(words), close };
}

/** `<Aside type="tip" title="x">`, `<Note>`: components of Astro, Mintlify, Nextra and others. */
function readComponent(line: string): Opening | undefined {
	const [, name = '', words = ''] = /^<([A-Z]\w*)((?:\s[^<>]*)?)>$/.exec(line) ?? [];
	if (!names.test(name) || words.endsWith('/')) return undefined;
	return { name: toKind(name, words), title: toTitle(words), close: new RegExp(`^</${name}>$`) };
}

/** ```` ```{note} ```` of MyST. */
function readMyst(line: string): Opening | undefined {
	const [, marks = '', name = '', title = ''] = /^(`{3,})\{([\w-]+)\}\s*(.*)$/.exec(line) ?? [];
	return names.test(name)
		? { name: toKind(name, ''), title, close: new RegExp(`^${marks}$`), options: mystOption }
		: undefined;
}

/** `>>>` of GitLab, around what is quoted. */
function readQuotation(line: string): Opening | undefined {
	return line === '>>>' ? { name: 'quotation', title: '', close: /^>>>$/ } : undefined;
}

/** What an aside is called, by its name or by what says so behind it. */
function toKind(name: string, words: string): string {
	const told = plain.test(name)
		? words.match(/[A-Za-z]+/g)?.find((word) => names.test(word) && !plain.test(word))
		: undefined;
	if (told === undefined && plain.test(name) && !/^(?:hint|details)$/i.test(name)) return 'note';
	return (told ?? name).toLowerCase();
}

function toTitle(words: string): string {
	return readValue(words, 'title', 'label') ?? /(?<!=)"([^"]+)"/.exec(words)?.[1] ?? '';
}
