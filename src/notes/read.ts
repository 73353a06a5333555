import type { Hints } from './hints.ts';
import type { Outline } from './outline.ts';
import type { Page } from './pages.ts';
import type { Plan } from './plan.ts';
import type { Place, Problem } from './problem.ts';
import { findLost } from './coverage.ts';
import { hideFrontMatter, readHints } from './hints.ts';
import { parseOutline } from './outline.ts';
import { toPages } from './pages.ts';
import { toPlan } from './plan.ts';
import { isError } from './problem.ts';
import { findProblems } from './problems.ts';
import { fileExists, fileIsUtf8 } from './rules/file.ts';
import { toProblem, type Surroundings } from './rules/rule.ts';
import { silence } from './silence.ts';
import { startTargets, type Targets } from './targets.ts';

/** The notes ready for the site, or everything that is wrong; both with all that was found. */
export type Notes =
	| { ok: true; outline: Outline; plan: Plan; pages: Page[]; problems: Problem[] }
	| { ok: false; outline?: Outline; problems: Problem[] };

/** The text of a file, or why it has none. */
export type Decoded = { ok: true; text: string } | { ok: false; problems: Problem[] };

/**
 * From the bytes of a single file of notes (`undefined` when it is missing) to its pages. The
 * problems are those before the author's comments silence any; an error that is silenced does not
 * count. Never throws.
 */
export function readNotes(
	bytes: Uint8Array | undefined,
	surroundings: Surroundings,
	hints: Hints = {},
): Notes {
	const decoded = decodeNotes(bytes, surroundings);
	if (!decoded.ok) return decoded;
	const own = { ...readHints({ path: '', text: decoded.text }, undefined).hints, ...hints };
	const plan = toPlan(parseOutline(hideFrontMatter(decoded.text)), { hints: own });
	const targets = startTargets('', { plans: new Map([['', plan]]), exists: surroundings.exists });
	const isStrict = surroundings.isStrict ?? own.strict ?? false;
	return finishNotes(plan, targets, { ...surroundings, isStrict });
}

/** The text of a file of notes, from its bytes. */
export function decodeNotes(
	bytes: Uint8Array | undefined,
	surroundings: Pick<Surroundings, 'isStrict'>,
): Decoded {
	if (bytes === undefined) {
		const finding = { line: 1, column: 1, text: 'file does not exist' };
		return { ok: false, problems: [toProblem(fileExists, finding, surroundings)] };
	}
	const text = decode(bytes);
	if (typeof text === 'string') return { ok: true, text };
	const finding = { ...text, text: 'line is not valid UTF-8' };
	return { ok: false, problems: [toProblem(fileIsUtf8, finding, surroundings)] };
}

/** The pages of notes that are planned, unless a rule forbids them. */
export function finishNotes(plan: Plan, targets: Targets, surroundings: Surroundings): Notes {
	const { outline } = plan;
	const problems = findProblems(outline, { ...surroundings, plan, targets });
	if (silence(outline, problems).some(isError)) return { ok: false, outline, problems };
	const pages = toPages(plan, [], targets);
	const lost = findLost(plan, pages);
	if (lost.length > 0) return { ok: false, outline, problems: lost };
	return { ok: true, outline, plan, pages, problems };
}

function decode(bytes: Uint8Array): string | Place {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return findInvalid(bytes);
	}
}

/** The first place that does not decode; a line feed byte never stands within a UTF-8 character. */
function findInvalid(bytes: Uint8Array): Place {
	let line = 1;
	for (let start = 0; start <= bytes.length; line += 1) {
		const feed = bytes.indexOf(10, start);
		const end = feed < 0 ? bytes.length : feed;
		const column = findInvalidColumn(bytes.subarray(start, end));
		if (column !== undefined) return { line, column };
		start = end + 1;
	}
	return { line, column: 1 };
}

/** Decodes byte by byte: what came out before the first wrong one is what stands before it. */
function findInvalidColumn(bytes: Uint8Array): number | undefined {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let column = 1;
	try {
		for (let at = 0; at < bytes.length; at += 1) {
			column += decoder.decode(bytes.subarray(at, at + 1), { stream: true }).length;
		}
		decoder.decode();
		return undefined;
	} catch {
		return column;
	}
}
