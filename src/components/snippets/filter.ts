/** Filters the catalogue by what is typed and by a tag, and keeps both in the address. */
export function startFilter(): void {
	const form = document.querySelector<HTMLFormElement>('[data-filter]');
	const input = form?.querySelector('input');
	const select = form?.querySelector('select');
	const output = form?.querySelector('output');
	if (!form || !input || !select || !output) return;
	const items = [...document.querySelectorAll<HTMLElement>('.catalogue article')].map(toItem);
	const show = () => {
		const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
		const shown = items.filter(({ element, text, tags }) => {
			const isWanted = select.value === '' || tags.includes(select.value);
			element.hidden = !isWanted || !words.every((word) => text.includes(word));
			return !element.hidden;
		});
		output.textContent = `${shown.length} of ${items.length} snippets`;
	};
	const readAddress = () => {
		const wanted = new URLSearchParams(location.search);
		input.value = wanted.get('q') ?? '';
		select.value = wanted.get('tag') ?? '';
		if (select.selectedIndex < 0) select.value = '';
		show();
	};
	const change = () => {
		show();
		keep({ q: input.value, tag: select.value });
	};
	form.addEventListener('input', change);
	form.addEventListener('submit', (event) => event.preventDefault());
	input.addEventListener('keydown', ({ key }) => {
		if (key !== 'Escape' || input.value === '') return;
		input.value = '';
		change();
	});
	document.querySelector('.catalogue')?.addEventListener('click', (event) => {
		const tag = event.target instanceof Element && event.target.closest('a[data-tag]');
		if (!tag) return;
		event.preventDefault();
		select.value = tag.textContent?.trim() ?? '';
		change();
		select.focus();
	});
	addEventListener('popstate', readAddress);
	readAddress();
}

function toItem(element: HTMLElement) {
	const tags = [...element.querySelectorAll('a[data-tag]')].map(
		({ textContent }) => textContent?.trim() ?? '',
	);
	return { element, tags, text: (element.textContent ?? '').toLowerCase() };
}

/** What is not asked for stays out of the address; what else stands there stays. */
function keep(wanted: Record<string, string>): void {
	const url = new URL(location.href);
	for (const [name, value] of Object.entries(wanted)) {
		if (value === '') url.searchParams.delete(name);
		else url.searchParams.set(name, value);
	}
	history.replaceState(history.state, '', url);
}
