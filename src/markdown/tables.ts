import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Makes GFM tables readable for everyone: head cells say that they head a column, the first cell
 * of each row heads the row, and a table that is wider than the page scrolls in a frame of its own
 * that the keyboard reaches. In the frames `stack` and `matrix` the rows go below each other on a small
 * screen.
 */
export function rehypeTables() {
	return (root: Root): void => {
		visit(root, { tagName: 'div' }, (frame) => {
			const names = frame.properties['className'];
			const isStacked = ['stack', 'matrix'].some(
				(name) => Array.isArray(names) && names.includes(name),
			);
			if (!isStacked) return;
			visit(frame, { tagName: 'table' }, toStack);
		});
		visit(root, 'element', (node, index, parent) => {
			if (node.tagName !== 'table' || parent === undefined || index === undefined) return;
			visit(node, { tagName: 'tr' }, toHeadCells);
			parent.children[index] = toFrame(node);
			return SKIP;
		});
	};
}

/** A frame that scrolls around a table, which the keyboard reaches. */
export function toFrame(table: Element): Element {
	const properties = { className: ['table'], tabIndex: 0, role: 'group', ariaLabel: 'Table' };
	return { type: 'element', tagName: 'div', properties, children: [table] };
}

const roles: Readonly<Record<string, string>> = {
	table: 'table',
	thead: 'rowgroup',
	tbody: 'rowgroup',
	tr: 'row',
	th: 'columnheader',
	td: 'cell',
};

/**
 * Each cell knows the head of its column (`data-label`), and everything says what it is, because a
 * table that is not displayed as one is none for a screen reader.
 */
function toStack(table: Element): void {
	const labels: string[] = [];
	visit(table, 'element', (node) => {
		if (node.tagName === 'th') labels.push(toString(node));
		const role = roles[node.tagName];
		if (role !== undefined) node.properties['role'] = role;
	});
	visit(table, { tagName: 'tr' }, (row) => {
		for (const [index, cell] of toCells(row).entries()) {
			if (cell.tagName !== 'td') continue;
			if (index === 0) cell.properties['role'] = 'rowheader';
			else cell.properties['dataLabel'] = labels[index] ?? '';
		}
	});
}

function toHeadCells(row: Element): void {
	for (const [index, cell] of toCells(row).entries()) {
		if (cell.tagName === 'th') cell.properties['scope'] = 'col';
		else if (index === 0) {
			cell.tagName = 'th';
			cell.properties['scope'] = 'row';
		}
	}
}

function toCells({ children }: Element): Element[] {
	return children.filter((child) => child.type === 'element');
}
