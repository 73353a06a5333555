const sans = 'system-ui,sans-serif';
const mono = 'ui-monospace,Menlo,Consolas,monospace';

/**
 * The fonts that most first screens are set in, of the families in theme.css. What is missing here is
 * looked up later; each more is some bytes on every page.
 */
export const faces: readonly string[] = [
	`1rem ${sans}`,
	`600 1.1875rem ${sans}`,
	`.8125rem ${mono}`,
];

/**
 * Looks the fonts up while the style sheet is on its way. A browser does so when it first lays a
 * text out, which for so many takes a slow phone as long as the layout itself, in the one task that
 * the first paint waits for. The letter is gone before anything is painted.
 */
export const facesScript =
	`(p=>{p.append('a');document.documentElement.append(p);` +
	`for(p.style.font of${JSON.stringify(faces)})p.offsetWidth;p.remove()})(document.createElement('p'))`;
