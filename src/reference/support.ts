import type { Lifecycle } from './schema/lists.ts';

/** What is known of an image whose support has ended. */
type Ended = Pick<Lifecycle, 'image' | 'tag' | 'older' | 'instead' | 'variants'> & {
	until: string;
};

/**
 * What is known of an image by its name and its tag, where its support has ended: the entry, `when` in
 * words (`on 2022-04-30`, or `before` the end of the next version that is known), and the image to
 * write instead.
 */
export function findEnded<Entry extends Ended>(
	image: string,
	tag: string,
	ended: readonly Entry[],
): { lifecycle: Entry; when: string; supported: string | undefined } | undefined {
	const own = ended.filter((one) => one.image === image);
	const exact = own.find((one) => isTag(tag, one.tag));
	const newer = own.filter((one) => isOlder(tag, one.tag));
	const [next] = newer.toSorted((a, b) => a.until.localeCompare(b.until));
	const lifecycle = exact ?? (newer.some(({ older }) => older) ? next : undefined);
	if (lifecycle === undefined) return undefined;
	const when = `${exact === undefined ? 'before' : 'on'} ${lifecycle.until}`;
	return { lifecycle, when, supported: toSupported(lifecycle, tag) };
}

/** `3.10` is the tag of `3.10` and `3.10-slim`, not of `3.1`. */
function isTag(tag: string, beginning: string): boolean {
	return tag === beginning || tag.startsWith(`${beginning}-`) || tag.startsWith(`${beginning}.`);
}

/** Whether a tag is of an older version: `3.9-slim` than `3.10`; `3` is any version that begins so. */
function isOlder(tag: string, than: string): boolean {
	const toParts = (text: string) => /^\d+(?:\.\d+)*(?![\w.])/.exec(text)?.[0].split('.') ?? [];
	const others = toParts(than);
	const parts = toParts(tag).slice(0, others.length);
	const at = parts.findIndex((part, index) => part !== others[index]);
	return Number(parts[at]) < Number(others[at]);
}

/**
 * The image to write instead of one whose support has ended, in the same variant where it has that:
 * `python:3.10-alpine3.17` → `python:3.14-alpine`. Nothing where no image is named.
 */
function toSupported({ instead, variants = [] }: Ended, tag: string): string | undefined {
	if (instead === undefined) return undefined;
	const parts = tag.split('-').map((part) => part.replace(/(?<=[a-z])[\d.]+$/, ''));
	const variant = variants.find((one) => parts.includes(one));
	return variant === undefined ? instead : `${instead}-${variant}`;
}
