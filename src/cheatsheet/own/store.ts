import { keep, recall } from '../../components/memory.ts';

/** Where the browser keeps the own sheet: as the part of its address behind the `?`. */
const key = 'sheet';

/** What was kept; empty when nothing was, or when the browser keeps nothing. */
export function readStored(): string {
	return recall(key);
}

/** Keeps it; forgets it when it is empty. Browsers that keep nothing still have the address. */
export function store(query: string): void {
	keep(key, query);
}
