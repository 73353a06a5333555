import type { Finding, Rule } from './rule.ts';
import { findAttributes } from '../anchors.ts';
import { findNodes } from '../nodes.ts';
import { isElsewhere } from '../pictures.ts';
import { toPlace } from '../problem.ts';

export const imageIsHere: Rule = {
	name: 'image-is-here',
	severity: 'warning',
	meaning:
		'An image stands beside the notes. One of another site is shown as a link, because pages ask no other site for anything.',
	hint: 'Save it beside the notes and write its name.',
	example: {
		bad: '# Docker\n\n![Layers](https://docs.example/layers.png)\n',
		good: '# Docker\n\n[Layers](https://docs.example/layers.png)\n',
	},
	find: (outline) => {
		const found: (Omit<Finding, 'text'> & { url: string })[] = [];
		const defined = new Map<string, string>();
		for (const { identifier, url } of findNodes(outline.root, 'definition')) {
			if (!defined.has(identifier)) defined.set(identifier, url);
		}
		for (const node of findNodes(outline.root, 'image', 'imageReference')) {
			const url = node.type === 'image' ? node.url : defined.get(node.identifier);
			if (url !== undefined) found.push({ ...toPlace(node), url });
		}
		for (const { element, name, value, line, column } of findAttributes(outline)) {
			if (element === 'img' && name === 'src') found.push({ line, column, url: value });
		}
		return found.filter(({ url }) => isElsewhere(url)).map(toFinding);
	},
};

function toFinding({ url, ...place }: Omit<Finding, 'text'> & { url: string }): Finding {
	const text = url === '' ? 'image has no address' : `image \`${url}\` is on another site`;
	return { ...place, text };
}
