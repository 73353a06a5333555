/** What a reader does to the list of an own sheet. */
export interface ListActions {
	/** Puts a card in another's place. */
	move: (id: string, to: number) => void;
	remove: (id: string) => void;
}

/** Shows the cards in their order, to be moved by drag or by buttons. Keeps the focus where it was. */
export function renderList(
	list: HTMLElement,
	cards: readonly { id: string; title: string }[],
	actions: ListActions,
): void {
	const focused =
		document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
	const { id: focusedId, action: focusedAction } = focused?.dataset ?? {};
	list.replaceChildren(...cards.map((card, at) => toItem(card, at, cards.length, actions)));
	if (!focused || focused.isConnected || focusedId === undefined) return;
	const buttons = [...list.querySelectorAll<HTMLButtonElement>(`button[data-id]`)];
	const own = buttons.filter(({ dataset, disabled }) => dataset['id'] === focusedId && !disabled);
	const same = own.find(({ dataset }) => dataset['action'] === focusedAction);
	(same ?? own[0] ?? buttons.find(({ disabled }) => !disabled))?.focus();
}

function toItem(
	{ id, title }: { id: string; title: string },
	at: number,
	count: number,
	{ move, remove }: ListActions,
): HTMLElement {
	const item = document.createElement('li');
	const name = document.createElement('span');
	name.textContent = title;
	item.draggable = true;
	item.dataset['card'] = id;
	item.append(
		name,
		toButton(id, 'up', '↑', `Move ${title} up`, at === 0, () => move(id, at - 1)),
		toButton(id, 'down', '↓', `Move ${title} down`, at === count - 1, () => move(id, at + 1)),
		toButton(id, 'remove', '✕', `Remove ${title}`, false, () => remove(id)),
	);
	item.addEventListener('dragstart', ({ dataTransfer }) => {
		dataTransfer?.setData('text/plain', id);
		item.classList.add('is-dragged');
	});
	item.addEventListener('dragend', () => item.classList.remove('is-dragged'));
	item.addEventListener('dragover', (event) => event.preventDefault());
	item.addEventListener('drop', (event) => {
		event.preventDefault();
		const dragged = event.dataTransfer?.getData('text/plain');
		if (dragged && dragged !== id) move(dragged, at);
	});
	return item;
}

function toButton(
	id: string,
	action: string,
	sign: string,
	label: string,
	isDisabled: boolean,
	act: () => void,
): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = sign;
	button.ariaLabel = label;
	button.disabled = isDisabled;
	Object.assign(button.dataset, { id, action });
	button.addEventListener('click', act);
	return button;
}
