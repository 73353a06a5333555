import type { Placeholder } from '../../snippets/placeholder.ts';

/** One question of the panel. */
export interface Field {
	placeholder: Placeholder;
	element: HTMLElement;
	input: HTMLInputElement;
	/** Where it says what is wrong with the value. */
	fault: HTMLElement;
}

/** A labelled input that shows the word of the snippets while it is empty. */
export function toField(placeholder: Placeholder, value: string): Field {
	const element = document.createElement('label');
	const name = document.createElement('span');
	name.textContent = placeholder.label;
	const input = document.createElement('input');
	input.name = placeholder.id;
	input.value = value;
	input.placeholder = /\{([^}]+)\}/.exec(placeholder.match[0] ?? '')?.[1] ?? '';
	input.autocomplete = 'off';
	input.autocapitalize = 'off';
	input.spellcheck = false;
	const fault = document.createElement('span');
	fault.id = `fill-${placeholder.id}`;
	fault.className = 'fault';
	fault.setAttribute('role', 'alert');
	input.setAttribute('aria-describedby', fault.id);
	element.append(name, input, fault);
	return { placeholder, element, input, fault };
}
