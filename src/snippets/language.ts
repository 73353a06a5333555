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
