import type { GuideFacts, Reference } from '../facts.ts';
import { folders, renderRelated } from '../addresses.ts';
import {
	escapeText,
	join,
	renderFrame,
	renderLinks,
	renderList,
	renderSection,
	toTitle,
} from '../markdown.ts';
import { guideGroups } from '../schema/guide.ts';
import { toDescription, toFactPage, type SitePage } from './page.ts';

/** The page of all guides and one for each: a short page on a topic. */
export function toGuidePages(reference: Reference): SitePage[] {
	const { guides } = reference;
	const sorted = guideGroups.flatMap((group) => guides.filter((guide) => guide.group === group));
	const index = toFactPage({
		id: folders.guides,
		title: 'Guides',
		description: 'Short pages on a topic: volumes, networks, Compose files, whole Dockerfiles.',
		kind: 'guide',
		isIndex: true,
		parents: [],
		body: renderGuides(sorted),
	});
	const pages = sorted.map((guide) =>
		toFactPage({
			id: `${folders.guides}/${guide.id}`,
			title: guide.title,
			description: toDescription(guide.summary),
			kind: 'guide',
			parents: [folders.guides],
			body: renderGuide(guide, reference),
			file: guide.file,
		}),
	);
	return guides.length === 0 ? [] : [index, ...pages];
}

function renderGuides(guides: readonly GuideFacts[]): string {
	return join(
		guideGroups.map((group) => {
			const items = guides
				.filter((guide) => guide.group === group)
				.map(
					({ id, title, summary }) =>
						`[${escapeText(title)}](/${folders.guides}/${id}/): ${summary.trim()}`,
				);
			return renderSection(toTitle(group), renderList(items));
		}),
	);
}

function renderGuide(guide: GuideFacts, reference: Reference): string {
	const { summary, sections, related, links, checked } = guide;
	const parts = sections
		.filter((section) => section.links.length > 0)
		.map(({ title, links }) => `${escapeText(title)}: ${renderLinks(links)}`);
	return join([
		summary,
		...sections.map(({ title, text }) => renderSection(title, text.trim())),
		renderFrame(
			'more',
			join([
				renderSection('Related', renderRelated(related, reference)),
				renderSection('Sources', join([renderLinks(links, checked), renderList(parts)])),
			]),
		),
	]);
}
