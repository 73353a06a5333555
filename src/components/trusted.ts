/** The only Trusted Types policy that may be made; pages name it in theirs, see src/output/policy.ts. */
export const trustedPolicy = 'notes-site';

/** What takes the address of a script from a policy; TypeScript's own library has no name for it yet. */
interface Factory {
	createPolicy(
		name: string,
		rules: { createScriptURL: (url: string) => string },
	): { createScriptURL: (url: string) => string };
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;

const policy = factory?.createPolicy(trustedPolicy, { createScriptURL: toOwn });

/**
 * The address of a worker or service worker of this site, in the form in which a browser with Trusted
 * Types takes it. Throws for any other address. https://www.w3.org/TR/trusted-types/
 */
export function toScriptUrl(url: string): string {
	return policy?.createScriptURL(url) ?? toOwn(url);
}

function toOwn(url: string): string {
	if (new URL(url, location.href).origin === location.origin) return url;
	throw new TypeError(url);
}
