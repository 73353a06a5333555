import postcss, { type Declaration, type Root } from 'postcss';

/** A longer value is said once, in its variable. */
const longest = 20;

/**
 * Puts variables of the whole page that have one value in place of their names, and takes out those
 * that nobody reads. `others` are given the values, too; `readers` stay as they are.
 */
export function foldVariables(
	sheet: Root,
	others: readonly Root[],
	readers: readonly Root[],
): void {
	dropBeaten(sheet);
	const own = [sheet, ...others];
	const all = [...own, ...readers];
	for (const [name, value] of findConstants(all)) {
		const use = `var(${name})`;
		for (const root of own) {
			root.walkDecls((declaration) => {
				declaration.value = declaration.value.replaceAll(use, value);
			});
		}
	}
	dropUnread(own, all);
}

/** What stands in a layer never wins over the same variable of the page outside of layers. */
function dropBeaten(sheet: Root): void {
	const own = new Set<string>();
	for (const node of sheet.nodes) {
		if (node.type !== 'rule' || node.selector !== ':root') continue;
		for (const child of node.nodes) {
			if (child.type === 'decl' && child.prop.startsWith('--')) own.add(child.prop);
		}
	}
	sheet.walkAtRules('layer', (layer) => {
		layer.walkDecls(/^--/, (declaration) => {
			if (own.has(declaration.prop) && isOfPage(declaration)) declaration.remove();
		});
	});
}

/** Short values without variables of their own, of variables that are set once, for the whole page. */
function findConstants(roots: readonly Root[]): Map<string, string> {
	const declarations = new Map<string, Declaration[]>();
	for (const root of roots) {
		root.walkDecls(/^--/, (each) => {
			declarations.set(each.prop, [...(declarations.get(each.prop) ?? []), each]);
		});
	}
	const constants = new Map<string, string>();
	for (const [name, [first, ...more]] of declarations) {
		if (!first || more.length > 0 || !isOfPage(first) || isConditional(first)) continue;
		if (first.value.length <= longest && !first.value.includes('var(')) {
			constants.set(name, first.value);
		}
	}
	return constants;
}

function dropUnread(own: readonly Root[], all: readonly Root[]): void {
	for (let isChanged = true; isChanged;) {
		isChanged = false;
		const read = new Set(all.flatMap((root) => String(root).match(/(?<=var\(\s*)--[\w-]+/g) ?? []));
		for (const root of own) {
			root.walkDecls(/^--/, (declaration) => {
				if (read.has(declaration.prop)) return;
				declaration.remove();
				isChanged = true;
			});
		}
	}
	for (const root of own) root.walkRules((rule) => void (rule.nodes.length === 0 && rule.remove()));
}

/** Whether a variable is set for the whole page, in whichever theme. */
function isOfPage({ parent }: Declaration): boolean {
	return (
		parent?.type === 'rule' &&
		(parent as postcss.Rule).selectors.every((selector) =>
			/^(?::root|html)?(?:\[data-theme=\w+\])?(?: ?::backdrop)?$/.test(selector),
		)
	);
}

/** Whether it holds in one theme or on some screens only. */
function isConditional(declaration: Declaration): boolean {
	for (let node = declaration.parent; node; node = node.parent as typeof node) {
		if (node.type === 'rule' && (node as postcss.Rule).selector.includes('[')) return true;
		if (node.type === 'atrule' && (node as postcss.AtRule).name !== 'layer') return true;
	}
	return false;
}
