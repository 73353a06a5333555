/**
 * What a server calls the files of the site, by the ending of their names. Texts say that they are
 * UTF-8, because a Markdown file or a shell script cannot say it themselves.
 * Names: https://www.iana.org/assignments/media-types/
 */
export const mediaTypes: Readonly<Record<string, string>> = {
	avif: 'image/avif',
	br: 'application/octet-stream',
	css: 'text/css; charset=utf-8',
	dockerfile: 'text/plain; charset=utf-8',
	gif: 'image/gif',
	gz: 'application/gzip',
	html: 'text/html; charset=utf-8',
	ico: 'image/vnd.microsoft.icon',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	js: 'text/javascript; charset=utf-8',
	json: 'application/json',
	map: 'application/json',
	md: 'text/markdown; charset=utf-8',
	mjs: 'text/javascript; charset=utf-8',
	pdf: 'application/pdf',
	png: 'image/png',
	sh: 'text/plain; charset=utf-8',
	svg: 'image/svg+xml',
	txt: 'text/plain; charset=utf-8',
	typ: 'text/plain; charset=utf-8',
	wasm: 'application/wasm',
	webmanifest: 'application/manifest+json',
	webp: 'image/webp',
	woff2: 'font/woff2',
	xml: 'application/xml',
	yaml: 'text/plain; charset=utf-8',
	yml: 'text/plain; charset=utf-8',
	zip: 'application/zip',
};

/** What files without an ending are: `Dockerfile`. */
export const plainType = 'text/plain; charset=utf-8';

/** What files with any other ending are, such as the parts of the search index. */
export const unknownType = 'application/octet-stream';

/** The type of a file, by its path. */
export function toMediaType(path: string): string {
	const name = path.slice(path.lastIndexOf('/') + 1);
	if (!name.includes('.')) return plainType;
	return mediaTypes[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? unknownType;
}
