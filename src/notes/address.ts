import type { Outline, Section } from './outline.ts';
import { presentationOf } from './layout.ts';

/** Where a section stands: the id of its page (the address without slashes) and the `#` part. */
export interface Address {
	page: string;
	/** Empty when the section is the page itself. */
	fragment: string;
}

/** The page that shows the title and what stands before the first section of depth 2. */
export const homeId = '';

/** The address of every section that has one, in the order of the notes. Dropped sections have none. */
export function toAddresses(outline: Outline): Map<Section, Address> {
	const addresses = new Map<Section, Address>();
	for (const section of outline.sections) {
		addresses.set(section, { page: homeId, fragment: '' });
		section.children.forEach((child) => place(child, homeId, true, addresses));
	}
	return addresses;
}

/** Whether a section's children have pages of their own. */
export function isSplit(section: Section): boolean {
	return section.depth < 3 || presentationOf(section.title).split === true;
}

/** Whether a section is left out on purpose: a hand-written index, a heading without text. */
export function isDropped({ title, depth }: Section): boolean {
	return title === '' || (depth === 2 && presentationOf(title).dropped === true);
}

/** The address as it is written in a link: `/dockerfile/instructions/copy/`, `/a/b/#c`. */
export function toHref({ page, fragment }: Address): string {
	return (page === homeId ? '/' : `/${page}/`) + (fragment === '' ? '' : `#${fragment}`);
}

function place(
	section: Section,
	parent: string,
	isPage: boolean,
	addresses: Map<Section, Address>,
): void {
	if (isDropped(section)) return;
	const slug = (isPage ? presentationOf(section.title).slug : undefined) ?? section.slug;
	const page = isPage ? [parent, slug].filter(Boolean).join('/') : parent;
	addresses.set(section, { page, fragment: isPage ? '' : slug });
	for (const child of section.children) {
		place(child, page, isPage && isSplit(section), addresses);
	}
}
