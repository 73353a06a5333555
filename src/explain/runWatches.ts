import { toMountFields, toScript, type Place } from '../dockerfile/dockerfile.ts';
import { commandsOf, toAll, toOptions, type Hit, type Watch } from './watch.ts';
import { code, say } from './words.ts';

/** What `RUN` does in a way that people regret. */
export const runWatches: Watch[] = [
	['run/pipe-hides-failing-command', 'downloads whose failure a pipe hides', 'RUN', findPipe],
	['run/heredoc-needs-set-e', 'scripts that go on after an error', 'RUN', findScript],
	['run/secret-may-be-missing', 'secrets that may be missing', 'RUN', findLooseSecret],
	['run/cd-lasts-one-run', 'cd by itself', 'RUN', findLoneCd],
	['DL3004', 'sudo', 'RUN', findSudo],
];

function findPipe(place: Place): Hit | undefined {
	const piped = commandsOf(place).find(
		({ words, after }) => /^(?:curl|wget)$/.test(words[0] ?? '') && after === '|',
	);
	const { shell } = place.environment;
	const isTold = /pipefail/.test(`${toAll(place)} ${shell?.join(' ') ?? ''}`);
	if (piped === undefined || isTold) return undefined;
	return { text: say`The build goes on when ${code(piped.words[0] ?? '')} fails.` };
}

function findScript({ instruction, environment }: Place): Hit | undefined {
	const script = toScript(instruction);
	const { isWindows, shell } = environment;
	if (script === undefined || isWindows || script.startsWith('#!')) return undefined;
	const lines = script.split('\n').filter((line) => !/^\s*(?:#|$)/.test(line));
	const isStrict =
		/(?:^|\s)set\s+-\w*e|errexit/.test(script) || shell?.some((word) => /^-\w*e/.test(word));
	if (lines.length < 2 || isStrict || /\\\s*$|&&\s*$/.test(lines[0] ?? '')) return undefined;
	const { text, heredocs } = instruction;
	return {
		text: say`A line of the script that fails does not stop the build.`,
		instead: `RUN ${toOptions(instruction)}${text}\nset -e\n${script}\n${heredocs[0]?.name}`,
	};
}

function findLooseSecret({ instruction }: Place): Hit | undefined {
	const loose = instruction.flags.find(({ name, value = '' }) => {
		const fields = name === 'mount' ? toMountFields(value) : [];
		const isSecret = fields.some(({ key, value }) => key === 'type' && value === 'secret');
		return isSecret && !fields.some(({ key }) => key === 'required');
	});
	if (loose === undefined) return undefined;
	return {
		text: say`${code(`--mount=${loose.value ?? ''}`)} does not say ${code('required=true')}.`,
	};
}

function findLoneCd(place: Place): Hit | undefined {
	const commands = commandsOf(place);
	const isAlone = commands.length > 0 && commands.every(({ words }) => words[0] === 'cd');
	return isAlone ? { text: say`The next instruction is in the old directory again.` } : undefined;
}

function findSudo({ instruction: { text, isExec }, environment }: Place): Hit | undefined {
	const isUsed = /(?:^|[;&|]\s*|\n\s*)sudo\s+[-\w]/.test(text);
	if (isExec || environment.isWindows || !isUsed) return undefined;
	return { text: say`RUN uses ${code('sudo')}.` };
}
