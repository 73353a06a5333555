import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

/**
 * A program of `src/offline` as one classic script: browsers load no module from a file, and older
 * ones none as a worker.
 */
export async function toScript(
	name: string,
	options: Pick<BuildOptions, 'define' | 'plugins'>,
): Promise<string> {
	const { outputFiles } = await build({
		...options,
		entryPoints: [fileURLToPath(new URL(`../offline/${name}.ts`, import.meta.url))],
		bundle: true,
		format: 'iife',
		minify: true,
		target: 'es2022',
		write: false,
		legalComments: 'none',
	});
	return outputFiles?.[0]?.text ?? '';
}
