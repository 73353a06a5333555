import type { Outline } from './outline.ts';
import type { Page } from './pages.ts';
import { findLost } from './coverage.ts';
import { parseOutline } from './outline.ts';
import { toPages } from './pages.ts';
import { findProblems, type Problem, type Surroundings } from './problems.ts';

/** The notes ready for the site with what is only a warning, or everything that is wrong. */
export type Notes =
	| { ok: true; outline: Outline; pages: Page[]; problems: Problem[] }
	| { ok: false; problems: Problem[] };

/** From the bytes of a file of notes (`undefined` when it is missing) to its pages. Never throws. */
export function readNotes(bytes: Uint8Array | undefined, surroundings: Surroundings): Notes {
	if (bytes === undefined) return { ok: false, problems: [missing] };
	const text = decode(bytes);
	if (typeof text !== 'string') return { ok: false, problems: [text] };
	const outline = parseOutline(text);
	const problems = findProblems(outline, surroundings);
	if (problems.some(isError)) return { ok: false, problems };
	const pages = toPages(outline);
	const lost = findLost(outline, pages);
	return lost.length > 0 ? { ok: false, problems: lost } : { ok: true, outline, pages, problems };
}

const missing: Problem = {
	severity: 'error',
	line: 1,
	text: 'file does not exist',
	hint: 'Create it and start with a title: `# Docker`.',
};

function isError({ severity }: Problem): boolean {
	return severity === 'error';
}

function decode(bytes: Uint8Array): string | Problem {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		const line = findInvalidLine(bytes);
		const hint = 'Save the file as UTF-8, then type the character anew.';
		return { severity: 'error', line, text: 'line is not valid UTF-8', hint };
	}
}

/** The first line that does not decode; a line feed byte never stands within a UTF-8 character. */
function findInvalidLine(bytes: Uint8Array): number {
	let line = 1;
	for (let start = 0; start <= bytes.length; line += 1) {
		const feed = bytes.indexOf(10, start);
		const end = feed < 0 ? bytes.length : feed;
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
		} catch {
			return line;
		}
		start = end + 1;
	}
	return line;
}
