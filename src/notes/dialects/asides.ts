import type { Foreign, Translation } from './translation.ts';
import { mystOption, readOpening, type Opening } from './openings.ts';

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
		if (opening !== undefined && end !== undefined) {
			const box = lines.slice(at, opening.close === 'indent' ? end : end + 1);
			written.push(...writeBox(box, opening, { first: first + at, depth }, foreign));
			at += box.length - 1;
			continue;
		}
		const [marks] = /^(?::{3,}|\/{3,})/.exec(line.trim()) ?? [];
		if (opening !== undefined && marks !== undefined) {
			const note = `Write \`${marks}\` below it.`;
			foreign.push(toForeign(first + at, `\`${line.trim()}\` is not closed`, note));
		}
		const coded = fence === undefined ? readCode(lines, at) : [line];
		at += coded.length - 1;
		fence = toFence(coded.at(-1) ?? '', fence);
		written.push(...coded);
	}
	return written;
}

/** The lines of a box, from the one that begins it to its end. */
function writeBox(
	lines: readonly string[],
	opening: Opening,
	{ first, depth }: { first: number; depth: number },
	foreign: Foreign[],
): string[] {
	const indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? '';
	if (opening.code !== undefined)
		return [`${indent}\`\`\`${opening.code}`, ...lines.slice(1, -1), `${indent}\`\`\``];
	const end = opening.close === 'indent' ? [] : [''];
	const inner = lines
		.slice(1, lines.length - end.length)
		.map((one) => dedent(one, indent.length, opening));
	for (let own = 0; opening.options?.test(inner[own] ?? ''); own += 1) inner[own] = '';
	const prefix = opening.name === '' ? indent : `${indent}> `;
	const within = rewrite(inner, { first: first + 1, depth: depth + 1 }, foreign);
	if (opening.lost !== undefined) {
		const note = 'Give what it holds headings or a list of its own.';
		foreign.push(toForeign(first, `box \`${opening.lost}\` is not drawn`, note));
	}
	return [indent + toHead(opening), ...within.map((one) => (prefix + one).trimEnd()), ...end];
}

/**
 * The first line, as it is or as a fence of its language. The options of such a fence go, and their lines
 * stand before it, so that those of the code are its own.
 */
function readCode(lines: readonly string[], at: number): string[] {
	const line = lines[at] ?? '';
	const [, marks, language = ''] = codeBlock.exec(line) ?? [];
	if (marks === undefined) return [line];
	const code = lines.findIndex((one, below) => below > at && !mystOption.test(one.trim()));
	return [...Array<string>(Math.max(code - at - 1, 0)).fill(''), marks + language];
}

function toHead({ name, title }: Opening): string {
	if (name === 'quotation') return '>';
	if (name === '') return title === '' ? '' : `**${title}**`;
	return `> [!${name}]${title === '' ? '' : ` ${title}`}`;
}

function toForeign(line: number, reason: string, note: string): Foreign {
	return { family: 'aside-is-known', line, column: 1, reason, note };
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

/** ```` ```{code-block} bash ```` */
const codeBlock =
	/^([ \t>]*(?:`{3,}|~{3,}))\{(?:code|code-block|code-cell|sourcecode)\}[ \t]*(\S*)[ \t]*$/;
