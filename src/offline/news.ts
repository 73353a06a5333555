import css from './news.css?inline';

/** Says, once, that a newer version of the site is there, as soon as it is there whole. */
export function watchNews(registration: ServiceWorkerRegistration): void {
	const workers = navigator.serviceWorker;
	const look = () => {
		if (registration.waiting)
			show('There is a new version of these pages.', () => adopt(registration));
	};
	registration.installing?.addEventListener('statechange', look);
	// Another tab has changed to it.
	workers.addEventListener('controllerchange', () => show('These pages have changed.', reload));
	workers.addEventListener('message', ({ data }) => {
		if (data === 'full') show(noRoom, () => void giveUp(registration));
	});
	look();
}

const noRoom = 'There is a new version of these pages, but no room to keep it beside the old one.';

const reload = () => location.reload();

let region: HTMLElement | undefined;

function show(text: string, act: () => void): void {
	if (region) return;
	region = document.createElement('div');
	region.className = 'news';
	region.setAttribute('role', 'status');
	const style = new CSSStyleSheet();
	style.replaceSync(css);
	document.adoptedStyleSheets.push(style);
	document.body.append(region);
	const parts = [toText(text), toButton('Reload', act), toButton('Later', () => region?.remove())];
	// What stands in a region from its start on is not read out.
	requestAnimationFrame(() => region?.append(...parts));
}

function toText(text: string): HTMLElement {
	const element = document.createElement('span');
	element.textContent = text;
	return element;
}

function toButton(text: string, act: () => void): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = text;
	button.addEventListener('click', act);
	return button;
}

/** Changes to the version that waits, for all tabs, and reloads this one. */
function adopt({ waiting }: ServiceWorkerRegistration): void {
	if (!waiting) return reload();
	navigator.serviceWorker.addEventListener('controllerchange', reload);
	waiting.postMessage('change');
	// Whatever keeps the new one from starting, a button that does nothing is worse.
	setTimeout(reload, 4000);
}

/** Lets the old version go, so that the pages come from the network and are kept anew. */
async function giveUp(registration: ServiceWorkerRegistration): Promise<void> {
	await registration.unregister();
	const names = (await caches.keys()).filter((name) => name.endsWith(registration.scope));
	await Promise.all(names.map((name) => caches.delete(name)));
	reload();
}
