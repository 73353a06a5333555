import { channel } from 'node:diagnostics_channel';

/**
 * Where the loader says what it has read (a `Site`, or `Broken`), and the integration hears it. Vite
 * gives content collections modules of their own, so the two share no variable; Node's channels are
 * one for the whole process. https://nodejs.org/api/diagnostics_channel.html
 */
export const reading = channel('docker-notes:reading');

/** Why there can be no site, in words for the author of the notes and facts. */
export class SiteError extends Error {
	override name = 'SiteError';
}
