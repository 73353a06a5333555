import { readStored, store } from './store.ts';

/** Lets a page put its card on the reader's own sheet, and take it off again. */
export function startAdding(): void {
	const place = document.querySelector<HTMLElement>('[data-add]');
	const button = place?.querySelector('button');
	if (!place || !button) return;
	const id = place.dataset['add'] ?? '';
	const read = () => {
		const params = new URLSearchParams(readStored());
		return { params, cards: (params.get('sheet') ?? '').split('.').filter(Boolean) };
	};
	const show = () => {
		const isOn = read().cards.includes(id);
		button.textContent = isOn ? 'Take off my sheet' : 'Add to my sheet';
		place.classList.toggle('is-on', isOn);
	};
	button.addEventListener('click', () => {
		const { params, cards } = read();
		const others = cards.filter((card) => card !== id);
		const next = others.length < cards.length ? others : [...cards, id];
		if (next.length > 0) params.set('sheet', next.join('.'));
		else params.delete('sheet');
		store(params.toString());
		show();
	});
	show();
	place.hidden = false;
}
