import type { TextFile } from '../input/files.ts';
import type { Message } from '../input/message.ts';
import type { Topic } from './plannedPages.ts';
import { toMessage } from '../input/message.ts';
import { toHref } from './targets.ts';
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

/** One old address with where it leads. */
interface Move {
	/** The file that says it. */
	owner: TextFile;
	/** From the root of the site, as it is written there or follows from it. */
	address: string;
	/** The address from the root of the site that stands for it now. */
	to: string;
}

/** A page that stands: its address without slashes at the ends, and its parts. */
export interface Standing {
	id: string;
	headings: readonly { slug: string }[];
}

/** A path from the root of the site, of names that folders may have, with a part or none. */
const isAddress = /^\/(?:(?!\.{1,2}\/)[\p{L}\p{M}\p{N}._~-]+\/)*(?:#[^\s"<>#]+)?$/u;

/** What old addresses became. */
export interface Moved {
	/** The pages that lead on. */
	redirects: Redirect[];
	/** Parts that are gone from pages that stand; the page itself says where they are. */
	parts: Redirect[];
	/** Old addresses that cannot lead on, as warnings. */
	messages: Message[];
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
	const messages: Message[] = [];
	for (const { owner, address, to } of topics.flatMap(toMoves)) {
		const { id, fragment } = toParts(address);
		const stands = fragment === '' ? standing.has(id) : standing.get(id)?.has(fragment);
		if (!isAddress.test(address)) {
			const hint = 'Write it from the root of the site: `/git/undo/` or `/git/undo/#reset`.';
			messages.push(toFault(owner, address, `\`${address}\` is no address`, hint));
		} else if (stands === true || (!standing.has(id) && (id === '' || taken.has(id)))) {
			const hint = 'Delete it: only an address that nothing stands at any more can lead elsewhere.';
			const what = fragment === '' ? `a page stands at \`/${id}/\`` : `\`${address}\` stands`;
			messages.push(toFault(owner, address, what, hint));
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
	return { redirects: [...redirects.values()], parts: [...parts.values()], messages };
}

function toMoves(topic: Topic): Move[] {
	const { plan, hints } = topic;
	const sections = flatten([plan.root]);
	return Object.entries(hints.moved ?? {}).flatMap(([title, addresses]) => {
		const section = sections.find((one) => one.title === title);
		const place = section && plan.places.get(section);
		if (place === undefined) return [];
		return addresses.map((address) => ({
			owner: toOwner(topic, address),
			...{ address, to: toHref(place) },
		}));
	});
}

/** Hints stand in front matter, or beside the notes. */
function toOwner({ file, text, beside }: Topic, address: string): TextFile {
	return beside?.text.includes(address) ? beside : { path: file, text };
}

/** The page of an address without slashes at the ends, and its `#` part. */
function toParts(address: string): { id: string; fragment: string } {
	const [path = '', fragment = ''] = address.split('#', 2);
	return { id: path.replace(/^\/|\/$/g, ''), fragment };
}

/** At the line that says it, of an address as a whole or of a former name. */
function toFault({ path, text }: TextFile, address: string, reason: string, note: string): Message {
	const name = address.split('/').at(-2) ?? '';
	const lines = text.split('\n');
	const isSaid = (words: string) => (line: string) => words !== '' && line.includes(words);
	const whole = lines.findIndex(isSaid(address));
	const line = whole < 0 ? lines.findLastIndex(isSaid(name)) : whole;
	const options = { file: path, line: Math.max(0, line) + 1, isWarning: true };
	return toMessage(options, `moved: ${reason}`, note);
}
