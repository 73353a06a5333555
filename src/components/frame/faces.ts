const sans = 'system-ui,sans-serif';
const mono = 'ui-monospace,Menlo,Consolas,monospace';

/**
 * The fonts of most first screens, of the families in theme.css. What is missing here is looked up
 * when it is first laid out. Each more makes that task shorter and the one that looks up longer;
 * with these both are alike.
 */
export const faces: readonly string[] = [
	...['1rem', '.875rem', '600 1.1875rem', '600 1rem'].map((size) => `${size} ${sans}`),
	...['.875rem', '.8125rem', '600 2.0625rem'].map((size) => `${size} ${mono}`),
];

/**
 * Looks the fonts up while the style sheet is on its way. A browser does so when it first lays a
 * text out, which for so many takes a slow phone as long as the layout itself, in the one task that
 * the first paint waits for. The letters are gone before anything is painted.
 */
export const facesScript =
	`(p=>{for(let f of${JSON.stringify(faces)}){let b=document.createElement('b');b.style.font=f;b.append('a');` +
	`p.append(b)}document.documentElement.append(p);p.offsetWidth;p.remove()})(document.createElement('p'))`;
