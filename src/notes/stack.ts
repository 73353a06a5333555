import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Lets the style sheet set the rows of a wide table below each other on a small screen: each cell
 * knows the head of its column (`data-label`), and everything says what it is, because a table that
 * is not displayed as one is none for a screen reader. Only tables in a frame `stack`; must stand
 * before the plugin that frames tables.
 */
export function rehypeStack() {
	return (root: Root): void => {
		visit(root, { tagName: 'div' }, (frame) => {
			const names = frame.properties['className'];
			if (!Array.isArray(names) || !names.includes('stack')) return;
			visit(frame, { tagName: 'table' }, toStack);
		});
	};
}

const roles: Readonly<Record<string, string>> = {
	table: 'table',
	thead: 'rowgroup',
	tbody: 'rowgroup',
	tr: 'row',
	th: 'columnheader',
	td: 'cell',
};

function toStack(table: Element): void {
	const labels: string[] = [];
	visit(table, { tagName: 'th' }, (cell) => {
		labels.push(toText(cell));
	});
	visit(table, 'element', (node) => {
		const role = roles[node.tagName];
		if (role !== undefined) node.properties['role'] = role;
	});
	visit(table, { tagName: 'tr' }, (row) => {
		const cells = row.children.filter((child) => child.type === 'element');
		for (const [index, cell] of cells.entries()) {
			if (cell.tagName !== 'td') continue;
			if (index === 0) cell.properties['role'] = 'rowheader';
			else cell.properties['dataLabel'] = labels[index] ?? '';
		}
	});
}

function toText(cell: Element): string {
	let text = '';
	visit(cell, 'text', (node) => {
		text += node.value;
	});
	return text;
}
