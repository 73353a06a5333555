/** The catalogue with its filter. */
interface View {
	input: HTMLInputElement;
	select: HTMLSelectElement;
	output: HTMLElement;
	items: readonly Item[];
}

/** One entry of the catalogue, ready to be asked. */
interface Item {
	element: HTMLElement;
	tags: readonly string[];
	/** Its title, its code and its tags, in lower case. */
	text: string;
}

/** Filters the catalogue by what is typed and by a tag, and keeps both in the address. */
export function startFilter(): void {
	const form = document.querySelector<HTMLFormElement>('[data-filter]');
	const input = form?.querySelector('input');
	const select = form?.querySelector('select');
	const output = form?.querySelector('output');
	if (!form || !input || !select || !output) return;
	const items = [...document.querySelectorAll<HTMLElement>('.catalogue article')].map(toItem);
	const view = { input, select, output, items };
	form.addEventListener('input', () => change(view));
	form.addEventListener('submit', (event) => event.preventDefault());
	input.addEventListener('keydown', ({ key }) => {
		if (key !== 'Escape' || input.value === '') return;
		input.value = '';
		change(view);
	});
	document.addEventListener('click', (event) => chooseTag(event, view));
	// Who has typed before this program was there is not to type again.
	if (input.value + select.value === '') readAddress(view);
	else change(view);
}

function toItem(element: HTMLElement): Item {
	const tags = [...element.querySelectorAll('a[data-tag]')].map(
		({ textContent }) => textContent?.trim() ?? '',
	);
	// Not what stands in all of them: the words of buttons and links.
	const words = [...element.querySelectorAll('h3, pre, [data-tag]')].map((one) => one.textContent);
	return { element, tags, text: words.join(' ').toLowerCase() };
}

function change(view: View): void {
	show(view);
	keep({ q: view.input.value, tag: view.select.value });
}

/** An entry is shown when it has every word and the tag; rows of pages are open while something is asked for. */
function show({ input, select, output, items }: View): void {
	const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
	const shown = items.filter(({ element, text, tags }) => {
		const isWanted = select.value === '' || tags.includes(select.value);
		element.hidden = !isWanted || !words.every((word) => text.includes(word));
		return !element.hidden;
	});
	const isAsked = words.length > 0 || select.value !== '';
	for (const row of document.querySelectorAll<HTMLDetailsElement>('.catalogue details')) {
		row.open = isAsked || row.querySelector(':target') !== null;
	}
	output.textContent = `${shown.length} of ${items.length} snippets`;
}

function chooseTag(event: MouseEvent, view: View): void {
	const tag = event.target instanceof Element && event.target.closest('a[data-tag]');
	if (!tag || event.ctrlKey || event.metaKey || event.shiftKey) return;
	event.preventDefault();
	view.select.value = tag.textContent?.trim() ?? '';
	change(view);
	view.select.focus();
}

/** An address may name a tag that there is not (any more): then all are shown. */
function readAddress(view: View): void {
	const wanted = new URLSearchParams(location.search);
	view.input.value = wanted.get('q') ?? '';
	view.select.value = wanted.get('tag') ?? '';
	if (view.select.selectedIndex < 0) view.select.value = '';
	show(view);
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
