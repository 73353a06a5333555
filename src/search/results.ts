import type { Entry } from './record.ts';
import { most, type Group, type Hit, type Marked } from './engine.ts';
import { toUrl } from '../links.ts';
import { toTokens, type Token } from '../snippets/tokens.ts';

/**
 * What stays when results answer the question of those in view: the active one where all have more to
 * say now, and all rows where some are only added.
 */
export type Kept = 'nothing' | 'active' | 'all';

/** The results of a search box in view: a list, and below its first result a card. */
export interface Results {
	/** Shows results, and keeps of those in view what is said. */
	show: (groups: readonly Group[], kept?: Kept) => void;
	/** Moves the active result by some places, round at both ends. */
	move: (step: number) => void;
	/** The active result, and its option. */
	active: () => { hit: Hit; option: HTMLElement } | undefined;
	/** The button of the card that copies, while its result is the active one. */
	copyButton: () => HTMLElement | undefined;
}

/** Results below a combobox; the pattern is https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. */
export function startResults(box: HTMLElement, input: HTMLInputElement): Results {
	const list = find(box, '[role=listbox]');
	const card = find(box, '.card');
	let shown: readonly Group[] = [];
	let at = 0;
	const optionsOf = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
	const activate = (next: number) => {
		at = next;
		for (const [index, option] of optionsOf().entries()) {
			option.setAttribute('aria-selected', String(index === at));
		}
		const option = optionsOf()[at];
		if (option === undefined) input.removeAttribute('aria-activedescendant');
		else input.setAttribute('aria-activedescendant', option.id);
		return option;
	};
	return {
		show: (groups, keep = 'nothing') => {
			const isKept = (group: Group, index: number) => isSame(group, shown[index]);
			const added = keep === 'all' ? groups.findIndex((group, index) => !isKept(group, index)) : 0;
			const kept = added < 0 ? groups.length : added;
			while (list.children.length > kept) list.lastElementChild?.remove();
			list.append(
				...groups
					.slice(kept)
					.map((group, index) => renderGroup(group, `${list.id}-${kept + index}`)),
			);
			shown = groups;
			input.setAttribute('aria-expanded', String(groups.length > 0));
			activate(keep === 'nothing' ? 0 : at);
			if (keep === 'all') return;
			const best = groups[0]?.hits[0];
			card.replaceChildren(...(best?.isExact ? renderCard(best) : []));
			if (keep === 'active') return;
			requestAnimationFrame(() => list.parentElement?.scrollTo({ top: 0 }));
		},
		move: (step) => {
			const { length } = optionsOf();
			if (length > 0) activate((at + step + length) % length)?.scrollIntoView({ block: 'nearest' });
		},
		active: () => {
			const hit = shown.flatMap(({ hits }) => hits)[at];
			const option = optionsOf()[at];
			return hit && option && { hit, option };
		},
		copyButton: () => (at === 0 ? card.querySelector<HTMLElement>('.copy') : null) ?? undefined,
	};
}

/** A part of a box that is always there. */
export function find<T extends HTMLElement>(box: HTMLElement, selector: string): T {
	const found = box.querySelector<T>(selector);
	if (found === null) throw new Error(`The search box lacks ${selector}.`);
	return found;
}

/** Whether a reader would notice no difference. */
function isSame(group: Group, other: Group | undefined): boolean {
	const toSigns = ({ kind, title, hits }: Group) =>
		JSON.stringify([kind, title, hits.map(({ href, text }) => [href, text])]);
	return other !== undefined && toSigns(group) === toSigns(other);
}

/** What stands above results that are of no kind. */
const labels = { text: 'In the text', near: 'Did you mean' };

