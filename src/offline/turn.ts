/**
 * Shows one page of the document at a time: the one that holds the place which the address names,
 * `#commands/build/#options`. The first one is shown when there is no such place.
 */
export function startPages(): void {
	const articles = [...document.querySelectorAll<HTMLElement>('main > article')];
	const { title } = document;
	const turn = () => {
		const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
		const article = place?.closest<HTMLElement>('main > article') ?? articles[0];
		for (const each of articles) each.hidden = each !== article;
		document.title = [article?.dataset['title'], title].filter(Boolean).join(' | ');
		mark(article);
		if (place && place !== article) place.scrollIntoView();
		else scrollTo(0, 0);
	};
	addEventListener('hashchange', turn);
	turn();
}

/** Marks the links to the page in view, and closes the menu that led to it. */
function mark(article: HTMLElement | undefined): void {
	for (const link of document.querySelectorAll<HTMLAnchorElement>('nav.sidebar a')) {
		if (link.hash === `#${article?.id}`) {
			link.setAttribute('aria-current', 'page');
			for (const group of toGroups(link)) group.open = true;
		} else link.removeAttribute('aria-current');
	}
	const menu = document.querySelector<HTMLElement>('nav.sidebar [popover]');
	if (menu?.matches(':popover-open')) menu.hidePopover();
}

function toGroups(link: Element): HTMLDetailsElement[] {
	const group = link.parentElement?.closest('details');
	return group ? [group, ...toGroups(group)] : [];
}
