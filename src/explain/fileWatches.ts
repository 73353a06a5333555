import type { Hit, Place, Watch, WatchContext } from './watch.ts';
import { isLocal } from './files.ts';
import { commandsOf, placesOf } from './watch.ts';
import { code, listOf, say } from './words.ts';

/** What `COPY` and `ADD` bring into the image, and when. */
export const fileWatches: Watch[] = [
	{
		rule: 'sources-before-dependencies',
		label: 'sources copied before dependencies',
		fact: 'sources-before-dependencies',
		find: findEarlySources,
	},
	{
		rule: 'secret-file',
		label: 'files with secrets',
		fact: 'secret-file-copied',
		find: findSecretFiles,
	},
	{
		rule: 'add-for-local-files',
		label: 'ADD for local files',
		fact: 'add-for-local-files',
		find: findLocalAdds,
	},
	{
		rule: 'outside-the-context',
		label: 'sources outside the build context',
		fact: 'copy/source-inside-build-context',
		find: findOutside,
	},
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

function findEarlySources(context: WatchContext): Hit[] {
	return placesOf(context, 'COPY', 'ADD').flatMap((place) => {
		const { instruction, stage } = place;
		const { words, flags, line, last } = instruction;
		const isWhole = words.slice(0, -1).some((word) => word === '.' || word === './');
		if (!isWhole || flags.some(({ name }) => name === 'from')) return [];
		const runs = placesOf({ ...context, stages: [stage] }, 'RUN');
		const isEarlier = runs.some(
			(run) => run.instruction.line < line && toInstall(run) !== undefined,
		);
		const run = runs.find((one) => one.instruction.line > line && toInstall(one) !== undefined);
		const install = run && toInstall(run);
		if (isEarlier || run === undefined || install === undefined) return [];
		const text = say`All files are copied before ${code(install.command)} in line ${run.instruction.line}.`;
		const isNext = run.instruction.line === last + 1 && !instruction.text.includes('\n');
		const isFull =
			install.files !== '' &&
			isNext &&
			install.command !== 'npm install' &&
			run.instruction.flags.length === 0;
		const lines = [
			`COPY ${install.files} ./`,
			`RUN ${run.instruction.text}`,
			`COPY ${instruction.text}`,
		];
		return [{ line, text, instead: isFull && flags.length === 0 ? lines.join('\n') : undefined }];
	});
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

function findSecretFiles(context: WatchContext): Hit[] {
	return placesOf(context, 'COPY', 'ADD').flatMap(({ instruction: { words, line } }) => {
		const names = words.slice(0, -1).filter((word) => {
			const [name = ''] = word.replace(/\/$/, '').split('/').slice(-1);
			return secret.test(name) && !/example|sample|template|dist$/i.test(name);
		});
		if (names.length === 0) return [];
		const verb = names.length === 1 ? 'is a file that often holds' : 'are files that often hold';
		return [{ line, text: say`${listOf(names.map((name) => code(name)))} ${verb} secrets.` }];
	});
}

/** Names of archives, which `ADD` unpacks. */
const archive = /\.(?:tar|tgz|tbz2?|txz|tar\.\w+|xz|gz|bz2|zst)$/i;

function findLocalAdds(context: WatchContext): Hit[] {
	return placesOf(context, 'ADD').flatMap(({ instruction }) => {
		const { words, flags, line, heredocs } = instruction;
		const sources = words.slice(0, -1);
		const isPlain = sources.every((one) => isLocal(one) && !archive.test(one) && !/[$*]/.test(one));
		const isOwn = flags.every(({ name }) => ['chown', 'chmod', 'link', 'exclude'].includes(name));
		if (!isPlain || !isOwn || heredocs.length > 0 || sources.length === 0) return [];
		const options = flags.map(
			({ name, value }) => `--${name}${value === undefined ? '' : `=${value}`} `,
		);
		const instead = `COPY ${options.join('')}${instruction.text}`;
		return [{ line, text: say`ADD takes local files here.`, instead }];
	});
}

function findOutside(context: WatchContext): Hit[] {
	return placesOf(context, 'COPY', 'ADD').flatMap(({ instruction: { words, flags, line } }) => {
		const outside = words.slice(0, -1).find((word) => /^(?:\.\/)?\.\.(?:\/|$)/.test(word));
		if (outside === undefined || flags.some(({ name }) => name === 'from')) return [];
		return [{ line, text: say`${code(outside)} points outside the build context.` }];
	});
}
