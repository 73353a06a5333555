import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Sentence } from './explanation.ts';
import { resolveIn, show, type Context, type Explain } from './context.ts';
import { toGlobals, toPath } from '../dockerfile/dockerfile.ts';
import { code, join, listOf, say, shorten } from './words.ts';

/** What each instruction does that sets something, in words. */
export const settings: Readonly<Record<string, Explain>> = {
	ARG: explainArg,
	ENV: explainEnv,
	EXPOSE: ({ words }, context) =>
		say`Documents that containers listen on ${showAll(words, context)}. It publishes nothing.`,
	FROM: explainFrom,
	LABEL: ({ pairs }, context) => {
		const labels = pairs.map(({ name, value = '' }) =>
			code(`${resolveIn(name, context).text}=${shorten(resolveIn(value, context).text, 60)}`),
		);
		return say`Labels the image with ${listOf(labels)}.`;
	},
	MAINTAINER: ({ text }) =>
		say`Names ${code(shorten(text))} as the author of the image. Deprecated.`,
	ONBUILD: ({ text }) =>
		say`Nothing happens now. A build that starts FROM this image runs ${code(shorten(text))} first.`,
	SHELL: ({ words }) => say`Later instructions in shell form run with ${code(words.join(' '))}.`,
	STOPSIGNAL: ({ text }, context) =>
		say`${code('docker stop')} sends ${show(text, context)} first.`,
	USER: ({ text }, context) =>
		say`Later RUN instructions and containers run as ${show(text, context)}.`,
	VOLUME: ({ words }, context) =>
		say`Each container gets ${words.length > 1 ? 'volumes' : 'a volume'} at ${showAll(words, context)}, unless something else is mounted there.`,
	WORKDIR: explainWorkdir,
};

function showAll(words: readonly string[], context: Context): Sentence {
	return listOf(words.map((word) => show(word, context)));
}

function explainFrom({ words: [base = ''] }: Instruction, context: Context): Sentence {
	const { stage, stages } = context;
	const name = stage?.stage.name;
	const own = name === undefined ? ['Starts a stage'] : say`Starts stage ${code(name)}`;
	const parent = stage?.parent;
	const { text: image, isSure } = resolveIn(base, context);
	if (parent !== undefined) {
		const of = stages[parent]?.stage.name ?? String(parent);
		// The name may hang on the platform, which the reader's command decides.
		const when = isSure ? [] : say` when it is built for ${code('linux/amd64')}`;
		return say`${own} on top of stage ${code(of)}${when}.`;
	}
	if (image === 'scratch') return say`${own} with an empty file system.`;
	return say`${own} from the image ${code(image)}.`;
}

function explainArg({ pairs }: Instruction, context: Context): Sentence {
	const { stage, file } = context;
	const globals = toGlobals(file);
	const texts = pairs.map(({ name, value }): Sentence => {
		const global = stage === undefined ? undefined : globals.get(name);
		const text = value === undefined ? undefined : resolveIn(value, context).text;
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

function explainEnv({ pairs }: Instruction, context: Context): Sentence {
	const texts = pairs.map(({ name, value = '' }): Sentence => {
		const { text } = resolveIn(value, context);
		if (text === '') return say`${code(name)} to an empty value`;
		const [, other] = /^\$\{(\w+)\}$/.exec(text) ?? [];
		if (other !== undefined) return say`${code(name)} to the value of ${code(`$${other}`)}`;
		return say`${code(name)} to ${code(shorten(text))}`;
	});
	return say`Sets ${join(texts, ', ', ' and ')}, for later instructions and for containers.`;
}

function explainWorkdir({ text }: Instruction, context: Context): Sentence {
	const { workdir, isPlaced } = context.environment;
	const known = resolveIn(text, context).text;
	const whole = toPath(known, workdir);
	const path = code(whole ?? known);
	const before = isPlaced ? 'the one before' : 'that of the base image';
	const where = whole === undefined ? `, below ${before},` : '';
	const made = whole === '/' ? '' : '; creates it if it is missing';
	return say`Makes ${path}${where} the working directory of later instructions and of containers${made}.`;
}
