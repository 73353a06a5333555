import { plainNames, safeNames, voidNames } from './schema.ts';
import { toTokens, type HtmlToken } from './tokens.ts';

/** What becomes of a tag: it acts as HTML, is shown as the text that it is, or vanishes. */
export type Fate = 'acts' | 'shown' | 'gone';

/** A tag or comment with its fate and, where something is wrong with it, what. */
export interface Matched extends HtmlToken {
	/** Which of the pieces it stands in. */
	piece: number;
	fate: Fate;
	/** Nothing closes it; nothing is open for it; it is not safe; or it stands where it may not. */
	wrong?: 'unclosed' | 'stray' | 'unsafe' | 'misplaced';
	/** Whether an end tag has to be put behind the piece: of a paragraph that nobody closed. */
	isEnded?: true;
}

/** Elements whose end tag may be left out where their parent ends or a sibling begins. */
const endless: Readonly<Record<string, ReadonlySet<string>>> = {
	p: new Set(),
	li: new Set(['li']),
	dt: new Set(['dt', 'dd']),
	dd: new Set(['dt', 'dd']),
	td: new Set(['td', 'th', 'tr', 'tbody', 'tfoot']),
	th: new Set(['td', 'th', 'tr', 'tbody', 'tfoot']),
	tr: new Set(['tr', 'tbody', 'tfoot']),
	thead: new Set(['tbody', 'tfoot']),
	tbody: new Set(['tbody', 'tfoot']),
	tfoot: new Set(),
};

/** No page needs more elements within each other, and programs that walk them run out of stack. */
const deepest = 50;

const rowGroups = ['thead', 'tbody', 'tfoot'];

/** Elements that may stand only right within some others. */
const parents: Readonly<Record<string, readonly string[]>> = {
	...{ li: ['ul', 'ol'], dt: ['dl', 'div'], dd: ['dl', 'div'], summary: ['details'] },
	...{ td: ['tr'], th: ['tr'], tr: ['table', ...rowGroups], caption: ['table'] },
	...{ thead: ['table'], tbody: ['table'], tfoot: ['table'], figcaption: ['figure'] },
};

/** Where a paragraph ends even if nobody closes it. */
const blocks: ReadonlySet<string> = new Set([
	...['blockquote', 'details', 'div', 'dl', 'figure', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'],
	...['ol', 'p', 'pre', 'table', 'ul'],
]);

/**
 * Decides what becomes of the tags in pieces of raw HTML that stand beside each other, with other
 * nodes between them or not. A tag acts only if it is safe and its counterpart is there too: so no
 * element reaches further than its author closed it.
 */
export function matchTags(pieces: readonly string[]): Matched[] {
	const tags = pieces.flatMap((html, piece) =>
		toTokens(html)
			.filter(({ type }) => type !== 'text')
			.map((token): Matched => ({ ...token, piece, fate: 'acts' })),
	);
	tags.forEach(judge);
	// What was kept apart by a tag that turns out to be text has to be matched anew.
	while (match(tags.filter(({ fate, type }) => fate === 'acts' && type !== 'comment'))) continue;
	return tags;
}

function judge(tag: Matched): void {
	if (tag.type === 'comment' || plainNames.has(tag.name)) tag.fate = 'gone';
	else if (!safeNames.has(tag.name)) show(tag, 'unsafe');
}

/** Matches what acts; tells whether some of it is text after all. */
function match(tags: readonly Matched[]): boolean {
	const open: Matched[] = [];
	const before = tags.filter(({ fate }) => fate === 'acts').length;
	for (const tag of tags) {
		delete tag.isEnded;
		if (isSlip(tag, open)) tag.type = 'close';
		if (tag.type === 'close') close(tag, open);
		else {
			end(tag, open);
			if (!voidNames.has(tag.name) && !tag.isSelfClosing) open.push(tag);
		}
		if (open.length > deepest) show(tag, 'misplaced');
	}
	for (const tag of open) {
		if (tag.name === 'p') tag.isEnded = true;
		else show(tag, 'unclosed');
	}
	return tags.filter(({ fate }) => fate === 'acts').length < before;
}

/** Whether somebody wrote `<a/>` for `</a>`: browsers end the link there. */
function isSlip({ name, isSelfClosing, attributes }: Matched, open: readonly Matched[]): boolean {
	const isBare = name === 'a' && isSelfClosing && attributes.length === 0;
	return isBare && open.some((one) => one.name === 'a');
}

/** Ends what ends where this tag begins, and notes whether it may stand in what is open still. */
function end(tag: Matched, open: Matched[]): void {
	for (let last = open.at(-1); last && ends(last.name, tag.name); last = open.at(-1)) open.pop();
	const allowed = parents[tag.name];
	if (allowed && !allowed.includes(open.at(-1)?.name ?? '')) tag.wrong = 'misplaced';
}

function ends(last: string, next: string): boolean {
	return last === 'p' ? blocks.has(next) : (endless[last]?.has(next) ?? false);
}

function close(tag: Matched, open: Matched[]): void {
	const at = open.findLastIndex(({ name }) => name === tag.name);
	if (at < 0) {
		show(tag, 'stray');
		// `</p>` behind a block that ended the paragraph already, `</br>`: nothing to read.
		if (voidNames.has(tag.name) || endless[tag.name]) tag.fate = 'gone';
		return;
	}
	const [own, ...within] = open.splice(at);
	// What stands where it may not is without effect, but its words stay.
	if (own?.wrong === 'misplaced') own.fate = tag.fate = 'gone';
	for (const inner of within) {
		if (endless[inner.name] === undefined || inner.wrong) show(inner, 'unclosed');
	}
}

function show(tag: Matched, wrong: Matched['wrong'] & string): void {
	tag.fate = 'shown';
	tag.wrong = wrong;
}
