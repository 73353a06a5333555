import type { View } from './view.ts';
import { copyText } from './clipboard.ts';
import { addRecent } from './recent.ts';
import { say } from './status.ts';

/** Enter opens the active result. Without one, the form leads to the page of search. */
export function useSubmit(event: SubmitEvent, { list }: View): void {
	const active = list.active();
	if (active === undefined) return;
	event.preventDefault();
	active.option.click();
}

/** Arrows move, Ctrl or ⌘ with Enter copies, and letters go where they are read. */
export function useKey(event: KeyboardEvent, view: View): void {
	const { input, list } = view;
	const { key, target, isComposing } = event;
	if (isComposing) return;
	const hasCommand = event.ctrlKey || event.metaKey;
	const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
	const step = target === input ? steps[key] : undefined;
	if (step !== undefined) {
		event.preventDefault();
		list.move(step);
	}
	if (key === 'Enter' && hasCommand) {
		event.preventDefault();
		void copyActive(view);
	}
	const isChoosing = target instanceof HTMLSelectElement;
	const isLetter = key.length === 1 && key !== ' ' && !hasCommand && !isChoosing;
	if (isLetter && target !== input) input.focus();
}

/** Follows results, copies the snippet of the card, and asks recent questions again. */
export function useClick(event: MouseEvent, view: View, refresh: () => void): void {
	const { box, input } = view;
	const target = event.target instanceof Element ? event.target : box;
	const again = target.closest<HTMLElement>('[data-recent]')?.dataset['recent'];
	if (again !== undefined) {
		input.value = again;
		input.focus();
		refresh();
	}
	const button = target.closest('button.copy');
	const code = button?.parentElement?.querySelector('pre')?.textContent;
	if (button && code) void copy(code, view, button);
	if (target.closest('a') === null) return;
	addRecent(input.value);
	if (!event.ctrlKey && !event.metaKey && !event.shiftKey) box.closest('dialog')?.close();
}

async function copyActive(view: View): Promise<void> {
	const active = view.list.active();
	if (active === undefined) return;
	const { code, title } = active.hit;
	const button = view.card.querySelector('button.copy');
	const isOnCard = active.option === view.results.querySelector('[role=option]');
	await copy(code || title.join(''), view, isOnCard ? button : null);
}

async function copy(text: string, { status, input }: View, button: Element | null): Promise<void> {
	addRecent(input.value);
	const said = await copyText(text);
	if (button) button.textContent = said;
	say(status, said, () => {
		if (button) button.textContent = 'Copy';
	});
}
