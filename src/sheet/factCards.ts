import type { Outline, Section, Address } from '../notes/notes.ts';
import type { Reference } from '../reference/facts.ts';
import type { Content, Mark, Run } from './sheetModel.ts';
import { parseContents, type Remarks } from './noteCards.ts';
import { cut } from '../snippets/tokens.ts';

/** Everything that cards are made from. */
export interface Material {
	reference: Reference;
	outline: Outline;
	addresses: ReadonlyMap<Section, Address>;
	remarks: Remarks;
}

/** Hears what is wrong with the choices for a card; a warning leaves it out and stops nothing. */
export type Tell = (reason: string, isWarning?: boolean) => undefined;

type Instruction = Reference['instructions'][number];
type Command = Reference['commands'][number];
type Guide = Reference['guides'][number];
type Answer = Reference['answers'][number];

/** What a name stands for: an instruction or a command, a guide or an answer, with its facts. */
export type Subject =
	| { type: 'instructions'; facts: Instruction }
	| { type: 'commands'; facts: Command }
	| { type: 'guides'; facts: Guide }
	| { type: 'answers'; facts: Answer };

type Finders<T> = Record<string, (facts: T, name: string) => Content | undefined>;

/** The kinds of facts that can be named, each with the way to find the one of a name. */
const finders = {
	instructions: {
		summary: ({ summary, brief }) => toPlain('text', brief ?? summary),
		syntax: ({ syntax }, form) => {
			const found = syntax.find((entry) => entry.form === form);
			return found && { type: 'syntax', language: 'dockerfile', code: found.text };
		},
		option: ({ options }, name) => {
			const found = options.find((option) => option.name === name);
			if (found === undefined) return undefined;
			const value = name.startsWith('--') ? found.value : ` ${found.value}`;
			return toTerm(found.name, value, found.brief ?? found.meaning);
		},
		mount: ({ mounts }, type) => {
			const found = mounts.find((mount) => mount.type === type);
			if (found === undefined) return undefined;
			const needs = { cache: ',target=<path>', secret: ',id=<id>' }[type];
			return toTerm(`--mount=type=${type}`, needs, found.brief ?? found.meaning);
		},
		watch: ({ gotchas }, id) => {
			const found = gotchas.find((gotcha) => gotcha.id === id);
			return found && toPlain('point', found.brief ?? found.text);
		},
		example: ({ examples }, title) => {
			const found = examples.find((example) => example.title === title);
			return found && { type: 'code', language: 'dockerfile', code: found.code };
		},
	} satisfies Finders<Instruction>,
	commands: {
		summary: ({ summary, brief }) => toPlain('text', brief ?? summary),
		flag: ({ flags }, name) => {
			const found = flags.find((flag) => flag.name === name);
			if (found === undefined) return undefined;
			const value = found.value && ` ${found.value}`;
			return toTerm(found.short ?? found.name, value, found.brief ?? found.meaning);
		},
		recipe: ({ examples, summary, brief }, title) => {
			const found = examples.find((example) => title === '' || example.title === title);
			if (found === undefined) return undefined;
			const runs = toRuns(found.brief ?? (title ? `${title}.` : (brief ?? summary)));
			return { type: 'recipe', language: 'bash', code: found.code, runs };
		},
	} satisfies Finders<Command>,
	guides: {
		table: ({ sections }, title) =>
			findTable(sections.find((section) => section.title === title)?.text ?? ''),
	} satisfies Finders<Guide>,
	answers: {
		table: ({ cause }) => findTable(cause),
	} satisfies Finders<Answer>,
};

function findTable(markdown: string): Content | undefined {
	return parseContents(markdown).find(({ type }) => type === 'table');
}

function toPlain(type: 'text' | 'point', text: string): Content {
	return { type, runs: toRuns(text) };
}

function toTerm(term: string, value: string | undefined, text: string): Content {
	return { type: 'term', term, ...(value !== undefined && { value }), runs: toRuns(text) };
}

function toRuns(text: string): Run[] {
	return [{ text, style: 'plain' }];
}

