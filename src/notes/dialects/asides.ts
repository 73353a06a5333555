import { readValue, type Foreign, type Translation } from './translation.ts';

/** How an aside begins in some dialect. */
interface Opening {
	/** `tip`; empty for a box that is no aside. */
	name: string;
	title: string;
	/** What ends it: a line, or the end of what is set in. */
	close: RegExp | 'indent';
	/** Lines at its top that say how it looks. */
	options?: RegExp;
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
];

/** Any of their signs, so that other notes are not read line by line. */
export const asideSigns = /^[ \t>]*(?::{3,}|\/{3,} |!!!|\?\?\?|===|\{%|\{\{[<%]|<[A-Z]|`{3,}\{)/m;

/**
 * Writes the asides of other programs as GitHub's: `:::note` of Docusaurus, VitePress, Pandoc and MyST,
 * `!!! note` and `/// note` of MkDocs, hints of GitBook and Hugo, `<Aside>` of Astro and the like. A box that is none
 * keeps what it holds.
 */
export function translateAsides(source: string): Translation {
	const foreign: Foreign[] = [];
	const lines = source.split(/\r\n|\r|\n/);
	const breaks = source.match(/\r\n|\r|\n/g) ?? [];
	const written = rewrite(lines, { first: 1, depth: 0 }, foreign);
	return { source: written.map((line, at) => line + (breaks[at] ?? '')).join(''), foreign };
}

/** So many asides may stand in one another; nobody reads what is deeper. */
const deepest = 10;

/** As many lines as before; `first` is the number of the first one. */
function rewrite(
	lines: readonly string[],
	{ first, depth }: { first: number; depth: number },
	foreign: Foreign[],
): string[] {
	if (depth > deepest) {
		const note = 'Take boxes out: what is within them is shown with its marks.';
		foreign.push(toForeign(first, `more than ${deepest} boxes are nested here`, note));
		return [...lines];
	}
	const written: string[] = [];
	let fence: string | undefined;
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at] ?? '';
		const opening = fence === undefined ? readOpening(line) : undefined;
		const end = opening && findEnd(lines, at, opening);
		if (opening === undefined || end === undefined) {
			fence = toFence(line, fence);
			written.push(line);
			const [marks] = /^(?::{3,}|\/{3,})/.exec(line.trim()) ?? [];
			if (opening !== undefined && marks !== undefined) {
				const note = `Write \`${marks}\` below it.`;
				foreign.push(toForeign(first + at, `\`${line.trim()}\` is not closed`, note));
			}
			continue;
		}
		const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
		const inner = lines.slice(at + 1, end).map((one) => dedent(one, indent.length, opening));
		for (let own = 0; opening.options?.test(inner[own] ?? ''); own += 1) inner[own] = '';
		const prefix = opening.name === '' ? indent : `${indent}> `;
		written.push(indent + toHead(opening));
		written.push(
			...rewrite(inner, { first: first + at + 1, depth: depth + 1 }, foreign).map((one) =>
				(prefix + one).trimEnd(),
			),
		);
		if (opening.close !== 'indent') written.push('');
		if (opening.lost !== undefined) {
			const note = 'Give what it holds headings or a list of its own.';
			foreign.push(toForeign(first + at, `box \`${opening.lost}\` is not drawn`, note));
		}
		at = opening.close === 'indent' ? end - 1 : end;
	}
	return written;
}

function toHead({ name, title }: Opening): string {
	if (name === '') return title === '' ? '' : `**${title}**`;
	return `> [!${name}]${title === '' ? '' : ` ${title}`}`;
}

function toForeign(line: number, reason: string, note: string): Foreign {
	return { family: 'aside-is-known', line, column: 1, reason, note };
}

function readOpening(line: string): Opening | undefined {
	for (const read of forms) {
		const opening = read(line.trim());
		if (opening !== undefined) return opening;
	}
	return undefined;
}

/** The marks of the fence that a line is in behind it. */
function toFence(line: string, open: string | undefined): string | undefined {
	const [, marks = '', rest = ''] =
		/^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}|~{3,})(.*)/.exec(line) ?? [];
	if (open === undefined) return marks === '' || rest.includes('`') ? undefined : marks;
	return marks.startsWith(open) && rest.trim() === '' ? undefined : open;
}

/** The line that ends an aside: its last mark, or the first line that is not set in any more. */
function findEnd(lines: readonly string[], at: number, { close }: Opening): number | undefined {
	const depth = toDepth(lines[at] ?? '');
	if (close instanceof RegExp && !lines.some((line) => close.test(line.trim()))) return undefined;
	if (close === 'indent') {
		let end = at;
		for (let next = at + 1; next < lines.length; next += 1) {
			const line = lines[next] ?? '';
			if (line.trim() === '') continue;
			if (toDepth(line) < depth + 4) break;
			end = next;
		}
		return end === at ? undefined : end + 1;
	}
	let fence: string | undefined;
	let open = 0;
	for (let next = at + 1; next < lines.length; next += 1) {
		const line = lines[next] ?? '';
		if (fence === undefined && close.test(line.trim())) {
			if (open === 0) return next;
			open -= 1;
		} else if (fence === undefined) {
			const inner = readOpening(line);
			const isSame = inner?.close instanceof RegExp && inner.close.source === close.source;
			if (isSame && line.trim() !== '') open += 1;
		}
		fence = toFence(line, fence);
	}
	return undefined;
}

/** How far a line is set in; a tab counts four. */
function toDepth(line: string): number {
	return (/^[ \t]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
}

/** A line within an aside as it would stand outside of it. */
function dedent(line: string, indent: number, { close }: Opening): string {
	const own = line.slice(Math.min(indent, line.length - line.trimStart().length));
	return close === 'indent' ? own.replace(/^(?: {4}|\t| {0,3}(?=\S))/, '') : own;
}

/** `:::tip[Title]`, `::: tip Title`, `:::{tip} Title`, `::: {.callout-tip title="x"}`, `:::: columns`. */
function readDirective(line: string): Opening | undefined {
	const [, colons = '', rest = ''] = /^(:{3,})\s*(\S.*)$/.exec(line) ?? [];
	const [, braced, bare] = /^(?:\{([^}]*)\}|([\w-]+))/.exec(rest) ?? [];
	const words = braced ?? bare;
	if (words === undefined) return undefined;
	const name = /[\w-]+/.exec(words.replace('callout-', ''))?.[0] ?? '';
	const behind = rest.slice((braced ?? bare ?? '').length + (braced === undefined ? 0 : 2)).trim();
	const bracketed = /^\[(.*)\]/.exec(behind)?.[1];
	const told = readValue(rest, 'title', 'label');
	const title = bracketed ?? told ?? behind.replace(/\{[^}]*\}|:+$/g, '').trim();
	const close = new RegExp(`^:{${colons.length}}$`);
	const options = mystOption;
	if (names.test(name)) return { name: toKind(name, rest), title, close, options };
	return { name: '', title: '', close, lost: `${colons}${name}` };
}

/** `:class: dropdown` */
const mystOption = /^:[\w-]+:(?: |$)/;

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
