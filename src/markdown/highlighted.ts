import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { toHighlighted } from '../notes/notes.ts';

/**
 * Tells the highlighter the languages of fences as it knows them: `Dockerfile` and `docker-compose` are
 * coloured, too. Must stand behind what looks for what is said of snippets.
 */
export function remarkLanguages() {
	return (root: Root): void => {
		visit(root, 'code', (node) => {
			const name = toHighlighted(node.lang, node.value);
			if (name !== undefined) node.lang = name;
		});
	};
}
