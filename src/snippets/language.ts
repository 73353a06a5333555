/** How a snippet's language is read; `undefined`: it is shown and copied as it is. */
export type Grammar = 'dockerfile' | 'shell' | 'json' | 'yaml' | undefined;

interface Language {
	grammar: Grammar;
	/** The ending of the raw file. */
	extension: string;
}

const shell: Language = { grammar: 'shell', extension: 'sh' };
const session: Language = { grammar: 'shell', extension: 'txt' };
const dockerfile: Language = { grammar: 'dockerfile', extension: 'dockerfile' };
const yaml: Language = { grammar: 'yaml', extension: 'yaml' };

/** The words behind the marks of a fence that are known. */
const languages: Readonly<Record<string, Language>> = {
	dockerfile,
	docker: dockerfile,
	bash: shell,
	sh: shell,
	shell,
	console: session,
	shellsession: session,
	'shell-session': session,
	yaml,
	yml: yaml,
	json: { grammar: 'json', extension: 'json' },
	go: { grammar: undefined, extension: 'go' },
	python: { grammar: undefined, extension: 'py' },
};

/** What is known of a language; a fence without one is plain text. */
export function toLanguage(name: string): Language {
	const known = Object.hasOwn(languages, name) ? languages[name] : undefined;
	return known ?? { grammar: undefined, extension: 'txt' };
}

/** `$ docker ps`: a prompt is a mark and a blank; what follows is typed. */
const prompt = /^\s*[$%] /;

/**
 * What is typed in a snippet of the shell: in a record of a session (lines with prompts) only the
 * commands, without prompts and without output; everything of any other snippet, as it stands. The
 * browser copies by it, so that this file leaves all parsers alone.
 */
export function toTyped(code: string): string {
	const lines = code.split('\n');
	if (!lines.some((line) => prompt.test(line))) return code;
	const typed: string[] = [];
	let goesOn = false;
	for (const line of lines) {
		const isPrompted = prompt.test(line);
		const isComment = /^\s*#/.test(line);
		if (isPrompted) typed.push(line.replace(prompt, ''));
		else if (goesOn) typed.push(line.replace(/^> /, ''));
		else if (isComment) typed.push(line);
		goesOn = (isPrompted || goesOn) && line.endsWith('\\');
	}
	return typed.join('\n');
}