/** Results of one kind below their heading. `id` names the heading and starts the ids of the options. */
function renderGroup({ kind, title: named, hits }: Group, id: string): HTMLElement {
	// Where all are of one kind, their heading says it.
	const isMixed = kind === undefined || kind === 'text' || kind === 'near';
	const options = hits.map((hit, at) => renderHit(hit, `${id}-${at}`, isMixed));
	const group = element('div', 'hits', ...options);
	group.setAttribute('role', 'group');
	if (kind === undefined) {
		group.setAttribute('aria-label', 'Best result');
		return group;
	}
	const title = element(
		'div',
		named === undefined ? 'hits-title' : 'hits-title missing',
		named ?? (isMixed ? labels[kind] : `${kind}s`),
	);
	title.id = id;
	title.setAttribute('role', 'presentation');
	group.setAttribute('aria-labelledby', id);
	group.prepend(title);
	return group;
}

/**
 * One result as an option of the list: a link, so that it opens in a new tab too, outside the tab
 * order, because the arrow keys move among options.
 */
function renderHit(
	{ href, kind, title, path, text, entry }: Hit,
	id: string,
	isMixed: boolean,
): HTMLElement {
	const label = kind === 'instruction' && entry?.owner ? 'watch out' : kind;
	const option = element(
		'a',
		`hit ${kind}`,
		element('span', 'hit-title', ...toMarked(title)),
		...(isMixed || label !== kind ? [element('span', `kind ${kind}`, label)] : []),
		element('span', 'hit-path', path),
		element('span', 'hit-text', ...toMarked(text)),
	);
	option.id = id;
	option.setAttribute('role', 'option');
	option.href = toUrl(href);
	option.tabIndex = -1;
	return option;
}

function toMarked(pieces: Marked): (string | HTMLElement)[] {
	return pieces.map((piece, at) => (at % 2 === 1 ? element('mark', '', piece) : piece));
}

/**
 * What belongs to the best result when it is just what was asked for: how it is written, a snippet
 * to copy, and its flags. Nothing for what has no more to say than its row.
 */
function renderCard({ entry, href, code, parts = [] }: Hit): HTMLElement[] {
	if (entry === undefined) return [];
	const { syntax, fix = [] } = entry;
	return [
		...(fix.length === 0 ? [] : [renderFix(fix)]),
		...(syntax === '' ? [] : [element('div', 'card-syntax snippet', renderCode('Syntax', syntax))]),
		...(code === '' ? [] : [renderExample(syntax === '' ? 'Example' : 'For example', code)]),
		...(parts.length === 0 ? [] : [renderParts(parts, href)]),
	];
}

/** What to do about a message, in its first steps. */
function renderFix(steps: readonly string[]): HTMLElement {
	const items = steps.slice(0, most.steps).map((step) => element('li', '', step));
	const list = element('ol', 'card-fix', ...items);
	list.setAttribute('aria-label', 'What to do');
	return list;
}

function renderExample(label: string, text: string): HTMLElement {
	const button = element('button', 'copy', 'Copy');
	button.type = 'button';
	return element('div', 'card-code snippet', renderCode(label, text), button);
}

/** Code in the colours that it has on the pages. What begins with a small letter is for a shell. */
function renderCode(label: string, text: string): HTMLElement {
	const tokens = toTokens(text, /^[a-z]/.test(text) ? 'bash' : 'dockerfile');
	const toPiece = ({ text, look }: Token) =>
		look === 'plain' ? text : element('span', look, text);
	const code = element('pre', '', ...tokens.map(toPiece));
	code.tabIndex = 0;
	code.setAttribute('aria-label', label);
	return code;
}

function renderParts(parts: readonly Entry[], page: string): HTMLElement {
	const toLink = (href: string, text: string) => {
		const link = element('a', '', text);
		link.href = toUrl(href);
		return link;
	};
	const rows = parts
		.slice(0, most.parts)
		.map(({ href, name, options, summary }) =>
			element('li', '', toLink(href, options.join(', ') || name), element('span', '', summary)),
		);
	const list = element('ul', 'card-parts', ...rows);
	// On a phone fewer are shown.
	const name = parts.length > most.parts ? 'all' : 'all few';
	list.append(element('li', name, toLink(page, `All ${parts.length}`)));
	return list;
}

/** An element with a class and content; text of the index is only ever set as text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	className: string,
	...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	if (className !== '') made.className = className;
	made.append(...content);
	return made;
}
