import type { Plan } from './plan.ts';
import { toHref } from './address.ts';
import { toSlug } from './slug.ts';

/** What a link of the notes leads to. */
export type Target =
	/** A heading or a file of the notes, by its address on the site. */
	| { type: 'place'; href: string }
	/** Another site, a path of this one, or a picture that is published with the page. */
	| { type: 'elsewhere' }
	/** No heading, or no file. */
	| { type: 'missing'; what: 'heading' | 'file'; name: string }
	/** A file beside the notes that would not be published. */
	| { type: 'unserved'; name: string };

/** What links lead to, for one file of notes. */
export type Targets = (url: string, isImage: boolean) => Target;

/** The plans by the names of their files, and what else is beside them. */
export interface Neighbours {
	plans: ReadonlyMap<string, Plan>;
	/** Whether a file exists at this path, relative to the notes or, from `/`, to what is published. */
	exists: (path: string) => boolean;
}

/** Tells where the links of one file (`docker.md`) lead. */
export function startTargets(file: string, { plans, exists }: Neighbours): Targets {
	return (url, isImage) => {
		// A scheme, `//host`, `/path` and `?query` are no files beside the notes.
		const isElsewhere = /^(?:[a-z][a-z\d+.-]*:|\/|\?|$)/i.test(url);
		if (isElsewhere) return rooted.test(url) ? toRooted(url) : { type: 'elsewhere' };
		const [path = '', anchor] = url.split('#', 2).map(decode);
		const name = path.replace(/\?.*$/, '');
		const plan = plans.get(name === '' ? file : name.replace(/^(?:\.\/)+/, ''));
		if (plan !== undefined && !isImage) return toPlace(plan, anchor ?? '', url);
		if (!exists(name)) return { type: 'missing', what: 'file', name };
		return isImage ? { type: 'elsewhere' } : { type: 'unserved', name };
	};

	function toRooted(url: string): Target {
		const [path = '', anchor = ''] = url.split('#', 2).map(decode);
		const plan = plans.get(path.slice(1));
		if (plan !== undefined) return toPlace(plan, anchor, url);
		const id = path.replace(/^\/|\.md$/gi, '');
		const isPage = [...plans.values()].some((one) => hasPage(one, id));
		if (isPage || exists(path)) return { type: 'elsewhere' };
		return { type: 'missing', what: 'file', name: path };
	}
}

/** `/CONTRIBUTING.md`, which GitHub looks for at the root of the repository, or a page as Markdown. */
const rooted = /^\/(?!\/)[^?#]*\.md(?:#|$)/i;

function hasPage({ places }: Plan, id: string): boolean {
	return [...places.values()].some(({ page, isPage }) => isPage && page === id);
}

function toPlace(plan: Plan, anchor: string, url: string): Target {
	const own = { page: plan.prefix, fragment: '' };
	const { anchors } = plan;
	const address = anchor === '' ? own : (anchors.get(anchor) ?? anchors.get(toSlug(anchor)));
	if (address === undefined) return { type: 'missing', what: 'heading', name: url };
	return { type: 'place', href: toHref(address) };
}

/** `#gr%C3%B6%C3%9Fe` and `#größe` are the same. */
function decode(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}
