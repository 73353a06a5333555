import { toUrl } from '../links.ts';
import { element } from './element.ts';

/**
 * A search box with nothing but its field, which takes what is typed from the first key on; the rest
 * comes with box.ts. `id` starts the ids of its parts, because a page may have two boxes.
 */
export function createShell(box: HTMLElement, id: string): HTMLInputElement {
	const input = element('input', '');
	const attributes = {
		type: 'search',
		name: 'q',
		role: 'combobox',
		'aria-label': 'Search',
		'aria-controls': `${id}-results`,
		'aria-expanded': 'false',
		'aria-autocomplete': 'list',
		autocomplete: 'off',
		autocapitalize: 'off',
		spellcheck: 'false',
		enterkeyhint: 'go',
		placeholder: hasAll() ? 'Instruction, command, option, error' : 'A word or two',
	};
	for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
	const form = element('form', '', element('div', 'search-head', input));
	form.role = 'search';
	form.action = toUrl('/search/');
	const failed = element('p', 'search-failed');
	failed.setAttribute('role', 'alert');
	box.append(form, failed);
	return input;
}

/** Whether there is something of every kind; a page of a site that has less says which there are. */
function hasAll(): boolean {
	return document.querySelector('[data-kinds]') === null;
}

/** Says in a box that search cannot be loaded, or takes it back. */
export function setFailed(box: HTMLElement, isFailed: boolean): void {
	const place = box.querySelector('.search-failed');
	if (!place || isFailed === box.hasAttribute('data-failed')) return;
	box.toggleAttribute('data-failed', isFailed);
	const said = 'Search could not be loaded. Everything stands in the ';
	place.replaceChildren(...(isFailed ? [said, toIndex(), ', too.'] : []));
}

/** A link to all that search would find. */
export function toIndex(): HTMLElement {
	const link = element('a', '', 'A–Z');
	link.href = toUrl('/a-z/');
	return link;
}

/** The dialog of search with its box, at the end of the page. */
export function createDialog(): { dialog: HTMLDialogElement; input: HTMLInputElement } {
	const box = element('div', 'search-box');
	const input = createShell(box, 'search');
	const dialog = element('dialog', 'search', box);
	dialog.ariaLabel = 'Search';
	document.body.append(dialog);
	return { dialog, input };
}
