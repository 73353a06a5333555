import { keep, recall } from '../memory.ts';

/** What the sidebar was like on the last page. */
interface State {
	/** How far it was scrolled. */
	scroll: number;
	/** Whether each branch was open, in their order. */
	open: boolean[];
}

const key = 'sidebar';

/**
 * Keeps the sidebar as it was left: its place and its branches. As a phone's menu it holds the
 * keyboard while it is open.
 */
export function startSidebar(): void {
	const pane = document.querySelector<HTMLElement>('.sidebar-pane');
	if (!pane) return;
	const wide = matchMedia('(min-width: 50em)');
	const branches = [...pane.querySelectorAll('details')];
	// Out of the menu's time a popover is no place to stand always.
	const setPopover = () => (pane.popover = wide.matches ? null : 'auto');
	setPopover();
	wide.addEventListener('change', setPopover);
	pane.addEventListener('toggle', (event) => {
		const isOpen = (event as ToggleEvent).newState === 'open';
		for (const other of document.querySelectorAll('.main-frame, .skip')) {
			other.toggleAttribute('inert', isOpen);
		}
	});
	if (wide.matches) restore(pane, branches);
	addEventListener('pagehide', () => {
		const state: State = { scroll: pane.scrollTop, open: branches.map(({ open }) => open) };
		if (wide.matches) keep(key, JSON.stringify(state), 'sessionStorage');
	});
}

function restore(pane: HTMLElement, branches: readonly HTMLDetailsElement[]): void {
	const { scroll, open } = read();
	const current = pane.querySelector('[aria-current]');
	// Other pages may have other branches.
	if (open.length === branches.length) {
		for (const [at, branch] of branches.entries()) {
			branch.open = open[at] === true || branch.contains(current);
		}
	}
	pane.scrollTop = scroll;
	const place = current?.getBoundingClientRect();
	if (place && (place.top < 0 || place.bottom > innerHeight)) {
		current?.scrollIntoView({ block: 'center' });
	}
}

function read(): State {
	try {
		const stored: Partial<State> | null = JSON.parse(recall(key, 'sessionStorage'));
		const { scroll, open } = stored ?? {};
		return { scroll: Number(scroll) || 0, open: Array.isArray(open) ? open : [] };
	} catch {
		return { scroll: 0, open: [] };
	}
}
