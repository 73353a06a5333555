import type { Reference } from './reference.ts';
import type { Citations } from './sources.ts';
import { renderFrame, renderList, renderText } from './markdown.ts';

/** What an instruction does to the image, as six short answers. */
export function renderGlance(
	instruction: Reference['instructions'][number],
	{ cite }: Citations,
): string {
	const { layer, acts, repeat, variables, inherited, override } = instruction;
	const { flag } = override;
	const facts = [
		{ label: 'Adds to the image', ...layer },
		{ label: 'Acts', ...acts },
		{ label: 'Written again', ...repeat },
		{ label: 'Variables expanded', ...variables },
		{ label: 'Inherited', ...inherited },
		{ label: 'Overridden at run', ...override },
	];
	const items = facts.map(({ label, is, detail, sources, checked }, index) => {
		const how =
			index === facts.length - 1 && flag !== undefined ? `, with ${renderText(flag)}` : '';
		return `*${label}* **${is}**${how}: ${renderText(detail)}${cite(sources, checked)}`;
	});
	return renderFrame('glance', renderList(items));
}
