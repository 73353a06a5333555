import type { Part, Row, Sentence } from './explanation.ts';
import type { Context } from './context.ts';
import { resolve, type Place, type Stage } from '../dockerfile/dockerfile.ts';
import { takesArguments, toProgram } from './programs.ts';
import { code, codes, listOf, say, shorten } from './words.ts';

/** What the image is like that a build without `--target` makes. */
export function toResult([first]: readonly Context[]): Row[] {
	const stage = first?.file.stages.at(-1);
	if (first === undefined || stage === undefined) return [];
	const image = first.making.flatMap(({ places }) => places);
	const { root: base, end, instructions } = stage;
	const isOpen = base !== 'scratch';
	const of = (text: string, { environment }: Place) => resolve(text, environment).text;
	const find = (
		keyword: string,
		toPart = (place: Place): Part => code(of(place.instruction.text, place)),
	) => {
		const place = image.findLast(({ instruction }) => instruction.keyword === keyword);
		return place ? say`${toPart(place)} (line ${place.instruction.line})` : [];
	};
	const single: [string, Sentence][] = [
		['User', find('USER')],
		['Working directory', end.workdir ? [code(end.workdir)] : find('WORKDIR')],
		['Health check', find('HEALTHCHECK', toHealth)],
		['Stop signal', find('STOPSIGNAL')],
	];
	const open = single.filter(([, text]) => text.length === 0).map(([name]) => name.toLowerCase());
	const list = (keyword: string): Sentence => {
		const places = image.filter(({ instruction }) => instruction.keyword === keyword);
		const items = toItems(places, of);
		return items.length > 0 && isOpen ? say`${items}, and what the base image has` : items;
	};
	const triggers = instructions.filter(({ keyword }) => keyword === 'ONBUILD');
	const layers = first.making.flatMap(({ steps }) => steps).length;
	const all: [string, Sentence][] = [
		['Starts', toStartText(stage)],
		...single,
		['Ports', list('EXPOSE')],
		['Volumes', list('VOLUME')],
		['Environment', list('ENV')],
		['Labels', list('LABEL')],
		[
			'Run by builds FROM this image',
			codes(
				triggers.map(({ text }) => shorten(text, 60)),
				40,
			),
		],
		['Layers', isOpen ? say`${layers}, on those of ${code(base)}` : say`${layers}`],
		['From the base image', isOpen ? listOf(open) : []],
	];
	return all.flatMap(([label, text]) => (text.length > 0 ? [{ label: [label], text }] : []));
}

function toHealth(place: Place): Part {
	const isOff = place.instruction.words[0]?.toUpperCase() === 'NONE';
	return isOff ? 'turned off' : code(shorten(toProgram(place), 120));
}

/** What several instructions add up to: the last value of each name, or all words. */
function toItems(places: readonly Place[], of: (text: string, place: Place) => string): Sentence {
	const items = places.flatMap((place): [string, string][] => {
		const { pairs, words } = place.instruction;
		if (pairs.length === 0) return words.map((word) => [of(word, place), of(word, place)]);
		return pairs.map(({ name, value = '' }) => {
			const own = of(name, place);
			return [own, `${own}=${shorten(of(value, place), 60)}`];
		});
	});
	return codes([...new Map(items).values()], 40);
}

/** What a container starts, by the table of `CMD` and `ENTRYPOINT`. */
function toStartText({ root: base, end: { entry, cmd } }: Stage): Sentence {
	const isSet = (one: Place | undefined): one is Place =>
		one !== undefined && !(one.instruction.isExec && one.instruction.words.length === 0);
	const isOpen = base !== 'scratch';
	if (isSet(entry)) {
		const isTaken = entry.instruction.isExec || takesArguments(entry);
		const words = isTaken && cmd ? [toProgram(entry), toProgram(cmd)] : [toProgram(entry)];
		const program = code(shorten(words.join(' '), 200));
		if (!isTaken && cmd)
			return say`${program}; the shell form of ENTRYPOINT ignores CMD in line ${cmd.instruction.line}`;
		const isLost = isTaken && cmd === undefined && isOpen;
		return isLost ? say`${program}; ENTRYPOINT clears a CMD of the base image` : [program];
	}
	if (isSet(cmd)) {
		const program = code(shorten(toProgram(cmd), 200));
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
