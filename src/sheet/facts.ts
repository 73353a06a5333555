import type { Outline, Section, Address } from '../notes/notes.ts';
import type { Reference } from '../reference/facts.ts';
import type { Card, Content, Mark, Run } from './model.ts';
import { dress } from './tokens.ts';

/** Everything that cards are made from. */
export interface Material {
	reference: Reference;
	outline: Outline;
	addresses: ReadonlyMap<Section, Address>;
	/** What is said beside a block of the notes, labelled, as Markdown, by the offset where it ends. */
	remarks: Remarks;
}

export type Remarks = ReadonlyMap<number, readonly { label: string; text: string }[]>;

/** How a card begins, before what was chosen for it. */
export type Start = Pick<Card, 'id' | 'title' | 'isCode' | 'href' | 'marks'> & {
	contents: Content[];
	subject?: Subject;
};

type Instruction = Reference['instructions'][number];
type Command = Reference['commands'][number];

/** What a name stands for: an instruction or a command with its facts. */
export type Subject =
	{ type: 'instruction'; facts: Instruction } | { type: 'command'; facts: Command };

/** The kinds of facts that can be named, each with the way to find the one of a name. */
const finders = {
	instruction: {
		summary: ({ summary, brief }) => toPlain('text', brief ?? summary),
		syntax: ({ syntax }, form) => {
			const found = syntax.find((entry) => entry.form === form);
			return found && { type: 'syntax', tokens: [{ text: found.text, look: 'plain' }] };
		},
		option: ({ options }, name) => {
			const found = options.find((option) => option.name === name);
			return found && toTerm(found.name, found.brief ?? found.meaning);
		},
		mount: ({ mounts }, type) => {
			const found = mounts.find((mount) => mount.type === type);
			return found && toTerm(`--mount=type=${type}`, found.brief ?? found.meaning);
		},
		watch: ({ gotchas }, id) => {
			const found = gotchas.find((gotcha) => gotcha.id === id);
			return found && toPlain('point', found.brief ?? found.text);
		},
		example: ({ examples }, title) => {
			const found = examples.find((example) => example.title === title);
			return found && toCode('dockerfile', found.code);
		},
		replacement: ({ deprecated }) => deprecated && toCode('dockerfile', deprecated.replacement),
		layer: ({ layer }) => toPlain('point', layer.detail),
		acts: ({ acts }) => toPlain('point', acts.detail),
		repeat: ({ repeat }) => toPlain('point', repeat.detail),
		variables: ({ variables }) => toPlain('point', variables.detail),
		inherited: ({ inherited }) => toPlain('point', inherited.detail),
		override: ({ override }) => toPlain('point', override.detail),
	} satisfies Finders<Instruction>,
	command: {
		summary: ({ summary, brief }) => toPlain('text', brief ?? summary),
		flag: ({ flags }, name) => {
			const found = flags.find((flag) => flag.name === name);
			const term = [found?.short, found?.name].filter(Boolean).join(', ');
			return found && toTerm(term, found.brief ?? found.meaning);
		},
		example: ({ examples }, number) => {
			const found = examples[Number(number || 1) - 1];
			return found && toCode('bash', found.code);
		},
		note: ({ notes }, number) => {
			const found = notes[Number(number || 1) - 1];
			return found && toPlain('point', found.brief ?? found.text);
		},
	} satisfies Finders<Command>,
};

type Finders<T> = Record<string, (facts: T, name: string) => Content | undefined>;

/** A fact of a subject by its kind and name; nothing when there is none of that name. */
function findFact(subject: Subject, kind: string, name: string): Content | undefined {
	return subject.type === 'instruction'
		? pick<Instruction>(finders.instruction, kind)?.(subject.facts, name)
		: pick<Command>(finders.command, kind)?.(subject.facts, name);
}

/** What can be named of a subject, for messages. */
function listKinds(subject: Subject): string[] {
	return Object.keys(finders[subject.type]);
}

function pick<T>(all: Finders<T>, kind: string): Finders<T>[string] | undefined {
	return Object.hasOwn(all, kind) ? all[kind] : undefined;
}

function toPlain(type: 'text' | 'point', text: string): Content {
	return { type, runs: [toPlainRun(text)] };
}

function toTerm(term: string, text: string): Content {
	return { type: 'term', term, runs: [toPlainRun(text)] };
}

function toCode(language: string, code: string): Content {
	return { type: 'code', language, code, tokens: [] };
}

function toPlainRun(text: string): Run {
	return { text, style: 'plain' };
}

/** What a name in the plan stands for, or why it stands for nothing. */
export type Found = { ok: true; contents: Content[] } | { ok: false; text: string };

/**
 * Finds what a name in `sheet.yaml` stands for: `kind name` of the card's own subject, or
 * `SUBJECT kind name` of an instruction or a command (by its file). Several joined by ` + ` are one
 * line.
 */
export function findRef(ref: string, own: Subject | undefined, reference: Reference): Found {
	const found = ref.split(' + ').map((part) => findOne(part, own, reference));
	const wrong = found.find(({ ok }) => !ok);
	if (wrong?.ok === false) return wrong;
	const contents = found.flatMap((one) => (one.ok ? one.contents : []));
	return { ok: true, contents: contents.length > 1 ? [toPoint(contents)] : contents };
}

/** The instruction or the command of a name. */
export function findSubject(name: string, reference: Reference): Subject | undefined {
	const instruction = reference.instructions.find((other) => other.name === name);
	if (instruction) return { type: 'instruction', facts: instruction };
	const command = reference.commands.find(({ id }) => id === name);
	return command && { type: 'command', facts: command };
}

function findOne(ref: string, own: Subject | undefined, reference: Reference): Found {
	const names = reference.instructions.map(({ name }) => name);
	const [first = '', ...others] = ref.split(' ');
	const isOwn = own !== undefined && listKinds(own).includes(first);
	const subject = isOwn ? own : findSubject(first, reference);
	if (subject === undefined) {
		const known = own ? listKinds(own).join(', ') : `${names.join(', ')} or a command's file`;
		return { ok: false, text: `\`${ref}\` does not begin with a name; allowed: ${known}` };
	}
	const [kind = '', ...rest] = isOwn ? [first, ...others] : others;
	const content = findFact(subject, kind, rest.join(' '));
	if (content) return { ok: true, contents: [dress(content, names)] };
	const { file } = subject.facts;
	const kinds = listKinds(subject);
	const text = kinds.includes(kind)
		? `\`${ref}\` is not in ${file}; allowed: what stands there`
		: `\`${ref}\` names no kind of fact; allowed: ${kinds.join(', ')}`;
	return { ok: false, text };
}

function toPoint(contents: readonly Content[]): Content {
	const space: Run = { text: ' ', style: 'plain' };
	const runs = contents.flatMap((content, at) => [
		...(at > 0 ? [space] : []),
		...('runs' in content ? content.runs : []),
	]);
	return { type: 'point', runs };
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
