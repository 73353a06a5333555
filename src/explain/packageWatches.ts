import { toShellText, type Place } from '../dockerfile/dockerfile.ts';
import type { Context } from './context.ts';
import { commandsOf, isAnywhere, isApt, runsBehind, toAll } from './watch.ts';
import type { Hit, Watch } from './watch.ts';
import { code, say } from './words.ts';

/** What `RUN` does with the packages of a distribution or a language. */
export const packageWatches: Watch[] = [
	['run/update-and-install-together', 'apt-get update by itself', 'RUN', findLoneUpdate],
	['package-lists-stay', 'package lists that stay', 'RUN', findLeftLists],
	['unneeded-packages', 'recommended packages', 'RUN', findRecommends],
	['DL3019', 'caches of apk and pip', 'RUN', findApkCache],
	['DL3042', 'caches of apk and pip', 'RUN', findPipCache],
];

const installs = ['install', 'upgrade', 'dist-upgrade', 'full-upgrade', 'build-dep'];

function findLoneUpdate(context: Context): Hit | undefined {
	const commands = commandsOf(context);
	const update = commands.find((one) => isApt(one, 'update'));
	if (update === undefined || commands.some((one) => isApt(one, ...installs))) return undefined;
	const later = runsBehind(context).find(
		(run) =>
			/install|upgrade|build-dep/.test(toShellText(run.instruction)) &&
			commandsOf(run).some((one) => isApt(one, ...installs)),
	);
	if (later === undefined) return undefined;
	return {
		text: say`${code(`${update.words[0]} update`)} stands in another RUN than the install in line ${later.instruction.line}.`,
	};
}

function findLeftLists(context: Context): Hit | undefined {
	const commands = commandsOf(context);
	// Lists that the next step is to use are another fault.
	const isBoth = ['update', 'install'].every((verb) => commands.some((one) => isApt(one, verb)));
	if (!isBoth || /\/var\/lib\/apt/.test(toAll(context))) return undefined;
	if (!context.making.some((stage) => stage === context.stage)) return undefined;
	return { text: say`The package lists of apt stay in the layer.`, instead: toAptFix(context) };
}

function findRecommends(context: Context): Hit | undefined {
	const install = commandsOf(context).find(
		(one) =>
			isApt(one, 'install') && !one.words.some((word) => /^--no-install-recommends/.test(word)),
	);
	if (install === undefined || isAnywhere(/APT::Install-Recommends/i, context)) return undefined;
	return {
		text: say`${code(`${install.words[0]} install`)} has no ${code('--no-install-recommends')}.`,
		instead: toAptFix(context),
	};
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

function findApkCache(place: Place): Hit | undefined {
	const isKept = commandsOf(place).some(
		({ words }) =>
			words[0] === 'apk' &&
			words.includes('add') &&
			!words.includes('--no-cache') &&
			!words.includes('--no-network'),
	);
	if (!isKept || /\/var\/cache\/apk|\/etc\/apk\/cache/.test(toAll(place))) return undefined;
	return {
		...{ text: say`${code('apk add')} has no ${code('--no-cache')}.`, isSaid: true },
		instead: toAdded(place, 'apk add', '--no-cache'),
	};
}

function findPipCache(context: Context): Hit | undefined {
	const isKept = commandsOf(context).some(
		({ words }) =>
			/^(?:\S*\/)?pip3?(?:\.\d+)?$/.test(words[0] ?? '') &&
			words.includes('install') &&
			!words.includes('--no-cache-dir'),
	);
	if (!isKept || /type=cache|cache\/pip|pip cache purge/.test(toAll(context))) return undefined;
	if (isAnywhere(/PIP_NO_CACHE_DIR/, context)) return undefined;
	return {
		text: say`${code('pip install')} has neither ${code('--no-cache-dir')} nor a cache mount.`,
		instead: toAdded(context, 'pip install', '--no-cache-dir'),
	};
}

/** A `RUN` in shell form with an option more, where the command stands in it once. */
function toAdded({ instruction }: Place, command: string, option: string): string | undefined {
	const { source, isExec } = instruction;
	const isOnce = !isExec && source.split(`${command} `).length === 2;
	return isOnce ? source.replace(command, `${command} ${option}`) : undefined;
}
