import type { Hit, Place, Watch, WatchContext } from './watch.ts';
import { toChain } from './result.ts';
import { commandsOf, placesOf, toAll } from './watch.ts';
import { code, say } from './words.ts';

/** What `RUN` does with apt. */
export const aptWatches: Watch[] = [
	{
		rule: 'apt-update-alone',
		label: 'apt-get update by itself',
		fact: 'run/update-and-install-together',
		find: findLoneUpdates,
	},
	{
		rule: 'apt-lists-stay',
		label: 'package lists that stay',
		fact: 'package-lists-stay',
		find: findLeftLists,
	},
	{
		rule: 'apt-recommends',
		label: 'recommended packages',
		fact: 'unneeded-packages',
		find: findRecommends,
	},
];

const isApt = ({ words }: { words: readonly string[] }, ...verbs: string[]) =>
	/^apt(?:-get)?$/.test(words[0] ?? '') && words.some((word) => verbs.includes(word));

const installs = ['install', 'upgrade', 'dist-upgrade', 'full-upgrade', 'build-dep'];

function findLoneUpdates(context: WatchContext): Hit[] {
	return placesOf(context, 'RUN').flatMap((place) => {
		const commands = commandsOf(place);
		const isAlone =
			commands.some((one) => isApt(one, 'update')) &&
			!commands.some((one) => isApt(one, ...installs));
		const { stage, instruction } = place;
		const later = placesOf({ ...context, stages: [stage] }, 'RUN').find(
			(run) =>
				run.instruction.line > instruction.line &&
				commandsOf(run).some((one) => isApt(one, ...installs)),
		);
		if (!isAlone || later === undefined) return [];
		return [
			{
				line: instruction.line,
				text: say`${code('apt-get update')} stands in another RUN than the install in line ${later.instruction.line}.`,
			},
		];
	});
}

function findLeftLists(context: WatchContext): Hit[] {
	const chain = new Set(toChain(context).map(({ instruction }) => instruction));
	return placesOf(context, 'RUN').flatMap((place) => {
		const commands = commandsOf(place);
		// Lists that the next step is to use are another fault.
		const isBoth = ['update', 'install'].every((verb) => commands.some((one) => isApt(one, verb)));
		const isLeft = isBoth && !/\/var\/lib\/apt/.test(toAll(place));
		if (!isLeft || !chain.has(place.instruction)) return [];
		return [
			{
				line: place.instruction.line,
				text: say`The package lists of apt stay in the layer.`,
				instead: toAptFix(place),
			},
		];
	});
}

function findRecommends(context: WatchContext): Hit[] {
	const isSet = /APT::Install-Recommends/i.test(
		context.file.instructions.map(({ text }) => text).join('\n'),
	);
	if (isSet) return [];
	return placesOf(context, 'RUN').flatMap((place) => {
		const install = commandsOf(place).find(
			(one) =>
				isApt(one, 'install') && !one.words.some((word) => /^--no-install-recommends/.test(word)),
		);
		if (install === undefined) return [];
		const { line } = place.instruction;
		return [
			{
				line,
				text: say`${code(`${install.words[0]} install`)} has no ${code('--no-install-recommends')}.`,
				instead: toAptFix(place),
			},
		];
	});
}

/** A `RUN` on one line, or on lines joined by backslashes, without heredocs, with what apt lacks. */
function toAptFix(place: Place): string | undefined {
	const { text, flags, heredocs, isExec } = place.instruction;
	if (heredocs.length > 0 || isExec || flags.length > 0 || /[#;|]|\bif\b/.test(text))
		return undefined;
	const commands = text.split(/\s*&&\s*/).map((command) => command.replace(/\s+/g, ' ').trim());
	const mended = commands.map((command) =>
		/^apt(?:-get)? (?:.* )?install /.test(command) && !command.includes('--no-install-recommends')
			? command.replace(/ install /, ' install --no-install-recommends ')
			: command,
	);
	const isClean =
		/\/var\/lib\/apt/.test(text) || !commands.some((one) => /^apt(?:-get)? .*update/.test(one));
	const all = isClean ? mended : [...mended, 'rm -rf /var/lib/apt/lists/*'];
	return `RUN ${all.join(' \\\n && ')}`;
}
