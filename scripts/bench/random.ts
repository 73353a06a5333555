/** Numbers that look random and are the same on every run. */
export interface Random {
	/** A whole number from 0 to below `end`. */
	below: (end: number) => number;
	/** One of several things. Throws when there are none. */
	pick: <T>(things: readonly T[]) => T;
	/** The things in another order. */
	shuffle: <T>(things: readonly T[]) => T[];
}

/** Starts from a seed. Mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function toRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let bits = Math.imul(state ^ (state >>> 15), state | 1);
		bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
		return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (end: number): number => Math.floor(next() * end);
	return {
		below,
		pick: (things) => pick(things, below),
		shuffle: (things) => shuffle(things, below),
	};
}

function pick<T>(things: readonly T[], below: Random['below']): T {
	const [thing] = things.slice(below(things.length));
	if (thing === undefined) throw new Error('There is nothing to pick from.');
	return thing;
}

/** Fisher and Yates. */
function shuffle<T>(things: readonly T[], below: Random['below']): T[] {
	const order = [...things];
	for (let end = order.length; end > 1; end -= 1) {
		const at = below(end);
		const [last, other] = [order[end - 1], order[at]];
		if (last === undefined || other === undefined) continue;
		[order[end - 1], order[at]] = [other, last];
	}
	return order;
}
