import {
	expand,
	toMountFields,
	type Dockerfile,
	type Fault,
	type Instruction,
	walk,
} from '../dockerfile/dockerfile.ts';

const words = (list: string) => new RegExp(`(?:^|_)(?:${list})(?:_|$)`, 'i');

/** The words that Docker takes for the names of secrets, and those that take it back. */
const secret = words('apikey|auth|credentials?|key|password|pword|passwd|secret|token');
const harmless = words('public|file|version');

/** A text in which BuildKit replaces variables by itself, so that unknown ones are reported. */
export interface ExpandedText {
	text: string;
	/** Whether quotes stand for themselves, as in a heredoc. */
	isRaw: boolean;
}

/**
 * UndefinedVar: a variable is declared before it is used. What the base image has in its environment
 * counts too; where nobody knows that, nothing is reported.
 */
export function findUndefined(file: Dockerfile): Fault[] {
	return walk(file, (instruction, environment) => {
		if (environment.isOpen) return [];
		const { values, declared } = environment;
		const own = new Map(values);
		return toExpandedTexts(instruction).flatMap(({ text, isRaw, declares }) => {
			const { unknown } = expand(text, own, { escape: isRaw ? '\\' : file.escape, isRaw });
			// `ARG a=1 b=$a`: an argument knows those before it.
			if (declares !== undefined) own.set(declares, '');
			return [...unknown]
				.filter(
					(name) =>
						!declared.has(name) &&
						name !== 'BUILDKIT_SBOM_SCAN_CONTEXT' &&
						name !== 'BUILDKIT_SBOM_SCAN_STAGE',
				)
				.map((name) => ({
					line: instruction.line,
					text: `\`$${name}\` is not declared in this stage`,
				}));
		});
	});
}

/** The texts of an instruction in which BuildKit replaces variables, each by itself. */
export function toExpandedTexts(
	instruction: Instruction,
): (ExpandedText & { declares?: string })[] {
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
		case 'STOPSIGNAL':
		case 'USER':
		case 'VOLUME':
		case 'WORKDIR':
			return words.map(plain);
		default:
			return [];
	}
}

/** SecretsUsedInArgOrEnv: what stands in `ARG` or `ENV` of a stage stays readable in the image. */
export function findSecrets({ stages }: Dockerfile): Fault[] {
	return stages
		.flatMap(({ instructions }) => instructions)
		.filter(({ keyword }) => keyword === 'ARG' || keyword === 'ENV')
		.flatMap(({ keyword, line, pairs }) =>
			pairs
				.filter(({ name }) => secret.test(name) && !harmless.test(name))
				.map(({ name }) => ({
					line,
					text: `\`${name}\` looks like a secret, and \`${keyword}\` leaves it in the image`,
				})),
		);
}
