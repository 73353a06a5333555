/** The part of the program that ranks by words; it is fetched behind the names. */
export { toNearest } from './near.ts';
export { toRanker } from './rank.ts';
