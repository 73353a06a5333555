import type { Message } from '../input/message.ts';
import type { Problem } from './problem.ts';
import { z } from 'zod';
import { parseYaml } from '../input/yaml.ts';
import { kinds } from './layout.ts';

/** One heading, or several. */
const headings = z
	.union([z.string().min(1), z.array(z.string().min(1))])
	.transform((names) => (typeof names === 'string' ? [names] : names));

/**
 * How a file of notes is presented where the conventions do not serve. The fields stand in the front
 * matter of the file, or in a file beside it (`git.yaml` for `git.md`), which wins. All are optional;
 * headings are named by their text.
 */
export const hintsSchema = z.strictObject({
	/** Whether the file stands at the root of the site. One alone always does; of several, one may. */
	root: z.boolean().optional(),
	/** The name of the site in header, titles and search, for the file at the root. Default: its title. */
	site: z.string().min(1).optional(),
	/** What the file is called. Default: its `#` heading, or else its name. */
	title: z.string().min(1).optional(),
	/** The place among the files; those without one follow by their names. */
	order: z.number().optional(),
	/** A sign before the file's name where files are listed, such as an emoji. */
	icon: z.string().min(1).max(8).optional(),
	/** The depth of the headings that get a page of their own: 2 for `##`. Default: 2 or 3, by their size. */
	pages: z.int().min(1).max(6).optional(),
	/** Headings whose sub-sections each get a page, behind an index page. */
	split: headings.optional(),
	/** Headings that are left out: tables of contents that do not look like one. */
	dropped: headings.optional(),
	/** By heading: what stands in the address in place of its own slug. */
	slugs: z.record(z.string(), z.string().regex(/^[a-z\d]+(?:-[a-z\d]+)*$/)).optional(),
	/** What the file is about; it decides tag and colour. Default: concept. */
	kind: z.enum(kinds).optional(),
	/** By heading: what it and everything below it is about. */
	kinds: z.record(z.string(), z.enum(kinds)).optional(),
	/** By heading: the addresses that it had before, from the root of the site: `/git/undo/`. */
	moved: z.record(z.string(), headings).optional(),
	/** Whether what is doubtful (two equal headings, a link to nowhere) stops the build. */
	strict: z.boolean().optional(),
});

/** The hints for one file; all are optional. */
export type Hints = Readonly<z.infer<typeof hintsSchema>>;

/** Hints with what is wrong with them, by file. */
export interface ReadHints {
	hints: Hints;
	/** What is wrong in the notes' front matter and in the file beside the notes. */
	problems: { file: string; problem: Problem }[];
}

/** A text and where it comes from. */
interface Text {
	path: string;
	text: string;
}

const note = 'The fields are described in docs/notes.md.';

/** The lines between `---` that a file may begin with. */
const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/;

/**
 * Reads the hints of a file of notes: its front matter, and the file beside it. A field that is
 * unknown is an error beside the notes and a warning in front matter, where other programs have
 * theirs.
 */
export function readHints(notes: Text, beside: Text | undefined): ReadHints {
	const yaml = toFrontMatter(notes.text);
	// The mark's line stays, so that lines are counted in the whole file.
	const inner =
		yaml === undefined
			? undefined
			: parseYaml({ path: notes.path, text: `\n${yaml}`, note }, hintsSchema);
	const outer = beside && parseYaml({ ...beside, text: beside.text || '{}', note }, hintsSchema);
	const problems = [
		...(inner?.ok === false ? inner.messages.map((one) => toProblem(one, 'warning')) : []),
		...(outer?.ok === false ? outer.messages.map((one) => toProblem(one, 'error')) : []),
	];
	const own = inner?.ok ? inner.value : toKnown(yaml);
	return { hints: { ...own, ...(outer?.ok ? outer.value : {}) }, problems };
}

/** The notes with blanks in place of their front matter, so that lines and offsets stay. */
export function hideFrontMatter(text: string): string {
	if (toFrontMatter(text) === undefined) return text;
	return text.replace(frontMatter, (found) => found.replace(/[^\r\n\uFEFF]/g, ' '));
}

/** Text between rules is front matter only when it is fields with values. */
function toFrontMatter(text: string): string | undefined {
	const [found, yaml = ''] = frontMatter.exec(text) ?? [];
	if (found === undefined) return undefined;
	const lines = yaml.split(/\r?\n/).filter((line) => line.trim() !== '');
	return lines.every((line) => /^(?:[\w-]+:|\s|-\s|#)/.test(line)) ? yaml : undefined;
}

/** Of front matter that has other programs' fields, those that are ours and right. */
function toKnown(yaml: string | undefined): Hints {
	const any =
		yaml === undefined
			? undefined
			: parseYaml({ path: '', text: yaml, note }, z.record(z.string(), z.unknown()));
	if (!any?.ok) return {};
	const known = Object.entries(any.value).filter(
		([name, value]) => hintsSchema.safeParse({ [name]: value }).success,
	);
	return hintsSchema.parse(Object.fromEntries(known));
}

function toProblem({ file = '', line = 1, reason: text }: Message, severity: Problem['severity']) {
	return { file, problem: { rule: 'hint-is-known', severity, line, column: 1, text, hint: note } };
}
