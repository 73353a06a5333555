import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import '@reteps/dockerfmt/wasm_exec';

/** Why a Dockerfile does not parse. */
export interface Fault {
	text: string;
	/** Whether it is a command of `RUN` that does not parse, as a POSIX shell would read it. */
	isShell: boolean;
}

/** Parses a Dockerfile: nothing when it parses, or else what is wrong. */
export type Parse = (dockerfile: string) => Fault | undefined;

/** What Go's support code gives to start a program in WebAssembly. */
interface Go {
	importObject: WebAssembly.Imports;
	exit: (code: number) => void;
	run: (instance: WebAssembly.Instance) => Promise<void>;
}

type Format = (text: string, indent: number, newline: boolean, spaces: boolean) => unknown;

/**
 * BuildKit's own parser, as dockerfmt has it in WebAssembly; it also parses the shell commands of
 * `RUN`. This is the one file that knows it. Loaded when it is first asked: 70 ms, then below 1 ms.
 */
export function startBuildKit(): Parse {
	let module: WebAssembly.Module | undefined;
	let format: Format | undefined;
	return (dockerfile) => {
		format ??= start((module ??= load()));
		const said: string[] = [];
		const release = listen(said);
		try {
			if (typeof format(dockerfile, 4, true, false) === 'string') return undefined;
			// A program that found a fault has ended: the next question starts it anew.
			format = undefined;
			return toFault(said.join(''));
		} finally {
			release();
		}
	};
}

function load(): WebAssembly.Module {
	const require = createRequire(import.meta.url);
	return new WebAssembly.Module(readFileSync(require.resolve('@reteps/dockerfmt/format.wasm')));
}

function start(module: WebAssembly.Module): Format {
	const Program = Reflect.get(globalThis, '__dockerfmt_Go') as new () => Go;
	const go = new Program();
	go.exit = () => undefined;
	// Ends with the program, which stays to be asked again.
	void go.run(new WebAssembly.Instance(module, go.importObject));
	return Reflect.get(globalThis, '__dockerfmt_formatBytes') as Format;
}

/** Go writes to the file system that its support code finds or puts there; that says what is wrong. */
function listen(said: string[]): () => void {
	const files = Reflect.get(globalThis, 'fs') as { writeSync: unknown };
	const { writeSync } = files;
	const decoder = new TextDecoder();
	files.writeSync = (_file: number, bytes: Uint8Array) => {
		said.push(decoder.decode(bytes));
		return bytes.length;
	};
	return () => {
		files.writeSync = writeSync;
	};
}

function toFault(said: string): Fault {
	const [, builder, shell] = /Error parsing file: (.*)|panic: (.*)/.exec(said) ?? [];
	const text = (builder ?? shell ?? 'cannot be parsed').replace(/^(?:\d+:)+\s*/, '');
	return { text, isShell: shell !== undefined };
}
