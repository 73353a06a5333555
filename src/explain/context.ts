import {
	resolve,
	toExpandedTexts,
	toMountFields,
	toShellText,
	type Dockerfile,
	type Place,
	type Stage,
	type Variable,
} from '../dockerfile/dockerfile.ts';
import { folders, toOptionAnchor } from '../reference/addresses.ts';
import type { DockerfileFacts, Part, Row, Sentence } from './explanation.ts';
import { code, say, shorten } from './words.ts';

/** An instruction with everything that it is explained with. */
export interface Context extends Place {
	file: Dockerfile;
	facts: DockerfileFacts;
	/** The stages that make the image: the last one behind those that it is built on. */
	making: readonly Stage[];
	/** Its stage; nothing before the first `FROM`. */
	stage: Stage | undefined;
}

/** Says what an instruction does. */
export type Explain = (context: Context) => Sentence;

/** All instructions of a file, in its order. */
export function toContexts(file: Dockerfile, facts: DockerfileFacts): Context[] {
	const making: Stage[] = [];
	for (let stage = file.stages.at(-1); stage !== undefined; stage = stage.parent)
		making.push(stage);
	const shared = { file, facts, making: making.reverse() };
	return [
		...file.globals.map((place) => ({ ...shared, ...place, stage: undefined })),
		...file.stages.flatMap((stage) =>
			[{ instruction: stage.from, environment: file.outer }, ...stage.places].map((place) => ({
				...{ ...shared, ...place, stage },
			})),
		),
	];
}

/** A text of the file with its variables replaced, as a piece of a sentence. */
export function show(source: string, { environment }: Context): Part {
	return code(shorten(resolve(source, environment).text));
}

/** The page of an instruction. */
export function toAddress(keyword: string): string {
	return `/${folders.instructions}/${keyword.toLowerCase()}/`;
}

/** What the facts say of each option that is written. */
export function toOptionRows({ instruction, facts }: Context): Row[] {
	const { keyword, flags } = instruction.trigger ?? instruction;
	const known = facts.instructions[keyword];
	return flags.flatMap(({ name, value = '' }) => {
		const type = toMountFields(value).find(({ key }) => key === 'type')?.value ?? 'bind';
		const isMount = name === 'mount';
		const text = isMount ? known?.mounts[type] : known?.options[`--${name}`];
		if (text === undefined) return [];
		const anchor = isMount ? `mount-${type}` : toOptionAnchor(`--${name}`);
		const written = value === '' ? `--${name}` : `--${name}=${value}`;
		const label = [code(shorten(written, 90), `${toAddress(keyword)}#${anchor}`)];
		return [{ label, text: [text] }];
	});
}

/** Where the values of an instruction's variables come from. */
export function toVariableRows({ instruction, environment }: Context): Row[] {
	const { keyword } = instruction;
	const { variables } = environment;
	const found = toExpandedTexts(instruction).map(({ text }) => resolve(text, environment));
	const used = new Map(found.flatMap((one) => one.used.map((each) => [each.name, each])));
	if (['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(keyword)) {
		for (const [, name = ''] of toShellText(instruction).matchAll(/(?<!\\)\$\{?(\w+)/g)) {
			const variable = variables.get(name);
			const isThere = variable?.kind === 'ENV' || (keyword === 'RUN' && variable?.kind !== 'image');
			if (variable && isThere) used.set(name, variable);
		}
	}
	const missing = new Set(found.flatMap((one) => one.missing));
	return [
		...[...used.values()].map(toVariableRow),
		...[...missing].map((name) => ({ label: [code(`$${name}`)], text: [fromBase] })),
	];
}

const fromBase = 'No line above sets it. It is empty unless the base image sets it.';

function toVariableRow({ name, text, line, kind }: Variable): Row {
	const label = [code(`$${name}`)];
	if (kind === 'image')
		return { label, text: ['From the base image, or the default of the builder.'] };
	if (kind === 'builder') return { label, text: ['The builder sets it.'] };
	const from = say`${text ? code(shorten(text)) : 'Empty'}, from line ${line}`;
	if (kind === 'ENV') return { label, text: say`${from}.` };
	const argument = code('--build-arg');
	if (text) return { label, text: say`${from}, unless ${argument} sets another value.` };
	return { label, text: say`Empty unless ${argument} sets it; declared in line ${line}.` };
}
