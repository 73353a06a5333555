/** What readers choose from; `auto` follows the system. */
export const themes = ['dark', 'light', 'auto'] as const;

/** Where the browser keeps the choice. */
export const themeKey = 'starlight-theme';

/** Sets the theme before anything is painted; whatever is stored, only the two themes come out. */
export const themeScript =
	`(t=>{try{t=localStorage['${themeKey}']}catch{}` +
	`document.documentElement.dataset.theme=t=='light'||t!='dark'&&matchMedia('(prefers-color-scheme:light)').matches?'light':'dark'})()`;
