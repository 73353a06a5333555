import type { Hit, Place, Watch, WatchContext } from './watch.ts';
import { toMountFields } from '../dockerfile/dockerfile.ts';
import { toChain } from './result.ts';
import { commandsOf, placesOf } from './watch.ts';
import { code, say } from './words.ts';

/** What `RUN` does in a way that people regret. */
export const runWatches: Watch[] = [
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
	{ rule: 'apk-cache', label: 'caches of apk and pip', fact: 'DL3019', find: findApkCaches },
	{ rule: 'pip-cache', label: 'caches of apk and pip', fact: 'DL3042', find: findPipCaches },
	{
		rule: 'pipe-hides-failure',
		label: 'downloads whose failure a pipe hides',
		fact: 'run/pipe-hides-failing-command',
		find: findPipes,
	},
	{
		rule: 'heredoc-goes-on',
		label: 'scripts that go on after an error',
		fact: 'run/heredoc-needs-set-e',
		find: findScripts,
	},
	{
		rule: 'secret-may-be-missing',
		label: 'secrets that may be missing',
		fact: 'run/secret-may-be-missing',
		find: findLooseSecrets,
	},
	{ rule: 'cd-alone', label: 'cd by itself', fact: 'run/cd-lasts-one-run', find: findLoneCd },
	{ rule: 'sudo', label: 'sudo', fact: 'DL3004', find: findSudo },
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

/** Everything that a `RUN` says, mounts included. */
function toAll({ instruction: { text, flags, heredocs } }: Place): string {
	return [
		text,
		...flags.map(({ value = '' }) => value),
		...heredocs.map(({ content }) => content),
	].join('\n');
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

function findApkCaches(context: WatchContext): Hit[] {
	return placesOf(context, 'RUN').flatMap((place) => {
		const isKept = commandsOf(place).some(
			({ words }) => words[0] === 'apk' && words.includes('add') && !words.includes('--no-cache'),
		);
		if (!isKept || /\/var\/cache\/apk|\/etc\/apk\/cache/.test(toAll(place))) return [];
		return [
			{ line: place.instruction.line, text: say`${code('apk add')} has no ${code('--no-cache')}.` },
		];
	});
}

function findPipCaches(context: WatchContext): Hit[] {
	const isOff = /PIP_NO_CACHE_DIR/.test(
		context.file.instructions.map(({ text }) => text).join('\n'),
	);
	if (isOff) return [];
	return placesOf(context, 'RUN').flatMap((place) => {
		const isKept = commandsOf(place).some(
			({ words }) =>
				/^(?:\S*\/)?pip3?(?:\.\d+)?$/.test(words[0] ?? '') &&
				words.includes('install') &&
				!words.includes('--no-cache-dir'),
		);
		if (!isKept || /type=cache|cache\/pip|pip cache purge/.test(toAll(place))) return [];
		return [
			{
				line: place.instruction.line,
				text: say`${code('pip install')} has neither ${code('--no-cache-dir')} nor a cache mount.`,
			},
		];
	});
}

function findPipes(context: WatchContext): Hit[] {
	return placesOf(context, 'RUN').flatMap((place) => {
		const piped = commandsOf(place).find(
			({ words, after }) => /^(?:curl|wget)$/.test(words[0] ?? '') && after === '|',
		);
		const isTold = /pipefail/.test(`${toAll(place)} ${place.scope.shell?.join(' ') ?? ''}`);
		if (piped === undefined || isTold) return [];
		return [
			{
				line: place.instruction.line,
				text: say`Whether ${code(piped.words[0] ?? '')} fails is not looked at: only the last command of the pipe counts.`,
			},
		];
	});
}

function findScripts(context: WatchContext): Hit[] {
	return placesOf(context, 'RUN').flatMap(({ instruction, scope }) => {
		const [script] = instruction.heredocs;
		const isScript = script !== undefined && /^\d*<<-?\s*["']?\w+["']?$/.test(instruction.text);
		if (!isScript || scope.isWindows || script.content.startsWith('#!')) return [];
		const lines = script.content
			.split('\n')
			.filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
		const isStrict =
			/(?:^|\s)set\s+-\w*e|errexit/.test(script.content) ||
			scope.shell?.some((word) => /^-\w*e/.test(word));
		if (lines.length < 2 || isStrict || /\\\s*$|&&\s*$/.test(lines[0] ?? '')) return [];
		const options = instruction.flags.map(
			({ name, value }) => `--${name}${value === undefined ? '' : `=${value}`} `,
		);
		const instead = `RUN ${options.join('')}${instruction.text}\nset -e\n${script.content}\n${script.name}`;
		return [
			{
				line: instruction.line,
				text: say`A line of the script that fails does not stop the build.`,
				instead,
			},
		];
	});
}

function findLooseSecrets(context: WatchContext): Hit[] {
	return placesOf(context, 'RUN').flatMap(({ instruction: { flags, line } }) => {
		const loose = flags.find(({ name, value = '' }) => {
			const fields = name === 'mount' ? toMountFields(value) : [];
			const isSecret = fields.some(({ key, value }) => key === 'type' && value === 'secret');
			return isSecret && !fields.some(({ key }) => key === 'required');
		});
		if (loose === undefined) return [];
		return [
			{
				line,
				text: say`${code(`--mount=${loose.value ?? ''}`)} does not say ${code('required=true')}.`,
			},
		];
	});
}

function findLoneCd(context: WatchContext): Hit[] {
	return placesOf(context, 'RUN').flatMap((place) => {
		const commands = commandsOf(place);
		const isAlone = commands.length > 0 && commands.every(({ words }) => words[0] === 'cd');
		return isAlone
			? [
					{
						line: place.instruction.line,
						text: say`The next instruction is in the old directory again.`,
					},
				]
			: [];
	});
}

function findSudo(context: WatchContext): Hit[] {
	return placesOf(context, 'RUN').flatMap((place) => {
		const { text, line, isExec } = place.instruction;
		const isUsed = !isExec && !place.scope.isWindows && /(?:^|[;&|]\s*|\n\s*)sudo\s+\w/.test(text);
		return isUsed ? [{ line, text: say`RUN uses ${code('sudo')}.` }] : [];
	});
}
