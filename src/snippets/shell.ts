import type { Finding } from './snippet.ts';
import { forEachChild, parse, type CommandArgument, type SyntaxNode } from 'unbash';
import { toLineAt } from './snippet.ts';

/** A text of the shell as the checks read it. */
export interface ParsedShell {
	faults: Finding[];
	/** The words of each simple command, without assignments before it and without its redirections. */
	commands: { words: string[]; line: number }[];
}

/** Programs that run what follows them. */
const wrappers: readonly string[] = ['sudo', 'env', 'time', 'exec', 'command', 'nohup'];

/** Reads a text in the grammar of bash. Never throws. */
export function parseShell(text: string): ParsedShell {
	const faults: Finding[] = [];
	const commands: ParsedShell['commands'] = [];
	const add = (fault: { message: string; pos: number }) =>
		faults.push({ rule: 'syntax', line: toLineAt(text, fault.pos), text: fault.message });
	const visit = (node: SyntaxNode): void => {
		if ('errors' in node) node.errors?.forEach(add);
		if (node.type === 'Command') {
			const words = [node.name, ...node.args].flatMap((word) => (word ? [toWord(word)] : []));
			commands.push({ words: unwrap(words), line: toLineAt(text, node.pos) });
		}
		forEachChild(node, visit);
	};
	visit(parse(text));
	faults.push(...findOpenHeredocs(text));
	return { faults, commands };
}

/** `KEY=value` behind a command is a word as well. */
function toWord(word: CommandArgument): string {
	return word.type === 'Word' ? word.value : word.text;
}

function unwrap(words: readonly string[]): string[] {
	const [first = '', ...rest] = words;
	const isWrapper = wrappers.includes(first) || /^\w+=/.test(first);
	if (first !== 'xargs' && !isWrapper) return [...words];
	const next = rest.findIndex((word) => first !== 'xargs' || !word.startsWith('-'));
	return next < 0 ? [] : unwrap(rest.slice(next));
}

/** Bash only warns of a heredoc without an end, and so the parser takes it; nobody means it. */
function findOpenHeredocs(text: string): Finding[] {
	const lines = text.split('\n');
	return lines.flatMap((line, index) => {
		const mark = /<<-?\s*["']?(\w+)["']?/.exec(line)?.[1];
		const isOpen = lines.slice(index + 1).every((other) => other.trim() !== mark);
		if (mark === undefined || line.includes('<<<') || !isOpen) return [];
		return [{ rule: 'syntax', line: index + 1, text: `heredoc \`${mark}\` has no end` }];
	});
}
