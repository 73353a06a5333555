import type { Nodes, Root } from 'mdast';

/** The nodes that have one of some types. */
export type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

/** Every rule asks for its nodes, and a tree of an outline never changes: it is walked once. */
const walked = new WeakMap<Root, readonly Nodes[]>();

/** A node and everything below it, in the order of the text. */
export function toNodes(node: Nodes): readonly Nodes[] {
	if (node.type !== 'root') return walk(node);
	const known = walked.get(node) ?? walk(node);
	walked.set(node, known);
	return known;
}

/** Those of them that have one of some types. */
export function findNodes<Type extends Nodes['type']>(
	node: Nodes,
	...types: readonly Type[]
): NodeOf<Type>[] {
	const isMeant = (one: Nodes): one is NodeOf<Type> => types.some((type) => type === one.type);
	return toNodes(node).filter(isMeant);
}

function walk(top: Nodes): Nodes[] {
	const nodes: Nodes[] = [];
	const add = (node: Nodes): void => {
		nodes.push(node);
		if ('children' in node) node.children.forEach(add);
	};
	add(top);
	return nodes;
}
