import type { Hit, Watch, WatchContext } from './watch.ts';
import { toChain, toStart } from './result.ts';
import { placesOf } from './watch.ts';
import { code, say } from './words.ts';

/** What a container starts, and the settings around it. */
export const startWatches: Watch[] = [
	{
		rule: 'cmd-is-ignored',
		label: 'a CMD without effect',
		fact: 'cmd/shell-entrypoint-ignores-cmd',
		find: findIgnoredCommands,
	},
	{
		rule: 'single-quotes',
		label: 'single quotes in exec form',
		fact: 'cmd/exec-form-double-quotes',
		find: findSingleQuotes,
	},
	{
		rule: 'build-only-setting',
		label: 'settings for the build alone',
		fact: 'env/build-only-settings-elsewhere',
		find: findBuildSettings,
	},
	{
		rule: 'tilde',
		label: 'a tilde in WORKDIR',
		fact: 'workdir/tilde-is-not-expanded',
		find: findTildes,
	},
	{
		rule: 'tool-is-missing',
		label: 'a health check whose tool is missing',
		fact: 'healthcheck/tool-must-be-in-image',
		find: findMissingTools,
	},
];

function findIgnoredCommands(context: WatchContext): Hit[] {
	const { entry, cmd } = toStart(toChain(context));
	if (entry === undefined || cmd === undefined || entry.instruction.isExec) return [];
	return [
		{
			line: cmd.instruction.line,
			text: say`ENTRYPOINT in line ${entry.instruction.line} has the shell form.`,
		},
	];
}

function findSingleQuotes(context: WatchContext): Hit[] {
	return placesOf(context, 'CMD', 'ENTRYPOINT').flatMap(
		({ instruction: { text, isExec, line, keyword } }) => {
			const isMeant = !isExec && /^\[\s*'[^"]*'\s*\]$/.test(text);
			if (!isMeant) return [];
			const instead = `${keyword} ${text.replaceAll("'", '"')}`;
			return [
				{
					line,
					text: say`This array has single quotes, so a shell gets it as it stands.`,
					instead,
				},
			];
		},
	);
}

function findBuildSettings(context: WatchContext): Hit[] {
	return placesOf(context, 'ENV').flatMap(({ instruction: { pairs, line } }) =>
		pairs.some(({ name }) => name === 'DEBIAN_FRONTEND')
			? [
					{
						line,
						text: say`${code('DEBIAN_FRONTEND')} stays set in every container.`,
						...(pairs.length === 1 && { instead: `ARG DEBIAN_FRONTEND=${pairs[0]?.value ?? ''}` }),
					},
				]
			: [],
	);
}

function findTildes(context: WatchContext): Hit[] {
	return placesOf(context, 'WORKDIR').flatMap(({ instruction: { text, line } }) =>
		text.startsWith('~')
			? [{ line, text: say`${code(text)} makes a directory of that name.` }]
			: [],
	);
}

/** Python's slim images have no curl; what the file installs is looked for as a word. */
function findMissingTools(context: WatchContext): Hit[] {
	const chain = toChain(context);
	const [first] = chain;
	const image = context.stages[first?.stage.index ?? 0]?.image ?? '';
	const check = chain.findLast(({ instruction }) => instruction.keyword === 'HEALTHCHECK');
	if (check === undefined || !/^python:.*slim/.test(image)) return [];
	const isUsed = /(?:^|[\s"'])curl\b/.test(check.instruction.text);
	const isThere = chain.some(
		({ instruction: { keyword, text } }) =>
			['RUN', 'COPY', 'ADD'].includes(keyword) && text.includes('curl'),
	);
	if (!isUsed || isThere) return [];
	return [
		{
			line: check.instruction.line,
			text: say`No line installs ${code('curl')} in ${code(image)}.`,
		},
	];
}
