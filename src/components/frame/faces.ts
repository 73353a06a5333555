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
 * the first paint waits for. The letter is gone before anything is painted.
 */
export const facesScript =
	`(p=>{p.append('a');document.documentElement.append(p);` +
	`for(p.style.font of${JSON.stringify(faces)})p.offsetWidth;p.remove()})(document.createElement('p'))`;
