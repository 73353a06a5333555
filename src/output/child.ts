import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const leash = fileURLToPath(new URL('leash.ts', import.meta.url));
/** What to exit with when a signal ends the program: 128 and its number. */
const signals = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Runs a Node program that ends when this one does: with a signal that this one gets, and by itself
 * when this one is killed. Gives how it ended, in words; nothing when all went well.
 */
export function runChild(
	args: readonly string[],
	env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
	const child = spawn(process.execPath, ['--import', leash, ...args], {
		env,
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
	});
	for (const [signal, code] of Object.entries(signals)) {
		process.once(signal, () => {
			child.kill('SIGKILL');
			process.exit(code);
		});
	}
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) resolve(undefined);
			else resolve(signal === null ? `exit code ${code}` : `signal ${signal}`);
		});
	});
}
