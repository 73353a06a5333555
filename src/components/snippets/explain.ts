import type { Explanation } from '../../snippets/explain.ts';
import { toUrl } from '../../links.ts';
import { findExplained } from '../../snippets/explained.ts';
import { toText } from './code.ts';
import { toGrammar, toRange } from './ranges.ts';
import { startTip } from './tip.ts';

let explanations: Promise<Explanation[]> | undefined;

/**
 * Makes links of the words of a snippet that the data explains; pointing at one or reaching it with
 * the keyboard shows what it means. The words are one stop of the tab key: arrows move among them.
 */
export async function explain(code: HTMLElement): Promise<void> {
	explanations ??= fetch(toUrl('/snippets/explain.json')).then((answer) => answer.json());
	const known = await explanations.catch(() => undefined);
	if (known === undefined) explanations = undefined;
	if (known === undefined || code.querySelector('.explained')) return;
	const found = findExplained(toText(code), toGrammar(code), known);
	for (const [index, word] of [...found.entries()].reverse()) {
		const range = toRange(code, word.start, word.end);
		const link = document.createElement('a');
		link.className = 'explained';
		link.href = toUrl(word.href);
		link.tabIndex = index === 0 ? 0 : -1;
		link.append(range.extractContents());
		range.insertNode(link);
		startTip(link, word.text);
	}
	code.addEventListener('keydown', moveByKey);
}

function moveByKey(event: KeyboardEvent): void {
	const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
	const step = steps[event.key];
	const links = [
		...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.explained'),
	];
	const at = links.findIndex((link) => link === document.activeElement);
	const next = step === undefined ? undefined : links[at + step];
	if (at < 0 || next === undefined) return;
	event.preventDefault();
	for (const link of links) link.tabIndex = link === next ? 0 : -1;
	next.focus();
}
