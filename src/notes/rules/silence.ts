import type { Rule } from './rule.ts';

export const silenceHasEffect: Rule = {
	name: 'silence-has-effect',
	severity: 'warning',
	isFirm: true,
	meaning:
		'A comment that silences a rule names one that may be silenced, and there is such a problem ' +
		'in its place.',
	hint: 'Delete the comment.',
	example: {
		bad: '# Docker\n\n<!-- notes-ignore fence-has-language -->\n\n~~~bash\nls\n~~~\n',
		good: '# Docker\n\n<!-- notes-ignore fence-has-language -->\n\n~~~\nls\n~~~\n',
	},
};
