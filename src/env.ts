import manifest from '../package.json' with { type: 'json' };

/** Stands for the site's name in Starlight's configuration, which is made before the notes are read. */
export const placeholderName = 'Notes';

/** The folder of the files of notes, each of them a topic. */
export const notesFolder = 'src/content/notes/';

/** The notes that the project's own tests read. */
export const notesFile = `${notesFolder}docker.md`;

/** Where everything is that people write: notes and facts. */
export const contentFolder = 'src/content/';

/** The commands that most people look for, by the names of their files, for the home page. */
export const frequentCommands = [
	'build',
	'run',
	'exec',
	'ps',
	'logs',
	'rmi',
	'system-prune',
	'compose-up',
] as const;

/** The instructions by how often Dockerfiles have them, for the home page; others come behind. */
export const frequentInstructions = [
	...['FROM', 'RUN', 'COPY', 'CMD', 'ENTRYPOINT', 'ENV', 'ARG', 'WORKDIR', 'USER', 'EXPOSE'],
	...['VOLUME', 'LABEL', 'HEALTHCHECK', 'ADD', 'SHELL', 'STOPSIGNAL', 'ONBUILD'],
] as const;

/** The errors that most people meet, by the names of their files, for the home page. */
export const frequentErrors = [
	'daemon-not-reachable',
	'port-already-allocated',
	'permission-denied-on-the-socket',
	'no-space-left',
	'exec-format-error',
	'exit-code-137',
	'copy-source-not-found',
	'pull-access-denied',
] as const;

/** What a build is told from outside; each has a default that suits a local look. */
export interface Environment {
	/** Where the site will stand, for canonical links and the sitemap. `SITE`. */
	site: string;
	/** The path below it, with slashes at both ends. `BASE`. */
	base: string;
	/** The folder that is written. `OUT_DIR`. */
	outDir: string;
	/** The port of `npm start` and `npm run dev`. `PORT`. */
	port: number;
	/** The day that ends of support are compared with, as `2026-11-24`. `TODAY`. */
	today: string;
	/** The repository that edit links lead to; on GitHub's runners the one that is built. */
	repository: string;
	/** Whether browsers keep the site for reading without a network. `OFFLINE=no` takes it back. */
	offline: boolean;
}

/** Reads the environment variables that the README names. */
export function toEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
	const port = Number(env['PORT'] ?? 4321);
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
	return {
		site: env['SITE'] ?? `http://localhost:${port}`,
		base: `/${env['BASE'] ?? ''}/`.replace(/\/{2,}/g, '/'),
		outDir: env['OUT_DIR'] ?? './dist',
		port,
		today: env['TODAY'] ?? new Date().toISOString().slice(0, 10),
		repository: server && name ? `${server}/${name}` : manifest.repository,
		offline: env['OFFLINE'] !== 'no',
	};
}
