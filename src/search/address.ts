import type { Question } from './question.ts';

/** Whether a box stands on the page of search, whose address holds the question. */
export function isPage(box: HTMLElement): boolean {
	return box.dataset['page'] !== undefined;
}

/** Puts the question of the address into the form: `/search/?q=copy&kind=option`. */
export function readAddress(form: HTMLFormElement): void {
	for (const [name, value] of new URLSearchParams(location.search)) {
		for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name]`)) {
			if (field.name !== name) continue;
			if (field instanceof HTMLInputElement && field.type === 'radio')
				field.checked = field.value === value;
			else field.value = value;
		}
	}
}

/** Puts the question into the address, so that it can be shared. */
export function writeAddress({ query, kind, topic }: Question): void {
	const asked = new URLSearchParams({ q: query, ...(kind && { kind }), ...(topic && { topic }) });
	history.replaceState(history.state, '', query === '' ? location.pathname : `?${asked}`);
}
