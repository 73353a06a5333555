import type { Lifecycle } from './schema/lists.ts';

/** `3.10` is the tag of `3.10` and `3.10-slim`, not of `3.1`. */
export function isTag(tag: string, beginning: string): boolean {
	return tag === beginning || tag.startsWith(`${beginning}-`) || tag.startsWith(`${beginning}.`);
}

/**
 * The image to write instead of one whose support has ended, in the same variant where it has that:
 * `python:3.10-alpine3.17` → `python:3.14-alpine`. Nothing where no image is named.
 */
export function toSupported(
	{ instead, variants = [] }: Pick<Lifecycle, 'instead' | 'variants'>,
	tag: string,
): string | undefined {
	if (instead === undefined) return undefined;
	const parts = tag.split('-').map((part) => part.replace(/(?<=[a-z])[\d.]+$/, ''));
	const variant = variants.find((one) => parts.includes(one));
	return variant === undefined ? instead : `${instead}-${variant}`;
}
