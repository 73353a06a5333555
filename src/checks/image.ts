/*
 * The grammar of an image reference, as parts of regular expressions:
 * https://github.com/distribution/reference/blob/main/reference.go
 */
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const path = `${component}(?:/${component})*`;
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';

/** A host with or without a port: `ghcr.io`, `localhost:5000`. */
const host = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;

/** The name of an image without a tag: `team/app`. */
export const repository = `(?:${host}/)?${path}`;

/** What may stand before the name of an image: `ghcr.io/team`, `localhost:5000`. */
export const registry = `(?:${host}|${repository})`;

/** The tag of an image: `1.0-slim`. */
export const tag = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';

/** The most characters of a repository's name. */
const longest = 255;

const reference = new RegExp(`^(${repository})(?::${tag})?(?:@(${digest}))?$`);

/** The digests that Docker can check. */
const checkable = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;

/** Whether a text names an image: `registry.example.com:5000/team/app:1.0`. */
export function isReference(text: string): boolean {
	const [, name, digest] = reference.exec(text) ?? [];
	// 64 digits alone are the number of an image, not its name.
	if (name === undefined || name.length > longest || /^[0-9a-f]{64}$/.test(text)) return false;
	return digest === undefined || isDigest(digest);
}

/** Whether a text is a digest: `sha256:` and 64 digits. */
export function isDigest(text: string): boolean {
	return checkable.test(text);
}
