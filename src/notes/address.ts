/** Where a section stands: the id of its page (the address without slashes) and the `#` part. */
export interface Address {
	page: string;
	/** Empty when the section is the page itself. */
	fragment: string;
}

/** The page at the root of the site. */
export const homeId = '';

/** The address as it is written in a link: `/dockerfile/instructions/copy/`, `/a/b/#c`. */
export function toHref({ page, fragment }: Address): string {
	return (page === homeId ? '/' : `/${page}/`) + (fragment === '' ? '' : `#${fragment}`);
}
