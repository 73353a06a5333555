import type { Reference } from '../reference/facts.ts';
import type { Content, Run } from './model.ts';
import { toRuns } from './runs.ts';
import { toTokens } from './tokens.ts';

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
export function findFact(subject: Subject, kind: string, name: string): Content | undefined {
	return subject.type === 'instruction'
		? pick<Instruction>(finders.instruction, kind)?.(subject.facts, name)
		: pick<Command>(finders.command, kind)?.(subject.facts, name);
}

/** What can be named of a subject, for messages. */
export function listKinds(subject: Subject): string[] {
	return Object.keys(finders[subject.type]);
}

/** Makes code, flags and names of instructions in the text of a fact look like code. */
export function dress(content: Content, names: readonly string[]): Content {
	const words = [...names, 'docker run', 'docker build', 'docker inspect', 'docker history'];
	switch (content.type) {
		case 'text':
		case 'point':
		case 'term':
			return {
				...content,
				runs: content.runs.flatMap((run) =>
					run.style === 'plain' ? toRuns(run.text, words) : [run],
				),
			};
		case 'syntax':
			return { ...content, tokens: toTokens(toText(content.tokens), names) };
		case 'code': {
			const commands =
				/^(?:docker(?: (?:compose|buildx|system|image|network|volume|scout))? [a-z]+)/gm;
			const known = content.language === 'bash' ? (content.code.match(commands) ?? []) : names;
			return { ...content, tokens: toTokens(content.code, known) };
		}
		case 'table':
			return content;
	}
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

function toText(tokens: readonly { text: string }[]): string {
	return tokens.map(({ text }) => text).join('');
}