/** What has facts by its name: `COPY`, or the name of a file: `system-prune`, `exit-codes`. */
export function findSubject(name: string, reference: Reference): Subject | undefined {
	const { instructions, commands, guides, answers } = reference;
	const all: Subject[] = [
		...instructions.map((facts) => ({ type: 'instructions' as const, facts })),
		...commands.map((facts) => ({ type: 'commands' as const, facts })),
		...guides.map((facts) => ({ type: 'guides' as const, facts })),
		...answers.map((facts) => ({ type: 'answers' as const, facts })),
	];
	return all.find(({ type, facts }) => name === (type === 'instructions' ? facts.name : facts.id));
}

/**
 * Finds what a name in `sheet.yaml` stands for: `kind name` of the card's own subject, or
 * `SUBJECT kind name` of another one.
 */
export function findRef(
	ref: string,
	own: Subject | undefined,
	reference: Reference,
	tell: Tell,
): Content | undefined {
	const names = reference.instructions.map(({ name }) => name);
	const words = ref.split(' ');
	const ownKinds = own ? Object.keys(finders[own.type]) : [];
	const subject = ownKinds.includes(words[0] ?? '')
		? own
		: findSubject(words.shift() ?? '', reference);
	if (subject === undefined) {
		const known = own ? ownKinds.join(', ') : `${names.join(', ')} or the name of a file`;
		return tell(`\`${ref}\` does not begin with a name; allowed: ${known}`);
	}
	const all: Finders<never> = finders[subject.type];
	const kinds = Object.keys(all);
	const [kind = '', ...rest] = words;
	// Each kind of subject has finders for its own facts.
	const content = kinds.includes(kind) && all[kind]?.(subject.facts as never, rest.join(' '));
	if (content) return dress(content, names);
	return tell(
		kinds.includes(kind)
			? `\`${ref}\` is not in ${subject.facts.file}; allowed: what stands there`
			: `\`${ref}\` names no kind of fact; allowed: ${kinds.join(', ')}`,
	);
}

const effects = {
	layer: { symbol: 'layer', label: 'layer' },
	metadata: { symbol: 'metadata', label: 'metadata' },
	none: { symbol: 'nothing', label: 'no layer' },
} as const satisfies Record<Instruction['layer']['is'], Mark>;

const repeats = {
	accumulates: { symbol: 'adds', label: 'adds up' },
	'last wins': { symbol: 'last', label: 'last wins' },
	'accumulates, last wins per key': { symbol: 'last', label: 'last wins per key' },
	'accumulates, last wins per name': { symbol: 'last', label: 'last wins per name' },
	'last wins; relative paths add up': { symbol: 'last', label: 'last wins' },
	'new stage each time': { symbol: 'stage', label: 'new stage' },
} as const satisfies Record<Instruction['repeat']['is'], Mark>;

/** What an instruction does to the image, and what writing it again does. */
export function toMarks({ layer, repeat }: Pick<Instruction, 'layer' | 'repeat'>): Mark[] {
	return [effects[layer.is], repeats[repeat.is]];
}

/** What the marks mean, in the order in which they are said. */
export const legend: readonly Mark[] = [
	{ symbol: 'layer', label: 'layer: adds files to the image' },
	{ symbol: 'metadata', label: 'metadata: adds settings only' },
	{ symbol: 'adds', label: 'adds up: repeat it, and each line counts' },
	{ symbol: 'last', label: 'last wins: only the last line counts' },
	{ symbol: 'stage', label: 'new stage: each line begins one' },
];

/** What is code in a plain sentence: flags with their values, paths, variables, quoted lists. */
const code =
	/(?<![\w-])(?:--[a-z][\w-]*(?:=[\w./:=-]*[\w/-])?|-[a-zA-Z]{1,2}(?![\w-])|\$\w+|\[".*?"\])|(?<!\w)\/bin\/sh -c/;

const commands = ['docker run', 'docker build', 'docker inspect', 'docker history'];

/** Makes code, flags and names of instructions in the text of a fact look like code. */
function dress(content: Content, names: readonly string[]): Content {
	if (!('runs' in content)) return content;
	const words = [...names, ...commands].join('|');
	const pattern = new RegExp(`(?<code>${code.source}|\\b(?:${words})\\b)`, 'g');
	const toRuns = (run: Run): Run[] =>
		cut(run.text, pattern).map(({ text, name }) => ({ text, style: name ? 'code' : 'plain' }));
	const runs = content.runs.flatMap((run) => (run.style === 'plain' ? toRuns(run) : [run]));
	return { ...content, runs };
}
