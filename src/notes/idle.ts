import type { Hints } from './hints.ts';
import type { Outline } from './outline.ts';
import type { Problem } from './problem.ts';
import { flatten } from './outline.ts';

/** A file with its hints. */
interface Hinted {
	path: string;
	text: string;
	hints: Hints;
	outline: Outline;
}

/** Hints for headings that the notes do not have; they only warn, because headings come and go. */
export function findIdleHints(
	{ path, text: notes, hints, outline }: Hinted,
	beside: { path: string; text: string } | undefined,
): { file: string; problem: Problem }[] {
	const known = new Set(flatten(outline.sections).map(({ title }) => title));
	const named = [
		...(hints.split ?? []),
		...(hints.dropped ?? []),
		...[hints.slugs, hints.kinds, hints.moved].flatMap((part) => Object.keys(part ?? {})),
	];
	return [...new Set(named)]
		.filter((name) => !known.has(name))
		.map((name) => {
			const isBeside = beside?.text.includes(name) === true;
			const text = isBeside ? beside.text : notes;
			return { file: isBeside ? beside.path : path, problem: toProblem(name, text) };
		});
}

function toProblem(name: string, text: string): Problem {
	const line = text.split('\n').findIndex((one) => one.includes(name)) + 1;
	return {
		...{ line: Math.max(1, line), column: 1 },
		rule: 'hint-fits',
		severity: 'warning',
		text: `the heading \`${name}\` is not in the notes`,
		hint: 'Write its text as it stands in the notes, or delete the hint.',
	};
}
