import { readFacts } from './snippets.ts';

/** A page to use rather than to read. */
export interface Use {
	id: string;
	title: string;
}

/** The pages to use that the site has something on. */
export async function readUses(): Promise<Use[]> {
	const snippets = await readFacts('snippets');
	return [
		{ id: 'cheatsheet', title: 'Cheatsheet' },
		...(snippets.length > 0 ? [{ id: 'snippets', title: 'Snippets' }] : []),
	];
}
