import type { Outline } from '../outline.ts';
import type { Plan } from '../plan.ts';
import type { Place, Problem, Severity } from '../problem.ts';
import type { Targets } from '../targets.ts';

/** What the rules need to know of the world outside the text. */
export interface Surroundings {
	/** Whether a file exists at this path, relative to the notes. */
	exists: (path: string) => boolean;
	/** Whether the author asked for errors where others get warnings. */
	isStrict?: boolean;
}

/** The same with what the notes become. */
export interface Ground extends Surroundings {
	plan: Plan;
	/** Where links lead. */
	targets: Targets;
}

/** A place that breaks a rule. */
export interface Finding extends Place {
	/** What is wrong there, as a clause without a full stop. */
	text: string;
	/** What to type at this place; the rule's own hint when it says nothing more. */
	hint?: string;
}

/** Notes that break a rule and the same ones mended, each a whole file; a test runs both. */
export interface Example {
	/** `undefined` when the file is missing. */
	bad: string | undefined;
	good: string;
	/** What else has to be so, as a sentence. */
	given?: string;
	/** How the bad file is saved, where that is what is bad. */
	encoding?: 'latin1';
}

/** One thing that notes are checked for. */
export interface Rule {
	/** What has to be so, in a few words joined by dashes: `fence-has-language`. */
	name: string;
	severity: Severity;
	/** The severity in notes whose author asked for strictness, where it differs. */
	strict?: Severity;
	/** No comment silences it, because something of the notes would be lost or not be notes at all. */
	isFirm?: true;
	/** What has to be so, and what happens where it is not, as sentences. */
	meaning: string;
	/** What to do, as a sentence. */
	hint: string;
	/** Missing where no notes can lead to it. */
	example?: Example;
	/** Looks for it in an outline; missing where another module finds it. */
	find?: (outline: Outline, ground: Ground) => Finding[];
}

/** A finding as a problem of its rule. */
export function toProblem(
	{ name, severity, strict, hint }: Rule,
	finding: Finding,
	{ isStrict = false }: Pick<Surroundings, 'isStrict'>,
): Problem {
	return {
		hint,
		...finding,
		rule: name,
		severity: (isStrict ? strict : undefined) ?? severity,
	};
}
