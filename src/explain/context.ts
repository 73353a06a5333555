import type { Dockerfile, Instruction } from '../dockerfile/dockerfile.ts';
import type { ExplainFacts, Part, Row, Sentence } from './model.ts';
import { resolve, type Resolved, type Scope, type ScopedStage, type Variable } from './scope.ts';
import { code, say, shorten } from './words.ts';

/** What an instruction is explained with. */
export interface Context {
	file: Dockerfile;
	facts: ExplainFacts;
	stages: readonly ScopedStage[];
	/** The stage of the instruction; nothing before the first `FROM`. */
	stage: ScopedStage | undefined;
	scope: Scope;
}

/** What is said of one instruction. */
export interface Detail {
	text: Sentence;
	rows: Row[];
}

/** A text of the file with its variables replaced, as a piece of a sentence. */
export function show(source: string, { scope, file }: Context): Part {
	return code(shorten(resolve(source, scope, file.escape).text));
}

/** The same with all that is known of it. */
export function resolveIn(source: string, { scope, file }: Context): Resolved {
	return resolve(source, scope, file.escape);
}

/** What the facts say of each option that is written. */
export function toOptionRows(instruction: Instruction, { facts }: Context): Row[] {
	const known = facts.instructions[instruction.keyword];
	return instruction.flags.flatMap(({ name, value }) => {
		const option = known?.options[`--${name}`];
		if (option === undefined || name === 'mount') return [];
		const written = value === undefined ? `--${name}` : `--${name}=${value}`;
		return [{ label: [code(shorten(written, 60), option.href)], text: [option.text] }];
	});
}

/** Where the values of an instruction's variables come from. */
export function toVariableRows(instruction: Instruction, context: Context): Row[] {
	const found = toTexts(instruction).map((text) => resolveIn(text, context));
	const used = new Map(found.flatMap((one) => one.used.map((each) => [each.name, each])));
	if (['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(instruction.keyword)) {
		for (const [, name = ''] of toShellText(instruction).matchAll(/(?<!\\)\$\{?(\w+)/g)) {
			const variable = context.scope.variables.get(name);
			const isThere = instruction.keyword === 'RUN' || variable?.kind === 'ENV';
			if (variable && isThere) used.set(name, variable);
		}
	}
	const unknown = new Set(found.flatMap((one) => one.unknown));
	return [
		...[...used.values()].map(toVariableRow),
		...[...unknown].map((name) => ({
			label: [code(`$${name}`)],
			text: ['Nothing in this file sets it before this line.'],
		})),
	];
}

function toVariableRow({ name, value, line, kind }: Variable): Row {
	const label = [code(`$${name}`)];
	if (kind === 'builder') return { label, text: ['The builder sets it.'] };
	const shown = value === undefined || value === '' ? undefined : code(shorten(value));
	if (kind === 'ENV')
		return {
			label,
			text: shown ? say`${shown}, from line ${line}.` : say`Empty, from line ${line}.`,
		};
	if (shown === undefined)
		return {
			label,
			text: say`Empty unless ${code('--build-arg')} sets it; declared in line ${line}.`,
		};
	return {
		label,
		text: say`${shown}, from line ${line}, unless ${code('--build-arg')} sets another value.`,
	};
}

/** The texts whose variables the builder replaces. */
function toTexts({ keyword, words, flags, pairs }: Instruction): string[] {
	const values = flags.flatMap(({ name, value }) =>
		value === undefined || name === 'from' || name === 'exclude' ? [] : [value],
	);
	switch (keyword) {
		case 'ARG':
		case 'ENV':
			return pairs.flatMap(({ value }) => value ?? []);
		case 'FROM':
			return [...values, words[0] ?? ''];
		case 'RUN':
			return values;
		case 'ADD':
		case 'COPY':
		case 'EXPOSE':
		case 'LABEL':
		case 'STOPSIGNAL':
		case 'USER':
		case 'VOLUME':
		case 'WORKDIR':
			return [...values, ...words];
		default:
			return [];
	}
}

/** The text that a shell gets; nothing in exec form. */
export function toShellText({ isExec, text, heredocs, keyword }: Instruction): string {
	if (isExec) return '';
	const own = keyword === 'HEALTHCHECK' ? text.replace(/^\S+\s*/, '') : text;
	return [own, ...heredocs.map(({ content }) => content)].join('\n');
}
