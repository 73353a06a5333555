import type { Rule } from './rule.ts';

export const snippetWorks: Rule = {
	name: 'snippet-works',
	severity: 'warning',
	strict: 'error',
	meaning:
		'What a fence in `dockerfile`, `bash`, `json` or `yaml` says parses, has no finding of ' +
		'Docker’s build checks and uses flags that exist. The page says what was found.',
	hint: 'Mend the snippet, or declare the finding in src/content/findings.yaml.',
	example: {
		bad: '# Docker\n\n~~~dockerfile\nFROM alpine\nENV name\n~~~\n',
		good: '# Docker\n\n~~~dockerfile\nFROM alpine\nENV name=value\n~~~\n',
	},
};

export const snippetShowsFault: Rule = {
	name: 'snippet-shows-fault',
	severity: 'warning',
	strict: 'error',
	meaning: 'A snippet that `findings.yaml` says to show a fault shows it.',
	hint: 'Make the snippet show it, or take the entry out of src/content/findings.yaml.',
	example: {
		bad: '# Docker\n\n## ENV\n\n~~~dockerfile\nFROM alpine\nENV name=value\n~~~\n',
		good: '# Docker\n\n## ENV\n\n~~~dockerfile\nFROM alpine\nENV name value\n~~~\n',
		given: '`findings.yaml` says that `env` shows `LegacyKeyValueFormat`.',
	},
};

export const snippetHasOwnName: Rule = {
	name: 'snippet-has-own-name',
	severity: 'error',
	isFirm: true,
	meaning: 'No two snippets have one name, which is their address, also not one of the facts.',
	hint: 'Give it another title.',
};
