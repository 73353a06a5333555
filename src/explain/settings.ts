import type { Sentence } from './explanation.ts';
import { show, type Context, type Explain } from './context.ts';
import { resolve, toPath } from '../dockerfile/dockerfile.ts';
import { code, join, listOf, say, shorten } from './words.ts';

/** What each instruction does that sets something, in words. */
export const settings: Readonly<Record<string, Explain>> = {
	ARG: explainArg,
	ENV: explainEnv,
	EXPOSE: (context) =>
		say`Documents that containers listen on ${showWords(context)}. It publishes nothing.`,
	FROM: explainFrom,
	LABEL: ({ instruction: { pairs }, environment }) => {
		const of = (text: string) => resolve(text, environment).text;
		const labels = pairs.map(({ name, value = '' }) =>
			code(`${of(name)}=${shorten(of(value), 60)}`),
		);
		return say`Labels the image with ${listOf(labels)}.`;
	},
	MAINTAINER: ({ instruction: { text } }) =>
		say`Names ${code(shorten(text))} as the author of the image. Deprecated.`,
	ONBUILD: ({ instruction: { text } }) =>
		say`Nothing happens now. A build that starts FROM this image runs ${code(shorten(text))} first.`,
	SHELL: ({ instruction: { words } }) =>
		say`Later instructions in shell form run with ${code(words.join(' '))}.`,
	STOPSIGNAL: (context) =>
		say`${code('docker stop')} sends ${show(context.instruction.text, context)} first.`,
	USER: (context) =>
		say`Later RUN instructions and containers run as ${show(context.instruction.text, context)}.`,
	VOLUME: (context) =>
		say`Each container gets ${context.instruction.words.length > 1 ? 'volumes' : 'a volume'} at ${showWords(context)}, unless something else is mounted there.`,
	WORKDIR: explainWorkdir,
};

function showWords(context: Context): Sentence {
	return listOf(context.instruction.words.map((word) => show(word, context)));
}

function explainFrom({ stage }: Context): Sentence {
	const { name, parent, base } = stage ?? {};
	const { text: image = '', isSure } = base ?? {};
	const own = name === undefined ? ['Starts a stage'] : say`Starts stage ${code(name)}`;
	if (parent !== undefined) {
		const of = parent.name ?? String(parent.index);
		// The name may hang on the platform, which the reader's command decides.
		const when = isSure ? [] : say` when it is built for ${code('linux/amd64')}`;
		return say`${own} on top of stage ${code(of)}${when}.`;
	}
	if (image === 'scratch') return say`${own} with an empty file system.`;
	return say`${own} from the image ${code(image)}.`;
}

function explainArg({ instruction, environment, stage, file }: Context): Sentence {
	const texts = instruction.pairs.map(({ name, value }): Sentence => {
		const global = stage && file.outer.variables.get(name);
		const text = value === undefined ? undefined : resolve(value, environment).text;
		if (text === '') return say`${code(name)}, empty by default`;
		if (text !== undefined) return say`${code(name)}, ${code(shorten(text))} by default`;
		if (global?.kind === 'builder') return say`${code(name)}, which the builder sets`;
		if (global !== undefined) return say`${code(name)}, with the value of line ${global.line}`;
		return say`${code(name)}, without a default`;
	});
	const where =
		stage === undefined ? ' FROM lines can use it; a stage has to declare it again.' : '';
	return say`Declares ${texts.length > 1 ? 'build arguments' : 'a build argument'}: ${join(texts, '; ')}.${where}`;
}

function explainEnv({ instruction, environment }: Context): Sentence {
	const texts = instruction.pairs.map(({ name, value = '' }): Sentence => {
		const { text } = resolve(value, environment);
		if (text === '') return say`${code(name)} to an empty value`;
		const [, other] = /^\$\{(\w+)\}$/.exec(text) ?? [];
		if (other !== undefined) return say`${code(name)} to the value of ${code(`$${other}`)}`;
		return say`${code(name)} to ${code(shorten(text))}`;
	});
	return say`Sets ${join(texts, ', ', ' and ')}, for later instructions and for containers.`;
}

function explainWorkdir({ instruction, environment }: Context): Sentence {
	const { workdir, isPlaced } = environment;
	const known = resolve(instruction.text, environment).text;
	const whole = toPath(known, workdir);
	const path = code(whole ?? known);
	const before = isPlaced ? 'the one before' : 'that of the base image';
	const where = whole === undefined ? `, below ${before},` : '';
	const made = whole === '/' ? '' : '; creates it if it is missing';
	return say`Makes ${path}${where} the working directory of later instructions and of containers${made}.`;
}
