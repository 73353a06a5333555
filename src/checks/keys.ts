import type { Property } from 'dockerfile-ast';
import type { Step } from './dockerfile.ts';

/** A name that `ARG`, `ENV` or `LABEL` declares. */
export interface Key {
	name: string;
	/** Nothing for an `ARG` without a default. */
	value: string | undefined;
}

/** The names that an instruction declares, with their values; `ARG a b` declares two. */
export function toKeys({ keyword, words, instruction }: Step): Key[] {
	if (keyword !== 'ARG' && hasProperties(instruction)) {
		return instruction
			.getProperties()
			.map((property) => ({ name: property.getName(), value: property.getValue() ?? '' }));
	}
	if (keyword !== 'ARG') return [];
	return words.map((word) => {
		const [, name = '', value] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
		return { name, value: value?.replace(/^(["'])(.*)\1$/s, '$2') };
	});
}

function hasProperties(value: object): value is { getProperties(): Property[] } {
	return 'getProperties' in value;
}
