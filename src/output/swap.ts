import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';

/** Where a build writes, and what it replaces. All are beside each other, so on one disk. */
export interface Places {
	/** The site that is published. */
	site: string;
	/** What the build writes. Its own, so that a build that was killed cannot write into it. */
	next: string;
	/** The site before, while it gives way: there for less than a millisecond. */
	last: string;
}

/** The folders of a build that was told to write to `outDir`; `id` tells it from other builds. */
export function toPlaces(outDir: string, id: number): Places {
	const site = resolve(outDir);
	return { site, next: `${site}.next-${id}`, last: `${site}.last` };
}

/** Why a folder cannot be built into; nothing when it can. */
export function findReason({ site }: Places): string | undefined {
	const isAbove = !relative(site, process.cwd()).startsWith('..');
	return isAbove ? `OUT_DIR: ${site} holds the project itself, and a build replaces it` : undefined;
}

/**
 * Puts right what a build left that was killed: a site that had given way comes back, and half a site
 * goes. Only when no other build of this folder is running.
 */
export function recover({ site, last }: Places): void {
	if (existsSync(last) && !existsSync(site)) renameSync(last, site);
	rmSync(last, { recursive: true, force: true });
	const folder = dirname(site);
	if (!existsSync(folder)) return;
	const left = readdirSync(folder).filter((name) => name.startsWith(`${basename(site)}.next`));
	for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
}

/**
 * Puts the finished site in the place of the last one. Two renames: Node has no call that exchanges
 * two folders. A process that is killed between them leaves the last site beside its place, whole,
 * and the next start brings it back. Throws, with the last site in its place, when that cannot be done.
 */
export function swap({ site, next, last }: Places): void {
	rmSync(last, { recursive: true, force: true });
	if (existsSync(site)) renameSync(site, last);
	try {
		renameSync(next, site);
	} catch (error) {
		if (existsSync(last)) renameSync(last, site);
		throw error;
	}
	rmSync(last, { recursive: true, force: true });
}
