import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a program took. */
export interface Cost {
	status: number | null;
	seconds: number;
	/** The most that the program and all that it started had in memory at a time, in bytes. */
	memory: number;
	/** What it printed, both streams. */
	output: string;
}

/** How often memory is looked at, in milliseconds. */
const interval = 100;

/** Runs a program with this Node and measures it. Memory is known on Linux alone; 0 elsewhere. */
export function watch(
	args: readonly string[],
	folder: string,
	env: NodeJS.ProcessEnv,
): Promise<Cost> {
	const started = performance.now();
	const child = spawn(process.execPath, [...args], { cwd: folder, env, stdio: 'pipe' });
	let [output, memory] = ['', 0];
	const look = () => (memory = Math.max(memory, toMemory(child.pid ?? 0)));
	const timer = setInterval(look, interval);
	child.stdout.on('data', (text: Buffer) => (output += text.toString()));
	child.stderr.on('data', (text: Buffer) => (output += text.toString()));
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (status) => {
			clearInterval(timer);
			resolve({ status, memory, output, seconds: (performance.now() - started) / 1000 });
		});
	});
}

/**
 * The resident memory of a process and its descendants in bytes. What they share counts for each,
 * so it is never too little. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function toMemory(pid: number): number {
	const processes = new Map(readProcesses().map((one) => [one.pid, one]));
	const isOurs = (one: number | undefined): boolean =>
		one === pid || (one !== undefined && one > 1 && isOurs(processes.get(one)?.parent));
	return [...processes.values()]
		.filter((one) => isOurs(one.pid))
		.reduce((sum, { memory }) => sum + memory, 0);
}

function readProcesses(): { pid: number; parent: number; memory: number }[] {
	return listNumbers('/proc').flatMap((pid) => {
		try {
			const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
			// The name stands in parentheses and may have blanks.
			const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
			return [{ pid, parent: Number(fields[1]), memory: Number(fields[21]) * 4096 }];
		} catch {
			return [];
		}
	});
}

function listNumbers(folder: string): number[] {
	try {
		return readdirSync(folder).map(Number).filter(Number.isInteger);
	} catch {
		return [];
	}
}
