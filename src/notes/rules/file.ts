import type { Rule } from './rule.ts';
import { toPlaceAt } from '../problem.ts';

const good = '# Docker\n\nText.\n';

export const fileExists: Rule = {
	name: 'file-exists',
	severity: 'error',
	isFirm: true,
	meaning: 'The file of notes is there and can be read.',
	hint: 'Create it and start with a title: `# Docker`.',
	example: { bad: undefined, good },
};

export const fileIsUtf8: Rule = {
	name: 'file-is-utf8',
	severity: 'error',
	isFirm: true,
	meaning: 'The file is text in UTF-8; anything else would show as wrong characters.',
	hint: 'Save the file as UTF-8, then type the character anew.',
	example: {
		bad: '# Docker\n\nGröße.\n',
		good: '# Docker\n\nGröße.\n',
		given: 'The first file is saved as Latin-1.',
		encoding: 'latin1',
	},
};

export const fileHasText: Rule = {
	name: 'file-has-text',
	severity: 'error',
	isFirm: true,
	meaning: 'The file says something. An empty one is most often a save that went wrong.',
	hint: 'Start with a title: `# Docker`.',
	example: { bad: '\n', good },
	find: ({ source }) =>
		source.trim() === '' ? [{ line: 1, column: 1, text: 'file is empty' }] : [],
};

export const textHasNoNul: Rule = {
	name: 'text-has-no-nul',
	severity: 'error',
	isFirm: true,
	meaning: 'No character is NUL (U+0000), which no page can show; files with it are no text.',
	hint: 'Delete the character; it cannot be shown.',
	example: { bad: '# Docker\n\nText\0.\n', good },
	find: ({ source }) => {
		const offset = source.indexOf('\0');
		return offset < 0 ? [] : [{ ...toPlaceAt(source, offset), text: 'line has a NUL byte' }];
	},
};
