import type { Part, Row, Sentence } from './explanation.ts';
import type { FileContext } from './context.ts';
import { resolve } from '../dockerfile/dockerfile.ts';
import { toChain, toRootImage, toStart, type Place } from './chain.ts';
import { toProgram } from './programs.ts';
import { isStep } from './rebuilds.ts';
import { code, listOf, say, shorten } from './words.ts';

/** What the image is like that a build without `--target` makes. */
export function toResult({ stages, file }: FileContext): Row[] {
	const chain = toChain(stages);
	const base = toRootImage(stages);
	const of = (text: string, { environment }: Place) =>
		resolve(text, environment.variables, file).text;
	const find = (keyword: string) =>
		chain.findLast(({ instruction }) => instruction.keyword === keyword);
	const line = (keyword: string): Sentence => {
		const found = find(keyword);
		if (found === undefined) return [];
		return say`${code(of(found.instruction.text, found))} (line ${found.instruction.line})`;
	};
	const workdir = stages.at(-1)?.end.workdir;
	const rows: [string, Sentence][] = [
		['User', line('USER')],
		['Working directory', workdir === undefined ? line('WORKDIR') : [code(workdir)]],
		['Health check', toHealth(find('HEALTHCHECK'))],
		['Stop signal', line('STOPSIGNAL')],
	];
	const open = rows.filter(([, text]) => text.length === 0).map(([name]) => name.toLowerCase());
	const isOpen = base !== 'scratch';
	const more = isOpen ? [', and what the base image has'] : [];
	const own = stages.at(-1)?.stage.instructions ?? [];
	const triggers = own
		.filter(({ keyword }) => keyword === 'ONBUILD')
		.map(({ text }) => code(shorten(text, 60)));
	const layers = chain.filter(({ instruction }) => isStep(instruction)).length;
	const all: [string, Sentence][] = [
		['Starts', toStartText(chain, base)],
		...rows,
		...toLists(chain, of).map(([name, items]): [string, Sentence] => [
			name,
			items.length === 0 ? [] : [...listOf(items, 40), ...more],
		]),
		['Run by builds FROM this image', listOf(triggers, 40)],
		['Layers', isOpen ? say`${layers}, on those of ${code(base)}` : say`${layers}`],
		['From the base image', isOpen ? listOf(open) : []],
	];
	return all
		.filter(([, text]) => text.length > 0)
		.map(([label, text]) => ({ label: [label], text }));
}

function toHealth(found: Place | undefined): Sentence {
	if (found === undefined) return [];
	const { instruction, environment } = found;
	const isOff = instruction.words[0]?.toUpperCase() === 'NONE';
	const what = isOff ? 'turned off' : code(shorten(toProgram(instruction, environment), 120));
	return say`${what} (line ${instruction.line})`;
}

/** Ports, volumes, environment and labels: all lines add to them. */
function toLists(
	chain: readonly Place[],
	of: (text: string, place: Place) => string,
): [string, Part[]][] {
	const all = (keyword: string) => chain.filter((one) => one.instruction.keyword === keyword);
	const words = (keyword: string): Part[] =>
		all(keyword).flatMap((place) => place.instruction.words.map((word) => code(of(word, place))));
	const pairs = (keyword: string): Part[] => {
		const values = all(keyword).flatMap((place) =>
			place.instruction.pairs.map(({ name, value = '' }): [string, string] => [
				of(name, place),
				of(value, place),
			]),
		);
		return [...new Map(values)].map(([name, value]) => code(`${name}=${shorten(value, 60)}`));
	};
	return [
		['Ports', words('EXPOSE')],
		['Volumes', words('VOLUME')],
		['Environment', pairs('ENV')],
		['Labels', pairs('LABEL')],
	];
}

/** What a container starts, by the table of `CMD` and `ENTRYPOINT`. */
function toStartText(chain: readonly Place[], base: string): Sentence {
	const { entry, cmd } = toStart(chain);
	const of = ({ instruction, environment }: Place) => toProgram(instruction, environment);
	const isSet = (one: Place | undefined): one is Place =>
		one !== undefined && !(one.instruction.isExec && one.instruction.words.length === 0);
	const isOpen = base !== 'scratch';
	if (isSet(entry)) {
		const isExec = entry.instruction.isExec;
		const program = code(shorten(`${of(entry)} ${isExec && cmd ? of(cmd) : ''}`, 200));
		if (!isExec && cmd)
			return say`${program}; the shell form of ENTRYPOINT ignores CMD in line ${cmd.instruction.line}`;
		const isLost = isExec && cmd === undefined && isOpen;
		return isLost ? say`${program}; ENTRYPOINT clears a CMD of the base image` : [program];
	}
	if (isSet(cmd)) {
		const program = code(shorten(of(cmd), 200));
		return isOpen && entry === undefined
			? say`${program}, as arguments of the entrypoint of ${code(base)} if that has one`
			: [program];
	}
	if (entry === undefined && isOpen)
		return cmd
			? say`the entrypoint of ${code(base)}, without a default command`
			: say`what the base image ${code(base)} starts`;
	return say`nothing; ${code('docker run')} fails unless you name a command`;
}
