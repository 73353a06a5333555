/**
 * The Content Security Policy of all pages, for Astro's `security.csp`, which writes it into each page
 * with the hashes of what it has put there: everything that is not named is forbidden, text is never
 * run, and places where text would become script take Trusted Types only.
 * https://docs.astro.build/en/reference/configuration-reference/#securitycsp
 * https://www.w3.org/TR/CSP3/ https://www.w3.org/TR/trusted-types/
 */
export const policy = {
	directives: [
		"default-src 'none'",
		"img-src 'self' data:",
		"connect-src 'self'",
		"worker-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"require-trusted-types-for 'script'",
		'trusted-types default',
	],
	scriptDirective: {
		// Pagefind is WebAssembly. https://pagefind.app/docs/hosting/
		resources: ["'self'", "'wasm-unsafe-eval'"],
		hashes: [],
	},
	styleDirective: {
		// Starlight and Expressive Code set variables in `style=` attributes.
		resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }],
	},
} as const;
