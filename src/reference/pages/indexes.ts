import type { PlacedCorrection } from '../corrections.ts';
import type { Reference } from '../facts.ts';
import type { Topic } from '../../notes/notes.ts';
import { toHref, flatten } from '../../notes/notes.ts';
import { renderProof } from '../corrections.ts';
import {
	escapeText,
	join,
	renderAnchor,
	renderCode,
	renderFence,
	renderFrame,
	renderList,
	renderStack,
} from '../markdown.ts';
import { toFactPage, type SitePage } from './page.ts';

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
			({ id, title, description }) =>
				`[${escapeText(title)}](/${id}/)${description && `: ${escapeText(description)}`}`,
		),
	);
}

function renderInstructions(pages: readonly SitePage[]): string {
	const rows = pages.map(({ id, title, description, example }) => [
		`[${escapeText(title)}](/${id}/)`,
		example === undefined ? '' : renderCode(example),
		escapeText(description),
	]);
	return renderStack(['Instruction', 'Example', 'What it does'], rows);
}

/** The page of all corrections to the notes; none without any. */
export function toCorrectionsPages(
	topics: readonly Pick<Topic, 'plan'>[],
	reference: Pick<Reference, 'tables'>,
	placed: readonly PlacedCorrection[],
): SitePage[] {
	const corrections = [...new Set(placed.map(({ correction }) => correction))];
	if (corrections.length === 0) return [];
	const items = corrections.map((correction) => {
		const { id, at, text, verdict, snippet } = correction;
		const places = at.map(
			({ heading, quote }) =>
				`“${escapeText(quote)}” in [${escapeText(heading)}](${toHeadingHref(topics, heading)})`,
		);
		const lead = `**${places.join('; ')}** (${verdict})${renderAnchor(id)}`;
		const code = snippet ? renderFence(snippet.language, snippet.code) : '';
		return join([lead, text, code, renderProof(correction, reference)]);
	});
	const lead =
		'The notes stay as their author wrote them. What does not hold, or not any more, is said ' +
		`beside them. These are all ${corrections.length} corrections, in the order of the notes.`;
	const page = toFactPage({
		id: 'corrections',
		title: 'Corrections to the notes',
		description: 'What the notes say that does not hold, or not any more, and what does.',
		kind: 'concept',
		isIndex: true,
		parents: [],
		body: join([lead, renderFrame('corrections', renderList(items))]),
		file: 'src/content/corrections.yaml',
	});
	return [page];
}

function toHeadingHref(topics: readonly Pick<Topic, 'plan'>[], heading: string): string {
	for (const { plan } of topics) {
		const section = flatten([plan.root]).find(({ title }) => title === heading);
		const place = section && plan.places.get(section);
		if (place) return toHref(place);
	}
	return '/';
}
