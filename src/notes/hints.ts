import type { TextFile } from '../input/files.ts';
import type { Message } from '../input/message.ts';
import type { Outline } from './outline.ts';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { toMessage } from '../input/message.ts';
import { parseYaml } from '../input/yaml.ts';
import { flatten } from './outline.ts';

/** What pages can be about. */
export const kinds = ['instruction', 'command', 'check', 'concept'] as const;

/** What a page or a part of it is about; it decides the tag and the colour. */
export type Kind = (typeof kinds)[number];

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

/** The lines between `---` that a file may begin with, or between `+++` in TOML. */
const frontMatter = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?\r?\n)?\1[ \t]*(?:\r?\n|$)/;

/**
 * Takes the front matter off: its YAML, and the notes with blanks in its place, so that lines stay. Text
 * between rules is some only when it is fields with values.
 */
export function partNotes(text: string): { yaml: string; notes: string } {
	const [found = '', marks, fields = ''] = frontMatter.exec(text) ?? [];
	const isToml = marks === '+++';
	const lines = fields.split(/\r?\n/).filter((line) => line.trim() !== '');
	if (!isToml && !lines.every((line) => /^(?:[\w-]+:|\s|-\s|#)/.test(line))) {
		return { yaml: '', notes: text };
	}
	const blank = found.replace(/[^\r\n]/g, ' ');
	return { yaml: isToml ? toYaml(fields) : fields, notes: blank + text.slice(found.length) };
}

const note = 'The fields are described in docs/notes.md.';

/**
 * Reads the hints of a file of notes: the YAML of its front matter, and the file beside it. A field
 * that is unknown is an error beside the notes. In front matter, where other programs have theirs, it is a
 * warning when it is spelt almost as one of ours.
 */
export function readHints(
	path: string,
	yaml: string,
	beside: TextFile | undefined,
): { hints: Hints; messages: Message[] } {
	const rule = 'hint-is-known';
	// The mark's line stays, so that lines are counted in the whole file.
	const front = { path, text: `\n${yaml.trim() ? yaml : '{}'}`, note, rule, isWarning: true };
	const broken = findUnquoted(path, yaml);
	const inner = broken ? { ok: false as const, messages: [broken] } : parseYaml(front, anyFields);
	const own = { path: '', ...beside, text: beside?.text || '{}', note, rule };
	const outer = parseYaml(own, hintsSchema);
	return {
		hints: {
			...toKnown(yaml),
			...(outer.ok && outer.value),
		},
		messages: [
			...[inner, outer].flatMap((read) => (read.ok ? [] : read.messages)),
			...findDoubtful(path, yaml),
		],
	};
}

const anyFields = hintsSchema.loose();

/** Fields of other programs that only look like ours. */
const foreign = /^slug$/;

/** Other programs leave such files out. */
const draft = /^(?:draft:[ \t]+true|publish(?:ed)?:[ \t]+false)\b/;

/** Fields of front matter that are one letter away from one of ours, and what says not to publish. */
function findDoubtful(file: string, yaml: string): Message[] {
	const known = Object.keys(hintsSchema.shape);
	return yaml.split(/\r?\n/).flatMap((text, at) => {
		const place = { file, line: at + 2, rule: 'hint-is-known', isWarning: true };
		const [told] = draft.exec(text) ?? [];
		if (told !== undefined) {
			const advice = 'Take the file out of the notes, or delete the field.';
			return [toMessage(place, `\`${told}\`, and the file is published`, advice)];
		}
		const field = /^([\w-]+):/.exec(text)?.[1] ?? '';
		const meant = known.find((name) => distance(name, field) === 1);
		if (meant === undefined || known.includes(field) || foreign.test(field)) return [];
		return [toMessage(place, `field \`${field}\` is not known`, `Write \`${meant}\`.`)];
	});
}

/** The first field that is no YAML by itself: most often its value has a colon, a `#` or a bracket. */
function findUnquoted(file: string, yaml: string): Message | undefined {
	const fault = findYamlFault(yaml);
	// What goes on in the next line may be whole with it.
	if (fault === undefined || fault.includes('aliases')) return undefined;
	const fields = yaml.split(/\r?\n/).map((line) => /^([\w-]+):[ \t]+(\S.*?)[ \t]*$/.exec(line));
	const at = fields.findIndex((field) => field && findYamlFault(field[0]) !== undefined);
	const [, name, value = ''] = fields[at] ?? [];
	if (name === undefined) return undefined;
	return toMessage(
		{ file, line: at + 2, rule: 'hint-is-known', isWarning: true },
		`\`${name}\` is no YAML: all fields between the \`---\` are ignored`,
		`Put quotes around the value: \`${name}: ${JSON.stringify(value.replace(/^["']|["']$/g, ''))}\`.`,
	);
}

function findYamlFault(text: string): string | undefined {
	const read = parseYaml({ path: '', text, note }, z.unknown());
	return read.ok ? undefined : read.messages[0]?.reason;
}

/** Hints for headings that the notes do not have; they only warn, because headings come and go. */
export function findIdleHints(
	notes: TextFile,
	beside: TextFile | undefined,
	{ hints, outline }: { hints: Hints; outline: Outline },
): Message[] {
	const known = new Set(flatten(outline.sections).map(({ title }) => title));
	const { split = [], dropped = [], slugs, kinds, moved } = hints;
	const tables = [slugs, kinds, moved].flatMap((table) => Object.keys(table ?? {}));
	const idle = [...new Set([...split, ...dropped, ...tables])].filter((name) => !known.has(name));
	return idle.map((name) => {
		const { path, text } = beside?.text.includes(name) ? beside : notes;
		const line = text.split('\n').findIndex((one) => one.includes(name)) + 1;
		return toMessage(
			{ file: path, line: Math.max(1, line), rule: 'hint-fits', isWarning: true },
			`the heading \`${name}\` is not in the notes`,
			'Write its text as it stands in the notes, or delete the hint.',
		);
	});
}

/** Of TOML what a line says, on the same line. */
function toYaml(toml: string): string {
	const isTop = (at: number, lines: readonly string[]) =>
		!lines.slice(0, at).some((line) => line.startsWith('['));
	return toml
		.split('\n')
		.map((line, at, lines) => {
			const [, name, value] =
				/^([\w-]+)\s*=\s*("[^"]*"|'[^']*'|\d+|true|false)\s*$/.exec(line) ?? [];
			return name === undefined || !isTop(at, lines) ? '' : `${name}: ${value}`;
		})
		.join('\n');
}

/** The place of a file among those of its folder, as Hugo, Docusaurus and Jekyll's themes are told it. */
export function readRank(yaml: string): number | undefined {
	const field = /^(?:weight|sidebar_position|nav_order):[ \t]*(-?\d+(?:\.\d+)?)[ \t]*\r?$/m;
	const [, rank] = field.exec(yaml) ?? [];
	return rank === undefined ? undefined : Number(rank);
}

/** Of front matter that has other programs' fields, those that are ours and right. */
function toKnown(yaml: string): Hints {
	const any = parseYaml({ path: '', text: yaml, note }, z.record(z.string(), z.unknown()));
	if (!any.ok) return {};
	const known = Object.entries(any.value).filter(
		([name, value]) => hintsSchema.safeParse({ [name]: value }).success,
	);
	return hintsSchema.parse(Object.fromEntries(known));
}
