/**
 * Leads from a page that has moved to where the part stands that the address asks for. It stands in
 * the page itself, as src/output/seal.ts lets it: a page that only leads on loads no file.
 */
export const movedScript =
	`for(const a of document.querySelectorAll('[data-moved]'))` +
	`if('#'+a.dataset.moved==decodeURIComponent(location.hash))location.replace(a.href)`;
