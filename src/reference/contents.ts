import type { SitePage } from './pages/page.ts';
import { escapeText, join, renderCode, renderFrame, renderList, renderTable } from './markdown.ts';

/** Gives each index of the notes the list of the pages right below it. */
export function addContents(pages: readonly SitePage[]): SitePage[] {
	const children = Map.groupBy(pages, ({ parents }) => parents.at(-1));
	return pages.map((page) => {
		if (!page.isIndex || page.line === undefined) return page;
		const below = children.get(page.id) ?? [];
		const list = page.kind === 'instruction' ? renderInstructions(below) : renderPages(below);
		return { ...page, body: join([page.body, list]) };
	});
}

function renderPages(pages: readonly SitePage[]): string {
	return renderList(
		pages.map(
			({ id, title, description }) => `[${escapeText(title)}](/${id}/): ${escapeText(description)}`,
		),
	);
}

function renderInstructions(pages: readonly SitePage[]): string {
	const rows = pages.map(({ id, title, description, example }) => [
		`[${escapeText(title)}](/${id}/)`,
		example === undefined ? '' : renderCode(example),
		escapeText(description),
	]);
	return renderFrame('stack', renderTable(['Instruction', 'Example', 'What it does'], rows));
}
