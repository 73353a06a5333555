import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes a file as the sign that this process works here: its number stands in it. A sign whose process
 * is gone does not count. Gives the number of the process that works here already, if there is one.
 * The sign goes when this process ends, however it ends, short of being killed.
 */
export function takeLock(file: string): number | undefined {
	mkdirSync(dirname(file), { recursive: true });
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
	} catch (error) {
		if (!isCode(error, 'EEXIST')) throw error;
		const holder = readHolder(file);
		if (holder !== undefined && isRunning(holder)) return holder;
		rmSync(file, { force: true });
		return takeLock(file);
	}
	process.on('exit', () => rmSync(file, { force: true }));
	return undefined;
}

/** The number in the file; none when the file has gone meanwhile or says nothing. */
function readHolder(file: string): number | undefined {
	try {
		return Number(readFileSync(file, 'utf8')) || undefined;
	} catch (error) {
		if (isCode(error, 'ENOENT')) return undefined;
		throw error;
	}
}

/** Signal 0 asks only; a process of somebody else may not be asked, but it is there. */
function isRunning(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return isCode(error, 'EPERM');
	}
}

function isCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code;
}
