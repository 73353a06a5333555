import type { Hints } from './hints.ts';
import type { Page } from './pages.ts';
import type { Plan } from './plan.ts';
import type { Targets } from './targets.ts';

/** A file of notes of which is known where everything goes, before it is cut into pages. */
export interface PlannedTopic {
	/** The file's name without its ending. */
	name: string;
	/** Its path from the root of the project. */
	file: string;
	/** What readers call it. */
	title: string;
	/** The file as it was read. */
	text: string;
	/** The file with its hints. */
	beside?: { path: string; text: string } | undefined;
	hints: Hints;
	plan: Plan;
	/** Where its links lead. */
	targets: Targets;
}

/** A file of notes on its way to the site. */
export interface Topic extends PlannedTopic {
	/** The pages of the notes, with what is said beside their text; the file's own page first. */
	pages: readonly Page[];
}
