/** What takes addresses of scripts; TypeScript's own library has no name for it yet. */
interface Factory {
	createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): void;
}

/**
 * Lets Pagefind and the service worker start their own scripts where the page's policy asks for
 * Trusted Types: addresses of this site pass, any other throws. https://www.w3.org/TR/trusted-types/#default-policy-hdr
 */
export function allowOwnScripts(): void {
	const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
	factory?.createPolicy('default', {
		createScriptURL: (url) => {
			if (new URL(url, location.href).origin === location.origin) return url;
			throw new TypeError(`A script of another site: ${url}`);
		},
	});
}
