/** Where a link on a page of the site leads. */
export type Target =
	| { isInside: false }
	| {
			isInside: true;
			/** The file below the site's folder: `commands/build/index.html`. */
			path: string;
			/** With its `#`, or empty. */
			hash: string;
	  };

/** A host that no link names, to read addresses without one. */
const origin = 'http://site.invalid';

/** Reads a link on the page at `path` of a site that stands below `base`. */
export function readTarget(href: string, path: string, base: string): Target {
	const url = new URL(href, `${origin}${base}${path.replace(/(^|\/)index\.html$/, '$1')}`);
	if (url.origin !== origin || !url.pathname.startsWith(base)) return { isInside: false };
	const below = decodeURI(url.pathname.slice(base.length));
	return { isInside: true, path: below.replace(/(^|\/)$/, '$1index.html'), hash: url.hash };
}

/** The address of a file from the page at `path`, in a folder that nobody serves. */
export function toRelative(target: string, path: string): string {
	const up = '../'.repeat(path.split('/').length - 1);
	return encodeURI(up + target);
}

/** The name of a page in the document that has all pages: its address below the site. */
export function toName(path: string): string {
	return path.replace(/(^|\/)index\.html$/, '$1');
}

/** The name of a place in that document: places of different pages may have the same id. */
export function toPlace(path: string, id: string): string {
	return id === '' || id === '_top' ? toName(path) : `${toName(path)}#${id}`;
}
