/** The address of a path within the site, below the base path: `/cheatsheet/` → `/repo/cheatsheet/`. */
export function toUrl(path: string): string {
	return import.meta.env.BASE_URL + path.replace(/^\//, '');
}

/** The address of a page by its id. */
export function toPageUrl(id: string): string {
	return toUrl(id === '' ? '/' : `/${id}/`);
}

/** The same with the host, for what leaves the site: paper, previews, sitemaps. */
export function toAbsoluteUrl(path: string): string {
	return new URL(toUrl(path), import.meta.env.SITE).href;
}
