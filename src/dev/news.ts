import type { Notice } from '../report/notice.ts';

/** What the development server tells the browser after each save. */
export interface News {
	/** Everything that there is to say to the author. */
	notices: readonly Notice[];
	/** Whether the pages are those of the notes as they are now, and not the last good ones. */
	isOk: boolean;
}

/** The name of the message, and of the event by which the loader gives it to the server. */
export const newsEvent = 'notes:news';

/** The name of the message by which a page asks for the news when it opens. */
export const askEvent = 'notes:ask';
