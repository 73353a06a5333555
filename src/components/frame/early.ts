import { facesScript } from './faces.ts';
import { themeScript } from './themes.ts';

/** What a page does before its style sheet is there. It stands in the page itself, so it is short. */
export const earlyScript = `${themeScript};${facesScript}`;
