// Brings the types of `data.hName` and `data.hProperties`.
import type {} from 'mdast-util-to-hast';
import type { Blockquote, Code, Link, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Verdict } from '../snippets/verdict.ts';
import { SKIP, visit } from 'unist-util-visit';
import { toLanguageName } from '../notes/notes.ts';
import { toCataloguePlace, toDockerfile } from '../snippets/snippet.ts';

/**
 * A page's Markdown with what is said of its snippets as front matter, which Astro hands to plugins:
 * it is the one thing that travels with a text from a loader to them. A rule at the beginning of a
 * page is no front matter then.
 */
export function withVerdicts(markdown: string, verdicts: readonly Verdict[]): string {
	// JSON is YAML, but for characters that YAML wants escaped.
	const json = JSON.stringify({ verdicts }).replace(/[^ -~]/g, toEscape);
	return `---\n${json}\n---\n\n${markdown}`;
}

function toEscape(letter: string): string {
	return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** What is said of a fence; nothing when nobody looked at it. */
export function findVerdict({ lang, value }: Code, verdicts: readonly Verdict[]) {
	const language = toLanguageName(lang, value) ?? '';
	return verdicts.find((verdict) => verdict.language === language && verdict.code === value);
}

/** What is said of a snippet, as a line of text for machines. */
export function renderVerdict({ words, by }: Verdict): string {
	return `*${[words, by].filter(Boolean).join(' · ')}*`;
}

/**
 * Puts a quiet line behind each snippet that opens to what is behind it, and marks inline code that
 * can be copied.
 */
export function remarkVerdicts() {
	return (root: Root, { data }: VFile): void => {
		const { verdicts } = (data.astro?.frontmatter ?? {}) as { verdicts?: Verdict[] };
		visit(root, 'code', (node, index, parent) => {
			const verdict = findVerdict(node, verdicts ?? []);
			if (verdict === undefined || parent === undefined || index === undefined) return;
			parent.children.splice(index + 1, 0, toDetails(verdict));
			return [SKIP, index + 2];
		});
		visit(root, { type: 'html', value: '<!-- copy -->' }, (_, index = 0, parent) => {
			const before = parent?.children[index - 1];
			if (before?.type === 'inlineCode') {
				before.data = { ...before.data, hProperties: { dataCopy: '' } };
			}
		});
	};
}

function toDetails({ id, raw, isComplete, isFaulty, words, by, explained }: Verdict): Blockquote {
	const links = [
		...(explained === undefined ? [] : [toLink('Explain', explained)]),
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
