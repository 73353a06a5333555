import type { Instruction } from './syntaxTree.ts';
import { toMountFields } from './mounts.ts';

/** A text in which BuildKit replaces variables. */
interface ExpandedText {
	text: string;
	/** Whether quotes stand for themselves, as in a heredoc. */
	isRaw: boolean;
	/** The name that it is the value of, where later ones know that. */
	declares?: string;
}

/** The texts of an instruction in which BuildKit replaces variables, each by itself. */
export function toExpandedTexts(instruction: Instruction): ExpandedText[] {
	const { keyword, words, pairs, flags, heredocs } = instruction;
	const plain = (text: string) => ({ text, isRaw: false });
	const valuesOf = (...names: string[]) =>
		flags.filter(({ name }) => names.includes(name)).map(({ value = '' }) => plain(value));
	switch (keyword) {
		case 'ADD':
		case 'COPY':
			return [
				...valuesOf('chown', 'chmod', ...(keyword === 'ADD' ? ['checksum'] : [])),
				...words.filter((word) => !/^\d*<</.test(word)).map(plain),
				...heredocs
					.filter(({ isExpanded }) => isExpanded)
					.map(({ content }) => ({ text: content, isRaw: true })),
			];
		case 'FROM':
			return [...valuesOf('platform'), ...words.slice(0, 1).map(plain)];
		case 'ARG':
			return pairs.flatMap(({ name, value }) =>
				value === undefined ? [] : [{ ...plain(value), declares: name }],
			);
		case 'ENV':
		case 'LABEL':
			return pairs.flatMap(({ name, value = '' }) => [plain(name), plain(value)]);
		case 'RUN':
			return valuesOf('mount').flatMap(({ text }) =>
				toMountFields(text).map(({ value = '' }) => plain(value)),
			);
		case 'EXPOSE':
		case 'STOPSIGNAL':
		case 'USER':
		case 'VOLUME':
		case 'WORKDIR':
			return words.map(plain);
		default:
			return [];
	}
}
