import { trustedPolicy } from '../components/trusted.ts';

/** What a page carries in itself and may therefore run or be styled by, as `sha256-…` of each text. */
export interface Hashes {
	scripts: readonly string[];
	styles: readonly string[];
}

/**
 * The Content Security Policy of a page, which stands in the page itself: everything that is not
 * named is forbidden, text is never run, and places where text would become script take Trusted
 * Types only. https://www.w3.org/TR/CSP3/ https://www.w3.org/TR/trusted-types/
 */
export function toPagePolicy({ scripts, styles }: Hashes): string {
	return render({
		'default-src': ["'none'"],
		'script-src': ["'self'", ...scripts.map(quote)],
		'style-src': ["'self'", ...styles.map(quote)],
		'img-src': ["'self'", 'data:'],
		'connect-src': ["'self'"],
		'worker-src': ["'self'"],
		'base-uri': ["'none'"],
		'form-action': ["'self'"],
		'require-trusted-types-for': ["'script'"],
		'trusted-types': [trustedPolicy],
	});
}

/**
 * The policy of the worker that runs Pagefind's WebAssembly, as a header of its script. Pages need no
 * `'wasm-unsafe-eval'`: a worker obeys the policy that it came with, not that of its page.
 * https://www.w3.org/TR/CSP3/#security-inherit-csp
 */
export const workerPolicy = render({
	'default-src': ["'none'"],
	'script-src': ["'self'", "'wasm-unsafe-eval'"],
	'connect-src': ["'self'"],
});

function render(directives: Readonly<Record<string, readonly string[]>>): string {
	return Object.entries(directives)
		.map(([name, values]) => [name, ...values].join(' '))
		.join('; ');
}

function quote(hash: string): string {
	return `'${hash}'`;
}
