import type { Place } from '../dockerfile/dockerfile.ts';
import type { Context } from './context.ts';
import { takesArguments } from './programs.ts';
import type { Hit, Watch } from './watch.ts';
import { code, say } from './words.ts';

/** What a container starts, as whom, and the settings around it. */
export const startWatches: Watch[] = [
	['no-user', 'the root user', 'CMD ENTRYPOINT USER', findRoot],
	['cmd/shell-entrypoint-ignores-cmd', 'a CMD without effect', 'CMD', findIgnoredCommand],
	['cmd/exec-form-double-quotes', 'single quotes in exec form', 'CMD ENTRYPOINT', findSingleQuotes],
	['env/build-only-settings-elsewhere', 'settings for the build alone', 'ENV', findBuildSetting],
	['workdir/tilde-is-not-expanded', 'a tilde in WORKDIR', 'WORKDIR', findTilde],
	[
		'healthcheck/tool-must-be-in-image',
		'a health check whose tool is missing',
		'HEALTHCHECK',
		findMissingTool,
	],
];

/** Images whose name says that they set a user. */
const harmless = /nonroot|non-root|unprivileged|rootless|chainguard/i;

/** Said at the `USER` that makes root the user, or else where the start of the container is set. */
function findRoot({ instruction, file }: Context): Hit | undefined {
	const { end, root: base = '' } = file.stages.at(-1) ?? {};
	const start = (end?.entry ?? end?.cmd)?.instruction;
	if (start === undefined || end === undefined || end.isWindows) return undefined;
	if (end.user === instruction)
		return /^["']?(?:root|0)(?::|["']|$)/.test(instruction.text)
			? { text: say`Containers run as root.` }
			: undefined;
	if (end.user !== undefined || start !== instruction || harmless.test(base)) return undefined;
	const who =
		base === 'scratch' ? 'root' : say`the user of ${code(base)}, or as root if it sets none`;
	const all = file.instructions.map(({ text }) => text).join('\n');
	const [switcher] = /\b(?:gosu|su-exec|setpriv)\b/.exec(all) ?? [];
	const note =
		switcher === undefined
			? []
			: say` The file names ${code(switcher)}, which may switch to another user at the start.`;
	return { text: say`No line sets a user: containers run as ${who}.${note}` };
}

function findIgnoredCommand({ instruction, file }: Context): Hit | undefined {
	const { entry, cmd } = file.stages.at(-1)?.end ?? {};
	if (entry === undefined || cmd?.instruction !== instruction) return undefined;
	if (entry.instruction.isExec || takesArguments(entry)) return undefined;
	return { text: say`ENTRYPOINT in line ${entry.instruction.line} has the shell form.` };
}

function findSingleQuotes({ instruction: { text, isExec, keyword } }: Place): Hit | undefined {
	if (isExec || !/^\[\s*'[^"]*'\s*\]$/.test(text)) return undefined;
	return {
		text: say`This array has single quotes, so a shell gets it as it stands.`,
		instead: `${keyword} ${text.replaceAll("'", '"')}`,
	};
}

function findBuildSetting({ instruction: { pairs } }: Place): Hit | undefined {
	const found = pairs.find(({ name }) => name === 'DEBIAN_FRONTEND');
	if (found === undefined) return undefined;
	return {
		text: say`${code('DEBIAN_FRONTEND')} stays set in every container.`,
		instead: pairs.length === 1 ? `ARG DEBIAN_FRONTEND=${found.value ?? ''}` : undefined,
	};
}

function findTilde({ instruction: { text } }: Place): Hit | undefined {
	return text.startsWith('~')
		? { text: say`${code(text)} makes a directory of that name.` }
		: undefined;
}

/** Python's slim images have no curl; what the file installs is looked for as a word. */
function findMissingTool({ instruction, making }: Context): Hit | undefined {
	const root = making[0]?.root ?? '';
	const image = making.flatMap(({ places }) => places);
	const check = image.findLast((one) => one.instruction.keyword === 'HEALTHCHECK')?.instruction;
	if (check !== instruction || !/^python:.*slim/.test(root)) return undefined;
	const isUsed = /(?:^|[\s"'])curl\b/.test(check.text);
	const isThere = image.some(
		({ instruction: { keyword, text } }) =>
			['RUN', 'COPY', 'ADD'].includes(keyword) && text.includes('curl'),
	);
	return isUsed && !isThere
		? { text: say`No line installs ${code('curl')} in ${code(root)}.` }
		: undefined;
}
