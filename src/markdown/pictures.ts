// Brings the types of `data.hName` and `data.hProperties`.
import type {} from 'mdast-util-to-hast';
import type { Element, ElementContent, Parents, Properties, Root } from 'hast';
import type { Alternative, Definition, Emphasis, Resource, Root as Markdown } from 'mdast';
import type { VFile } from 'vfile';
import { toString } from 'hast-util-to-string';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { isElsewhere } from '../notes/notes.ts';

/**
 * Makes elements of images at once, before Astro collects them: it stops at an address that is not
 * well encoded, and does not see those that are written as HTML. Of links and images that have no
 * address only the words stay.
 */
export function remarkPictures() {
	return (root: Markdown): void => {
		const definitions = collectDefinitions(root);
		visit(root, (node, index, parent) => {
			const isPicture = node.type === 'image' || node.type === 'imageReference';
			const isLink = node.type === 'link' || node.type === 'linkReference';
			if (!(isPicture || isLink) || parent === undefined || index === undefined) return;
			const target = 'url' in node ? node : definitions.get(node.identifier);
			if (target?.url === '') {
				const words = isLink ? node.children : [{ type: 'text', value: node.alt ?? '' } as const];
				parent.children.splice(index, 1, ...words);
				return index;
			}
			if (isPicture && target) parent.children[index] = toElement(node, target);
			return undefined;
		});
	};
}

function toElement({ alt }: Alternative, { url, title }: Resource): Emphasis {
	const hProperties = { src: normalizeUri(url), alt: alt ?? '', ...(title && { title }) };
	return { type: 'emphasis', children: [], data: { hName: 'img', hProperties } };
}

/**
 * Prepares images beside the notes for Astro, which copies and measures them; and makes links of
 * those on other sites, because a page of ours asks no other site for anything.
 */
export function rehypePictures() {
	return (root: Root, file: VFile): void => {
		const paths = new Set<string>();
		visitParents(root, { tagName: 'img' }, (node, ancestors) => {
			const source = String(node.properties['src'] ?? '');
			if (isElsewhere(source)) replace(node, ancestors, toLink(node, source, ancestors));
			else if (decode(source) === undefined) replace(node, ancestors, toWords(node));
			else if (!source.startsWith('/')) paths.add(prepare(node, source));
			else Object.assign(node.properties, { loading: 'lazy', decoding: 'async' });
		});
		file.data['astro'] = { ...file.data['astro'], localImagePaths: [...paths] };
	};
}

function collectDefinitions(root: Markdown): Map<string, Definition> {
	const definitions = new Map<string, Definition>();
	visit(root, 'definition', (node) => {
		if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
	});
	return definitions;
}

/** Gives Astro the path of a file, and the size that the author wants as numbers. */
function prepare(node: Element, source: string): string {
	// `logo.png#gh-dark-mode-only` is a file for GitHub's dark theme.
	const path = decode(source.replace(/[?#].*$/, '')) ?? '';
	const { width, height, align, alt, title, id } = node.properties;
	const share = toShare(width);
	node.properties = {
		...{ src: encodeURI(path), alt: alt ?? '' },
		...(title !== undefined && { title }),
		...(id !== undefined && { id }),
		...(align !== undefined && { align }),
		...(share !== undefined && { style: `width: ${share}0%` }),
		...toPixels('width', width),
		...(width === undefined && toPixels('height', height)),
		...(/\.svg$/i.test(path) && { format: 'svg' }),
	};
	return path;
}

/** A width in percent, as tenths of the column. */
function toShare(width: Properties[string]): number | undefined {
	const percent = /^\s*(\d+(?:\.\d+)?)%\s*$/.exec(String(width))?.[1];
	return percent === undefined ? undefined : Math.min(10, Math.max(1, Math.round(+percent / 10)));
}

function toPixels(name: 'width' | 'height', size: Properties[string]): Properties {
	const pixels = /^\s*(\d+)(?:\.\d+)?(?:px)?\s*$/.exec(String(size))?.[1];
	return pixels === undefined || +pixels === 0 ? {} : { [name]: +pixels };
}

function replace(node: Element, ancestors: readonly Parents[], by: ElementContent): void {
	const siblings = ancestors.at(-1)?.children;
	siblings?.splice(siblings.indexOf(node), 1, by);
}

function toLink(node: Element, source: string, ancestors: readonly Parents[]): ElementContent {
	const link = ancestors.find((one) => one.type === 'element' && one.tagName === 'a');
	const words = toWords(node);
	if (link?.type === 'element' && words.value === '') words.value = toLinkWords(link);
	if (link !== undefined || !/^(?:https?:)?\/\//i.test(source)) return words;
	if (words.value === '') words.value = toFileName(source);
	return { type: 'element', tagName: 'a', properties: { href: source }, children: [words] };
}

/** What stands for the only picture of a link when it says nothing: where the link leads. */
function toLinkWords(link: Element): string {
	const address = String(link.properties['href'] ?? '');
	if (toString(link).trim() !== '' || !/^https?:\/\//i.test(address)) return '';
	return address.replace(/^https?:\/\/(?:www\.)?|[?#].*$/gi, '').replace(/\/$/, '');
}

/** What a picture without a description is called: its file, because addresses of pictures are long. */
function toFileName(source: string): string {
	const path = source.replace(/[?#].*$/, '');
	return /[^/]\/+([^/]+)\/*$/.exec(path)?.[1] ?? source;
}

function toWords(node: Element): { type: 'text'; value: string } {
	return { type: 'text', value: String(node.properties['alt'] ?? '') };
}

function decode(source: string): string | undefined {
	try {
		return decodeURI(source);
	} catch {
		return undefined;
	}
}
