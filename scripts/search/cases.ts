import { readFileSync } from 'node:fs';
import { z } from 'zod';

const address = z.string().startsWith('/');

const casesSchema = z.array(
	z.object({
		/** What somebody types. */
		query: z.string().min(1),
		/** The beginning of the address that must come first. */
		first: address,
		/** Others that may come first as well. */
		also: z.array(address).default([]),
	}),
);

/** One query with the answers that are right. */
export type Case = z.infer<typeof casesSchema>[number];

/** Asks for addresses, the best first, without base path. */
export type Ask = (query: string) => Promise<string[]>;

/** How well a way to search answers cases. */
export interface Score {
	/** Per cent of cases whose first hit is `first` or one of `also`. */
	first: number;
	/** Per cent of cases with `first` itself among the first three hits. */
	third: number;
	/** Cases that miss one of the two, with what came instead. */
	misses: { query: string; wanted: string; got: string[]; isFirst: boolean }[];
	/** Queries without any hit. */
	empty: string[];
}

/** Reads a file of cases. Throws with the first field that has another form. */
export function readCases(file: string | URL): Case[] {
	return casesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Asks all cases, one after the other as a reader would. */
export async function toScore(cases: readonly Case[], ask: Ask): Promise<Score> {
	const score: Score = { first: 0, third: 0, misses: [], empty: [] };
	for (const { query, first, also } of cases) {
		const got = await ask(query);
		const isFirst = [first, ...also].some((wanted) => got[0]?.startsWith(wanted));
		const isThird = got.slice(0, 3).some((href) => href.startsWith(first));
		score.first += isFirst ? 100 / cases.length : 0;
		score.third += isThird ? 100 / cases.length : 0;
		if (got.length === 0) score.empty.push(query);
		if (!isFirst || !isThird) score.misses.push({ query, wanted: first, got, isFirst });
	}
	return score;
}
