import type { AstroUserConfig } from 'astro';

/** What `security.csp` takes, where it is more than on or off. */
type Policy = Extract<NonNullable<AstroUserConfig['security']>['csp'], object>;

/**
 * The Content Security Policy of all pages, for Astro's `security.csp`, which writes it into each page
 * with the hashes of what it has put there: everything that is not named is forbidden, text is never
 * run, and places where text would become script take Trusted Types only.
 * https://docs.astro.build/en/reference/configuration-reference/#securitycsp
 * https://www.w3.org/TR/CSP3/ https://www.w3.org/TR/trusted-types/
 */
export const policy: Policy = {
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
		// Starlight's scripts that stand in pages as they are, which Astro does not hash: the theme before
		// the first paint, its choice, the state of the sidebar and its place. tests/policy.test.ts says
		// what to write here when Starlight changes them.
		hashes: [
			'sha256-VWo5Wp4aqSj6nSgMpeAp9cKieaoIfwFUAunAVugI5gA=',
			'sha256-GkZBRnvSuhtx/cvzvukVkX2JJZW+DdPlVr7BX8Tefqo=',
			'sha256-wX2yOADeV+NMngflD5uYi3vl50SHC4sfM1EmylVjlX4=',
			'sha256-7eCV4jtsr4t4knb3c4FCRPeu7GGZeOUGE3XvWix0XOQ=',
		],
	},
	styleDirective: {
		// Starlight and Expressive Code set variables in `style=` attributes.
		resources: ["'self'", { resource: "'unsafe-inline'", kind: 'attribute' }],
	},
};
