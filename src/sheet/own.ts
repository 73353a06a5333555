/** What a reader chose for an own sheet. */
export interface OwnSheet {
	/** The ids of cards, in the reader's order. */
	cards: string[];
	paper: (typeof choices.paper)[number];
	/** How the paper lies. */
	turn: (typeof choices.turn)[number];
	columns: (typeof choices.columns)[number];
	/** Of the type, in points. */
	size: (typeof choices.size)[number];
	ink: (typeof choices.ink)[number];
}

/** What can be chosen; the first of each is what holds when nothing is said. */
export const choices = {
	paper: ['a4', 'letter'],
	turn: ['landscape', 'portrait'],
	columns: ['4', '3', '2', '1', '5'],
	size: ['8', '7.5', '9', '10', '12'],
	ink: ['colour', 'black'],
} as const;

/** The name of a choice. */
export type Choice = keyof typeof choices;

/** The names of all choices. */
export const choiceNames = ['paper', 'turn', 'columns', 'size', 'ink'] as const satisfies Choice[];

/** The part of an address that names the cards. */
export const cardsKey = 'sheet';

/** What an address or the browser's memory says: a sheet, nothing, or something that is no sheet. */
export type Parsed = { type: 'sheet'; own: OwnSheet } | { type: 'none' } | { type: 'broken' };

/** Longer ones were not made here. */
const longest = 4000;

/** The sheet before anything was chosen. */
export function toEmpty(): OwnSheet {
	const [[paper], [turn], [columns], [size], [ink]] = [
		choices.paper,
		choices.turn,
		choices.columns,
		choices.size,
		choices.ink,
	];
	return { cards: [], paper, turn, columns, size, ink };
}

/**
 * Reads the part of an address behind the `?`. Whatever it holds, the answer holds only cards that
 * there are and values that can be chosen: one that is unknown makes the whole of it broken.
 */
export function parseOwn(query: string, known: ReadonlySet<string>): Parsed {
	if (query.length > longest) return { type: 'broken' };
	const params = new URLSearchParams(query);
	if (![cardsKey, ...choiceNames].some((name) => params.has(name))) return { type: 'none' };
	const cards = (params.get(cardsKey) ?? '').split('.').filter(Boolean);
	const isWhole = cards.every((id) => known.has(id)) && new Set(cards).size === cards.length;
	const own: OwnSheet = { ...toEmpty(), cards };
	const isChosen = choiceNames.every((name) => choose(own, name, params.get(name)));
	return isWhole && isChosen ? { type: 'sheet', own } : { type: 'broken' };
}

/** Sets one choice; says whether the value can be chosen. Nothing leaves it as it is. */
export function choose(own: OwnSheet, name: Choice, value: string | null): boolean {
	if (value === null) return true;
	const found = choices[name].find((choice) => choice === value);
	if (found === undefined) return false;
	Object.assign(own, { [name]: found });
	return true;
}

/** The part of an address that says the same; what nobody changed is left out. */
export function renderOwn(own: OwnSheet): string {
	const params = new URLSearchParams();
	if (own.cards.length > 0) params.set(cardsKey, own.cards.join('.'));
	for (const name of choiceNames) {
		if (own[name] !== choices[name][0]) params.set(name, own[name]);
	}
	return params.toString();
}
