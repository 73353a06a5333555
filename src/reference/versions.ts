import type { Versions } from './schema/lists.ts';

const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** What the facts hold for, as one line: `Docker Engine 29 · Dockerfile 1.26 · checked August 2026`. */
export function renderVersions({ engine, dockerfile, checked }: Versions): string {
	const day = month.format(new Date(`${checked}T00:00:00Z`));
	return `Docker Engine ${engine} · Dockerfile ${dockerfile} · checked ${day}`;
}
