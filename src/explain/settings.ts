import type { Instruction } from '../dockerfile/dockerfile.ts';
import type { Sentence } from './explanation.ts';
import { resolveIn, show, type Context, type Detail } from './context.ts';
import { toGlobals, toPath } from '../dockerfile/dockerfile.ts';
import { code, listOf, say, shorten } from './words.ts';

/** What `FROM` starts with. */
export function explainFrom({ words }: Instruction, context: Context): Detail {
	const [base = ''] = words;
	const { stage, stages } = context;
	const name = stage?.stage.name;
	const own = name === undefined ? ['Starts a stage'] : say`Starts stage ${code(name)}`;
	const parent = stage?.parent;
	const { text: image, isSure } = resolveIn(base, context);
	if (parent !== undefined) {
		const of = stages[parent]?.stage.name ?? String(parent);
		// The name may hang on the platform, which the reader's command decides.
		const when = isSure ? [] : say` when it is built for ${code('linux/amd64')}`;
		return { text: say`${own} on top of stage ${code(of)}${when}.` };
	}
	if (image === 'scratch') return { text: say`${own} with an empty file system.` };
	return { text: say`${own} from the image ${code(image)}.` };
}

/** What `ARG` declares. */
export function explainArg({ pairs }: Instruction, context: Context): Detail {
	const { stage, file } = context;
	const globals = toGlobals(file);
	const texts = pairs.map(({ name, value }): Sentence => {
		const global = stage === undefined ? undefined : globals.get(name);
		if (value !== undefined) {
			const text = resolveIn(value, context).text;
			return text === ''
				? say`${code(name)}, empty by default`
				: say`${code(name)}, ${code(shorten(text))} by default`;
		}
		if (global?.kind === 'builder') return say`${code(name)}, which the builder sets`;
		if (global !== undefined) return say`${code(name)}, with the value of line ${global.line}`;
		return say`${code(name)}, without a default`;
	});
	const all = texts.flatMap((text, at) => (at === 0 ? text : ['; ', ...text]));
	const where =
		stage === undefined ? ' FROM lines can use it; a stage has to declare it again.' : '';
	return { text: say`Declares a build argument: ${all}.${where}` };
}

/** What `ENV` sets. */
export function explainEnv({ pairs }: Instruction, context: Context): Detail {
	const texts = pairs.map(({ name, value = '' }): Sentence => {
		const { text } = resolveIn(value, context);
		return text === ''
			? say`${code(name)} to an empty value`
			: say`${code(name)} to ${code(shorten(text))}`;
	});
	const all = texts.flatMap((text, at) => {
		if (at === 0) return text;
		return [at === texts.length - 1 ? ' and ' : ', ', ...text];
	});
	return { text: say`Sets ${all}, for later instructions and for containers.` };
}

/** The working directory from here on. */
export function explainWorkdir({ text }: Instruction, context: Context): Detail {
	const known = resolveIn(text, context).text;
	const whole = toPath(known, context.environment.workdir);
	const path = whole ?? known;
	const where = whole === undefined ? ', below the one before,' : '';
	return {
		text: say`Makes ${code(path)}${where} the working directory of later instructions and of containers; creates it if it is missing.`,
	};
}

/** The user from here on. */
export function explainUser({ text }: Instruction, context: Context): Detail {
	return {
		text: say`Later RUN instructions and containers run as ${show(text, context)}.`,
	};
}

/** The ports that a container listens on. */
export function explainExpose({ words }: Instruction, context: Context): Detail {
	const ports = listOf(words.map((word) => show(word, context)));
	return {
		text: say`Documents that containers listen on ${ports}. It publishes nothing.`,
	};
}

/** The paths whose data is kept outside. */
export function explainVolume({ words }: Instruction, context: Context): Detail {
	const paths = listOf(words.map((word) => show(word, context)));
	return {
		text: say`Each container gets ${words.length > 1 ? 'volumes' : 'a volume'} at ${paths}, unless something else is mounted there.`,
	};
}

/** What is written on the image. */
export function explainLabel({ pairs }: Instruction, context: Context): Detail {
	const labels = listOf(
		pairs.map(({ name, value = '' }) =>
			code(`${resolveIn(name, context).text}=${shorten(resolveIn(value, context).text, 60)}`),
		),
	);
	return { text: say`Labels the image with ${labels}.` };
}

/** Whose image it is. */
export function explainMaintainer({ text }: Instruction): Detail {
	return {
		text: say`Names ${code(shorten(text))} as the author of the image. Deprecated.`,
	};
}

/** The shell of later instructions. */
export function explainShell({ words }: Instruction): Detail {
	return {
		text: say`Later instructions in shell form run with ${code(words.join(' '))}.`,
	};
}

/** How a container is asked to stop. */
export function explainStopSignal({ text }: Instruction, context: Context): Detail {
	return { text: say`${code('docker stop')} sends ${show(text, context)} first.` };
}

/** What is put off to images that are built on this one. */
export function explainOnbuild({ text }: Instruction): Detail {
	return {
		text: say`Nothing happens now. A build that starts FROM this image runs ${code(shorten(text))} first.`,
	};
}
