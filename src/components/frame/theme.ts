import { keep, recall } from '../memory.ts';
import { themeKey, themes } from './themes.ts';

type Theme = (typeof themes)[number];

/** Lets readers choose the theme; `auto` goes on following the system. */
export function startTheme(): void {
	const selects = document.querySelectorAll<HTMLSelectElement>('[data-theme-select]');
	const system = matchMedia('(prefers-color-scheme: light)');
	let chosen = toTheme(recall(themeKey));
	const show = (): void => {
		const own = system.matches ? 'light' : 'dark';
		document.documentElement.dataset['theme'] = chosen === 'auto' ? own : chosen;
		for (const select of selects) select.value = chosen;
	};
	for (const select of selects) {
		select.addEventListener('change', () => {
			chosen = toTheme(select.value);
			keep(themeKey, chosen === 'auto' ? '' : chosen);
			show();
		});
	}
	system.addEventListener('change', show);
	show();
}

/** Whatever is stored, a theme comes out. */
function toTheme(value: string): Theme {
	return themes.find((theme) => theme === value) ?? 'auto';
}
