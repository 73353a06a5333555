import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const texts =
	/(?:\.(?:html|css|js|mjs|json|xml|svg|txt|md|sh|dockerfile|webmanifest|wasm)|\/Dockerfile)$/;

/** Of 11; from 8 on it takes ten times as long for half a percent less. */
const quality = 7;

/** So many files keep the threads of Node busy, and are no load for memory. */
const atOnce = 8;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/**
 * Writes `.gz` and `.br` beside each text file of a folder, for servers that send what is packed
 * already (`gzip_static`, `brotli_static`). Files that packing does not make smaller get none.
 */
export async function compressTexts(folder: string): Promise<void> {
	const paths = await readdir(folder, { recursive: true });
	const waiting = paths.filter((name) => texts.test(name)).values();
	const work = async () => {
		for (const path of waiting) await compress(join(folder, path));
	};
	await Promise.all(Array.from({ length: atOnce }, work));
}

async function compress(path: string): Promise<void> {
	const text = await readFile(path);
	const brotliOptions = {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_SIZE_HINT]: text.length,
		},
	};
	const [gz, br] = await Promise.all([toGzip(text, { level: 9 }), toBrotli(text, brotliOptions)]);
	if (gz.length < text.length) await writeFile(`${path}.gz`, gz);
	if (br.length < text.length) await writeFile(`${path}.br`, br);
}
