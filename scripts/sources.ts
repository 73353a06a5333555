import { cpSync } from 'node:fs';
import { join } from 'node:path';

/** All that a build reads, besides its packages. */
const parts = ['package.json', 'astro.config.mjs', 'tsconfig.json', 'src', 'scripts', 'public'];

/** Copies what a build reads from the project's folder to another one, for tests and the bench. */
export function copySources(root: string, folder: string): void {
	for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
}
