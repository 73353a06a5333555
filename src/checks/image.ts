/**
 * The grammar of an image reference: https://github.com/distribution/reference/blob/main/reference.go
 */
const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const label = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const host = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const path = `${component}(?:/${component})*`;
const tag = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';

const reference = new RegExp(`^((?:${host}/)?${path})(?::${tag})?(?:@${digest})?$`);
const repository = new RegExp(`^(?:${host}/)?${path}$`);
const registry = new RegExp(`^(?:${host}|(?:${host}/)?${path})$`);
const onlyTag = new RegExp(`^${tag}$`);
const onlyHost = new RegExp(`^${host}$`);

/** The most characters of a repository's name. */
const longest = 255;

/** Whether a text names an image: `registry.example.com:5000/team/app:1.0`. */
export function isReference(text: string): boolean {
	return (reference.exec(text)?.[1]?.length ?? longest + 1) <= longest;
}

/** Whether a text is the name of an image without a tag: `team/app`. */
export function isRepository(text: string): boolean {
	return text.length <= longest && repository.test(text);
}

/** Whether a text may stand before the name of an image: `ghcr.io/team`, `localhost:5000`. */
export function isRegistry(text: string): boolean {
	return text.length <= longest && registry.test(text);
}

/** Whether a text is a host with or without a port: `ghcr.io`. */
export function isHost(text: string): boolean {
	return text.length <= longest && onlyHost.test(text);
}

/** Whether a text is the tag of an image: `1.0-slim`. */
export function isTag(text: string): boolean {
	return onlyTag.test(text);
}
