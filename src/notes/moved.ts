import type { Topic } from './topic.ts';
import { toHref } from './address.ts';
import { flatten } from './outline.ts';

/** An address that something stood at, and where its readers are led now. */
export interface Redirect {
	/** The old page without slashes at the ends. */
	id: string;
	/** The address from the root of the site that stands for the whole old page. */
	to: string;
	/** By an old `#` part: its own address. */
	fragments: Record<string, string>;
}

/** What is wrong with an old address, at a file that says it. */
export interface MovedFault {
	/** The name of the topic whose hints say it. */
	topic: Topic;
	/** As it is written. */
	address: string;
	text: string;
	hint: string;
}

/** One old address with where it leads. */
interface Move {
	topic: Topic;
	address: string;
	id: string;
	fragment: string;
	to: string;
}

/** A page that stands: its address without slashes at the ends, and its parts. */
export interface Standing {
	id: string;
	headings: readonly { slug: string }[];
}

/** What old addresses became. */
export interface Moved {
	/** The pages that lead on. */
	redirects: Redirect[];
	/** Parts that are gone from pages that stand; the page itself says where they are. */
	parts: Redirect[];
	faults: MovedFault[];
}

/**
 * Where old addresses lead, as the files' hints say (`moved`). What stands in `pages` cannot lead
 * elsewhere, nor can what is `taken` by files that are no pages of notes.
 */
export function toRedirects(
	topics: readonly Topic[],
	pages: readonly Standing[],
	taken: ReadonlySet<string>,
): Moved {
	const standing = new Map(
		pages.map(({ id, headings }) => [id, new Set(headings.map(({ slug }) => slug))]),
	);
	const redirects = new Map<string, Redirect>();
	const parts = new Map<string, Redirect>();
	const faults: MovedFault[] = [];
	for (const { topic, address, id, fragment, to } of topics.flatMap(toMoves)) {
		const stands = fragment === '' ? standing.has(id) : standing.get(id)?.has(fragment);
		if (!/^\/(?:\S+\/)?(?:#\S+)?$/.test(address)) {
			const hint = 'Write it from the root of the site: `/git/undo/` or `/git/undo/#reset`.';
			faults.push({ topic, address, text: `\`${address}\` is no address`, hint });
		} else if (stands === true || (!standing.has(id) && (id === '' || taken.has(id)))) {
			const hint = 'Delete it: only an address that nothing stands at any more can lead elsewhere.';
			const what = fragment === '' ? `a page stands at \`/${id}/\`` : `\`${address}\` stands`;
			faults.push({ topic, address, text: what, hint });
		} else {
			const found = standing.has(id) ? parts : redirects;
			const known = found.get(id) ?? { id, to: '', fragments: {} };
			found.set(id, known);
			if (fragment === '') known.to = to;
			else known.fragments[fragment] = to;
		}
	}
	// A page of which only parts are named goes where the first of them goes.
	for (const redirect of redirects.values()) {
		redirect.to ||= Object.values(redirect.fragments)[0]?.replace(/#.*$/, '') ?? '/';
	}
	return { redirects: [...redirects.values()], parts: [...parts.values()], faults };
}

function toMoves(topic: Topic): Move[] {
	const { plan, hints } = topic;
	const sections = flatten([plan.root]);
	return Object.entries(hints.moved ?? {}).flatMap(([title, addresses]) => {
		const section = sections.find((one) => one.title === title);
		const place = section && plan.places.get(section);
		if (place === undefined) return [];
		return addresses.map((address) => {
			const [path = '', fragment = ''] = address.split('#', 2);
			const id = path.replace(/^\/|\/$/g, '');
			return { topic, address, id, fragment, to: toHref(place) };
		});
	});
}
