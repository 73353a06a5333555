import { resolve, type Place } from '../dockerfile/dockerfile.ts';
import type { Context } from './context.ts';
import { isLocal } from './transfers.ts';
import { commandsOf, runsBehind, toOptions, type Hit, type Watch } from './watch.ts';
import { code, codes, say } from './words.ts';

/** What `COPY` and `ADD` bring into the image, and when. */
export const fileWatches: Watch[] = [
	[
		'sources-before-dependencies',
		'sources copied before dependencies',
		'COPY ADD',
		findEarlySources,
	],
	['secret-file-copied', 'files with secrets', 'COPY ADD', findSecretFiles],
	['add-for-local-files', 'ADD for local files', 'ADD', findLocalAdd],
	[
		'copy/source-inside-build-context',
		'sources outside the build context',
		'COPY ADD',
		findOutside,
	],
];

/** Commands that install what a file lists, by the program; all words have to be there. */
const installers: readonly (readonly [RegExp, string])[] = [
	[/^npm (?:(?:--?[\w=-]+ )*)(?:ci|install|i)(?: --?[\w=.-]+)*$/, 'package.json package-lock.json'],
	[/^yarn(?: install)?(?: --?[\w=.-]+)*$/, ''],
	[/^pnpm (?:install|i)(?: --?[\w=.-]+)*$/, ''],
	[/^(?:python3? -m )?pip3? install .*(?:-r|--requirement)[ =]?\S/, ''],
	[/^poetry install\b/, ''],
	[/^bundle install\b/, ''],
	[/^composer install\b/, ''],
	[/^go mod download$/, 'go.mod go.sum'],
	[/^dotnet restore\b/, ''],
];

function findEarlySources(context: Context): Hit | undefined {
	const { words, flags, last, text } = context.instruction;
	const isWhole = words.slice(0, -1).some((word) => word === '.' || word === './');
	if (!isWhole || flags.some(({ name }) => name === 'from')) return undefined;
	const [first] = runsBehind(context).flatMap((run) => {
		const install = toInstall(run);
		return install === undefined ? [] : [{ ...install, run: run.instruction }];
	});
	if (first === undefined) return undefined;
	const { command, files, run } = first;
	const isNext = run.line === last + 1 && !text.includes('\n');
	const isFull = files !== '' && isNext && run.flags.length === 0 && flags.length === 0;
	const lines = [`COPY ${files} ./`, `RUN ${run.text}`, `COPY ${text}`];
	return {
		text: say`All files are copied before ${code(command)} in line ${run.line}.`,
		instead: isFull ? lines.join('\n') : undefined,
	};
}

function toInstall(place: Place): { command: string; files: string } | undefined {
	for (const { words } of commandsOf(place)) {
		const command = words.join(' ');
		const found = installers.find(([pattern]) => pattern.test(command));
		const isGlobal = words.includes('-g') || words.includes('--global');
		if (found && !isGlobal) {
			const short = /^(?:python3? -m )?\S+(?: mod)?(?: [a-z]+)?/.exec(command)?.[0] ?? command;
			return { command: short, files: words[1] === 'ci' || words[0] === 'go' ? found[1] : '' };
		}
	}
	return undefined;
}

const secret =
	/^(?:\.env(?:\.\w+)?|id_(?:rsa|dsa|ecdsa|ed25519)|\.npmrc|\.pypirc|\.netrc|\.git-credentials|\.aws|\.ssh)$/i;

function findSecretFiles({ instruction: { words } }: Place): Hit | undefined {
	const names = words.slice(0, -1).filter((word) => {
		const [name = ''] = word.replace(/\/$/, '').split('/').slice(-1);
		return secret.test(name) && !/example|sample|template|dist$/i.test(name);
	});
	if (names.length === 0) return undefined;
	const verb = names.length === 1 ? 'is a file that often holds' : 'are files that often hold';
	return { text: say`${codes(names)} ${verb} secrets.` };
}

/** Names of archives, which `ADD` unpacks. */
const archive = /\.(?:tar|tgz|tbz2?|txz|tar\.\w+|xz|gz|bz2|zst)$/i;

function findLocalAdd({ instruction }: Place): Hit | undefined {
	const { words, flags, heredocs, text } = instruction;
	const sources = words.slice(0, -1);
	const isPlain = sources.every((one) => isLocal(one) && !archive.test(one) && !/[$*]/.test(one));
	const isOwn = flags.every(({ name }) => ['chown', 'chmod', 'link', 'exclude'].includes(name));
	if (!isPlain || !isOwn || heredocs.length > 0 || sources.length === 0) return undefined;
	return {
		text: say`ADD takes local files here.`,
		instead: `COPY ${toOptions(instruction)}${text}`,
	};
}

function findOutside({ instruction, environment }: Place): Hit | undefined {
	const { words, flags } = instruction;
	const outside = words
		.slice(0, -1)
		.find((word) => /^(?:\.\/)?\.\.(?:\/|$)/.test(resolve(word, environment).text));
	if (outside === undefined || flags.some(({ name }) => name === 'from')) return undefined;
	return { text: say`${code(outside)} points outside the build context.` };
}
