import type { Place } from '../../input/message.ts';
import type { Foreign } from '../dialects.ts';
import type { Targets } from '../targets.ts';
import type { Outline } from '../outline.ts';
import type { Plan } from '../plan.ts';

/** What the rules look at: a file of notes, and what it becomes. */
export interface Ground {
	/** The path of the file, for messages. */
	file: string;
	outline: Outline;
	plan: Plan;
	/** Where links lead. */
	targets: Targets;
	/** Markup that other programs draw, as it was found when the file was read. */
	foreign: readonly Foreign[];
	/** Whether something other than a heading names the file: a hint, or its own name among others. */
	isTitled: boolean;
	/** Whether it is front matter alone that speaks for its folder, and needs no text. */
	isBare: boolean;
	/** Whether the author asked for errors where others get warnings. */
	isStrict: boolean;
}

/** A place that breaks a rule. */
export interface Finding extends Place {
	/** What is wrong there, as a clause without a full stop. */
	reason: string;
	/** What to type at this place, as a sentence. */
	note: string;
}

/** One thing that notes are checked for; docs/notes.md says what each is for. */
export interface Rule {
	/** What has to be so, in a few words joined by dashes: `fence-has-language`. */
	name: string;
	/**
	 * An error stops the build, because something of the notes would be lost: no comment silences it. A
	 * doubt is a warning, and an error where the author asked for it.
	 */
	severity: 'error' | 'doubt' | 'warning';
	find: (ground: Ground) => Finding[];
}
