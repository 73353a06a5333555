// Brings the types of `data.hName` and `data.hProperties`.
import type {} from 'mdast-util-to-hast';
import type { Blockquote, Link, Root } from 'mdast';
import type { Mark } from './marks.ts';
import { SKIP, visit } from 'unist-util-visit';
import { toCataloguePlace, toDockerfile } from './source.ts';

const mark = /^<!-- snippet (.*) -->$/s;

/**
 * Turns the marks behind snippets into a quiet line that opens to what is behind it, and marks inline
 * code that can be copied.
 */
export function remarkSnippets() {
	return (root: Root): void => {
		visit(root, 'html', (node, index, parent) => {
			if (parent === undefined || index === undefined) return;
			const before = parent.children[index - 1];
			if (node.value === '<!-- copy -->' && before?.type === 'inlineCode') {
				before.data = { ...before.data, hProperties: { dataCopy: '' } };
			}
			const json = mark.exec(node.value.trim())?.[1];
			if (json === undefined) return;
			parent.children.splice(index, 1, toDetails(JSON.parse(json) as Mark));
			return [SKIP, index + 1];
		});
	};
}

function toDetails({ id, raw, isComplete, isFaulty, words, by }: Mark): Blockquote {
	const links = [
		toLink('Raw text', raw),
		...(isComplete
			? [toLink('Save as Dockerfile', toDockerfile(id), { download: 'Dockerfile' })]
			: []),
		toLink('In the catalogue', toCataloguePlace(id)),
	];
	const between = links.flatMap((link) => [{ type: 'text', value: ' · ' } as const, link]);
	return {
		type: 'blockquote',
		data: {
			hName: 'details',
			hProperties: { className: isFaulty ? ['checked', 'faulty'] : ['checked'] },
		},
		children: [
			{
				type: 'paragraph',
				data: { hName: 'summary' },
				children: [{ type: 'text', value: words }],
			},
			{
				type: 'paragraph',
				children: [{ type: 'text', value: by }, ...between.slice(by === '' ? 1 : 0)],
			},
		],
	};
}

function toLink(text: string, url: string, properties: Record<string, string> = {}): Link {
	return {
		type: 'link',
		url,
		data: { hProperties: properties },
		children: [{ type: 'text', value: text }],
	};
}
