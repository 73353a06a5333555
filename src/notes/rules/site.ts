import type { Rule } from './rule.ts';

export const nothingIsLost: Rule = {
	name: 'nothing-is-lost',
	severity: 'error',
	isFirm: true,
	meaning:
		'Every block of the notes stands on exactly one page and reads there as in the file. A build ' +
		'proves it; where it does not hold, the fault is the program’s.',
	hint: 'This is a defect of the site generator, not of the notes: please report it.',
};

export const correctionFits: Rule = {
	name: 'correction-fits',
	severity: 'warning',
	meaning: 'The words that `corrections.yaml` speaks of still stand in the notes.',
	hint: 'Correct its `at` in src/content/corrections.yaml, or delete it if it is settled.',
	example: {
		bad: '# Docker\n\n## COPY\n\nCopies folders.\n',
		good: '# Docker\n\n## COPY\n\nCopies files.\n',
		given: 'A correction speaks of “Copies files” below `COPY`.',
	},
};

export const baseImageIsSupported: Rule = {
	name: 'base-image-is-supported',
	severity: 'warning',
	meaning: 'No image is named whose support has ended, as far as `lifecycles.yaml` knows.',
	hint: 'The page says so.',
	example: {
		bad: '# Docker\n\n~~~dockerfile\nFROM golang:1.22\n~~~\n',
		good: '# Docker\n\n~~~dockerfile\nFROM alpine:3\n~~~\n',
	},
};
