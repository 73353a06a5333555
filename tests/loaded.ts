import { pathToFileURL } from 'node:url';
import { toEnvironment } from '../src/env.ts';
import { loadSite, type Site } from '../src/site.ts';
import { root } from './built.ts';

let loaded: Site | undefined;

/** The site as its files say, read once for all the tests of a process. Throws when it is broken. */
export function readSite(): Site {
	if (loaded) return loaded;
	const site = loadSite(pathToFileURL(root), toEnvironment(process.env).today);
	if (!site.ok) throw new Error(JSON.stringify(site.messages, undefined, 1));
	loaded = site;
	return loaded;
}
