import type { Instruction } from '../reference/schema/instruction.ts';
import type { Mark } from './model.ts';

const effects = {
	layer: { symbol: 'layer', label: 'layer' },
	metadata: { symbol: 'metadata', label: 'metadata' },
	none: { symbol: 'nothing', label: 'no layer' },
} as const satisfies Record<Instruction['layer']['is'], Mark>;

const repeats = {
	accumulates: { symbol: 'adds', label: 'adds up' },
	'last wins': { symbol: 'last', label: 'last wins' },
	'accumulates, last wins per key': { symbol: 'last', label: 'last wins per key' },
	'accumulates, last wins per name': { symbol: 'last', label: 'last wins per name' },
	'last wins; relative paths add up': { symbol: 'last', label: 'last wins' },
	'new stage each time': { symbol: 'stage', label: 'new stage' },
} as const satisfies Record<Instruction['repeat']['is'], Mark>;

/** What an instruction does to the image, and what writing it again does. */
export function toMarks({ layer, repeat }: Pick<Instruction, 'layer' | 'repeat'>): Mark[] {
	return [effects[layer.is], repeats[repeat.is]];
}
