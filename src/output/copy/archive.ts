import { Zip, ZipDeflate } from 'fflate';

/** The first day that a ZIP can name: a real one would make other bytes of the same files. */
const someDay = new Date(1980, 0, 1);

/** A ZIP that is being packed. */
export interface Archive {
	/** Packs a file, by its path. */
	add(path: string, content: Uint8Array): void;
	/** The whole, once every file is in it. */
	end(): Uint8Array;
}

/**
 * Packs files below a folder of a name, each when it comes: unpacked they would need much memory. The
 * same files in the same order give the same bytes.
 */
export function startArchive(name: string): Archive {
	const chunks: Uint8Array[] = [];
	const zip = new Zip((error, chunk) => {
		if (error) throw error;
		chunks.push(chunk);
	});
	return {
		add: (path, content) => {
			const file = new ZipDeflate(`${name}/${path}`, {
				level: /\.(?:png|pdf)$/.test(path) ? 0 : 6,
			});
			file.mtime = someDay;
			zip.add(file);
			file.push(content, true);
		},
		end: () => {
			zip.end();
			return Buffer.concat(chunks);
		},
	};
}
