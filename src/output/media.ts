import postcss, { type AtRule, type Root } from 'postcss';

/** A style sheet in its two halves. */
export interface Halves {
	screen: Root;
	/** All of it for print, whatever the link to it says. */
	print: Root;
}

/** Takes apart what is for print alone, layer by layer, so that a screen does not wait for it. */
export function splitPrint(css: string): Halves {
	const screen = postcss.parse(css);
	const print = postcss.root();
	screen.walkAtRules(/^(?:media|page)$/, (rule) => {
		const isPrint = rule.name === 'page' || rule.params.trim() === 'print';
		if (!isPrint) return;
		const layer = findLayer(rule);
		rule.remove();
		if (layer === undefined) print.append(rule);
		else print.append(postcss.atRule({ name: 'layer', params: layer, nodes: [rule] }));
	});
	return { screen, print };
}

/**
 * The rules of the light theme for a page that no script has given a theme, which stands in the dark
 * one: for `(prefers-color-scheme: light)`, behind the sheet that they are taken from.
 */
export function toLight(screen: Root): Root {
	const light = screen.clone();
	light.walkRules((rule) => {
		const selectors = rule.selectors.filter((selector) => selector.includes('[data-theme=light]'));
		if (selectors.length === 0) rule.remove();
		else rule.selectors = selectors.map((each) => each.replaceAll('=light]', '=dark]'));
	});
	return dropEmpty(light);
}

/** Without rules and at-rules that hold nothing any more; `@layer a, b;` only gives an order. */
export function dropEmpty(root: Root): Root {
	root.walkAtRules((rule) => {
		if (rule.name === 'layer' && rule.nodes === undefined) return;
		if (rule.nodes?.length === 0) rule.remove();
	});
	return root;
}

function findLayer({ parent }: AtRule): string | undefined {
	if (parent?.type !== 'atrule') return undefined;
	const at = parent as AtRule;
	return at.name === 'layer' ? at.params : findLayer(at);
}
