/**
 * The fonts of first screens: a family as theme.css names it, a weight, and sizes in px of a root of
 * 16 px. What is missing here is looked up later, what is too much is looked up in vain.
 */
export const faces: readonly (readonly [family: string, weight: number, ...sizes: number[]])[] = [
	['system-ui,sans-serif', 400, 16, 14, 13, 11],
	['system-ui,sans-serif', 600, 33, 19, 16, 14],
	['ui-monospace,Menlo,Consolas,monospace', 400, 14, 13],
	['ui-monospace,Menlo,Consolas,monospace', 600, 33, 14],
];

/**
 * Looks the fonts up while the style sheet is on its way. A browser does so when it first lays a
 * text out, which for so many takes a slow phone as long as the layout itself, in the one task that
 * the first paint waits for. The letter is gone before anything is painted.
 */
export const facesScript =
	`(d=>{let p=d.createElement('p');p.append('a');d.documentElement.append(p);` +
	`for(let[f,w,...s]of${JSON.stringify(faces)})` +
	'for(let z of s)p.style.font=`${w} ${z/16}rem ${f}`,p.offsetWidth;p.remove()})(document)';
