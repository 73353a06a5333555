import { closest, distance } from 'fastest-levenshtein';
import { bundledLanguages } from 'shiki/langs';

/** Names that people give languages, and what the highlighter calls them. */
const aliases: Readonly<Record<string, string>> = {
	...{ docker: 'dockerfile', containerfile: 'dockerfile' },
	...{ 'docker-compose': 'yaml', compose: 'yaml' },
	...{ 'shell-session': 'shellsession', terminal: 'console', session: 'console', env: 'dotenv' },
	...{ apacheconf: 'apache', objectivec: 'objective-c', 'go-html-template': 'html', golang: 'go' },
	...{ unit: 'systemd', service: 'systemd', conf: 'ini', cfg: 'ini' },
	// Patterns and comments, one on a line.
	...{ dockerignore: 'ini', gitignore: 'ini' },
};

/** Names of what has no grammar, and is meant so. */
const plain =
	/^(?:text|txt|plain|plaintext|none|no-highlight|nohighlight|output|out|log|raw|ansi|caddyfile|cron|crontab|math|katex|ascii|tree|http-request)$/;

/** Languages that are near to what somebody mistyped. */
const common =
	'bash sh console dockerfile yaml json powershell ini toml python go javascript'.split(' ');

/** A line that a shell runs, not a Dockerfile. */
const command = /^\s*(?:[$%] |sudo |(?:docker|docker-compose|podman|buildah)(?: |$))/;

/**
 * What the word behind the marks of a fence stands for, without regard to case: `Dockerfile`,
 * `{.bash}`, `js{1,3}`. A fence of commands that is called `docker` is one of the shell.
 */
export function toLanguageName(
	written: string | null | undefined,
	code: string,
): string | undefined {
	const word = toWord(written);
	if (word === undefined) return undefined;
	const name = Object.hasOwn(aliases, word) ? aliases[word] : word;
	return name === 'dockerfile' && hasCommands(code) ? 'bash' : name;
}

/** Whether code in a fence for Dockerfiles is commands, though it may have comments. */
export function hasCommands(code: string): boolean {
	const [first] = code.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
	return first !== undefined && command.test(first);
}

/** The language that the highlighter is told; `text` for one that it has no grammar of. */
export function toHighlighted(
	written: string | null | undefined,
	code: string,
): string | undefined {
	const name = toLanguageName(written, code);
	return name === undefined || isHighlighted(name) ? name : 'text';
}

/** Whether a word behind the marks of a fence is a language, or says that there is none. */
export function isLanguage(written: string): boolean {
	const name = toLanguageName(written, '');
	return name === undefined || isHighlighted(name) || plain.test(name);
}

/** The language that is meant by a word that is none, if it is near to one. */
export function toNearest(written: string): string | undefined {
	const word = toWord(written) ?? '';
	const near = closest(word, common);
	return distance(word, near) <= Math.max(1, Math.floor(near.length / 3)) ? near : undefined;
}

function isHighlighted(name: string): boolean {
	return Object.hasOwn(bundledLanguages, name);
}

function toWord(written: string | null | undefined): string | undefined {
	// `title="x"` is no language.
	return /^[{.]*([\w+#.-]+)(?![\w+#.-]*=)/.exec(written ?? '')?.[1]?.toLowerCase();
}
