// Brings the types of `data.hName` and `data.hProperties`.
import type {} from 'mdast-util-to-hast';
import type { Code, Link, Paragraph, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Verdict } from '../snippets/verdict.ts';
import { SKIP, visit } from 'unist-util-visit';
import { frames, toLanguageName } from '../notes/notes.ts';
import { toCataloguePlace } from '../snippets/snippet.ts';

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
 * Says of a snippet what was found in it, where something was; the catalogue has the rest. Behind the
 * first one of a page that has words to fill in goes the way to do that, and inline code that can be
 * copied is marked.
 */
export function remarkVerdicts() {
	return (root: Root, { data }: VFile): void => {
		const { verdicts } = (data.astro?.frontmatter ?? {}) as { verdicts?: Verdict[] };
		let isOffered = false;
		visit(root, 'code', (node, index, parent) => {
			const verdict = findVerdict(node, verdicts ?? []);
			if (verdict === undefined || parent === undefined || index === undefined) return;
			const offer = verdict.isFillable && !isOffered ? [toOffer()] : [];
			isOffered ||= verdict.isFillable;
			// A frame that says so itself needs no note.
			const isTold = String(parent.data?.hProperties?.['className']) === frames.bad;
			const notes = [
				...toExplained(verdict),
				...offer,
				...(verdict.isFaulty && !isTold ? [toNote(verdict)] : []),
			];
			parent.children.splice(index + 1, 0, ...notes);
			return [SKIP, index + 1 + notes.length];
		});
		visit(root, { type: 'html', value: '<!-- copy -->' }, (_, index = 0, parent) => {
			const before = parent?.children[index - 1];
			if (before?.type === 'inlineCode') {
				before.data = { ...before.data, hProperties: { dataCopy: '' } };
			}
		});
	};
}

function toExplained({ explained }: Verdict): Paragraph[] {
	if (explained === undefined) return [];
	return [
		{
			type: 'paragraph',
			data: { hProperties: { className: ['to-explain'] } },
			children: [toLink('Explain', explained)],
		},
	];
}

/** What a script brings to life; see `startFilling`. */
function toOffer(): Paragraph {
	return {
		type: 'paragraph',
		data: {
			hName: 'button',
			hProperties: {
				type: 'button',
				className: ['fill-open'],
				dataFill: '',
				ariaHasPopup: 'dialog',
			},
		},
		children: [{ type: 'text', value: 'Fill in' }],
	};
}

function toNote({ id, words }: Verdict): Paragraph {
	return {
		type: 'paragraph',
		data: { hProperties: { className: ['checked'] } },
		children: [{ type: 'text', value: `${words} ` }, toLink('More', toCataloguePlace(id))],
	};
}

function toLink(text: string, url: string): Link {
	return { type: 'link', url, children: [{ type: 'text', value: text }] };
}
