import type { AnswerFacts, GuideFacts, Reference } from '../facts.ts';
import { renderMore } from '../addresses.ts';
import { sortBy } from '../options.ts';
import {
	escapeText,
	join,
	renderCode,
	renderFence,
	renderLinks,
	renderList,
	renderSection,
	renderSteps,
} from '../markdown.ts';
import { answerGroups } from '../schema/answer.ts';
import { guideGroups } from '../schema/guide.ts';
import { renderGroups, toDescription, toFolder, type SitePage } from './page.ts';

/** The page of all answers and one for each: an error or a question, why it is so and what to do. */
export function toAnswerPages(reference: Reference): SitePage[] {
	// By what they are about, errors before questions.
	const byKind = sortBy(reference.answers, ['error', 'question'], ({ kind }) => kind);
	const sorted = sortBy(byKind, answerGroups, ({ group }) => group);
	const list = renderGroups(sorted, renderAnswerItem);
	const index = {
		title: 'Answers',
		description: 'What Docker’s errors mean and what to do, and how to do what is often asked for.',
		body: join(['Paste an error into the search to get to its answer.', list]),
	};
	return toFolder('answer', index, sorted, (answer) => ({
		title: answer.title,
		description: toDescription(answer.cause),
		body: renderAnswer(answer, reference),
		example: answer.fix.find(({ code }) => code !== undefined)?.code,
	}));
}

/** The page of all guides and one for each: a short page on a topic. */
export function toGuidePages(reference: Reference): SitePage[] {
	const sorted = sortBy(reference.guides, guideGroups, ({ group }) => group);
	const index = {
		title: 'Guides',
		description: 'Short pages on a topic: volumes, networks, Compose files, whole Dockerfiles.',
		body: renderGroups(
			sorted,
			({ id, title, summary }) => `[${escapeText(title)}](/guides/${id}/): ${summary.trim()}`,
		),
	};
	return toFolder('guide', index, sorted, (guide) => ({
		title: guide.title,
		description: toDescription(guide.summary),
		body: renderGuide(guide, reference),
	}));
}

function renderAnswerItem({ id, title, messages: [message] }: AnswerFacts): string {
	const link = `[${escapeText(title)}](/answers/${id}/)`;
	return message === undefined ? link : `${link}\\\n${renderCode(toOneLine(message))}`;
}

function renderAnswer(answer: AnswerFacts, reference: Reference): string {
	const { messages, cause, fix, notes, links, checked } = answer;
	const steps = fix.map(({ text, language, code }) =>
		join([text, code === undefined ? '' : renderFence(language, code)]),
	);
	const [step = ''] = steps;
	return join([
		messages.length === 0 ? '' : renderFence('text wrap', messages.join('\n')),
		cause,
		renderSection(
			messages.length === 0 ? 'How' : 'Fix',
			steps.length === 1 ? step : renderSteps(steps),
		),
		renderSection('Good to know', renderList(notes)),
		renderMore(answer, reference, renderSection('Sources', renderLinks(links, checked))),
	]);
}

function renderGuide(guide: GuideFacts, reference: Reference): string {
	const { summary, sections, links, checked } = guide;
	const parts = sections
		.filter((section) => section.links.length > 0)
		.map(({ title, links }) => `${escapeText(title)}: ${renderLinks(links)}`);
	return join([
		summary,
		...sections.map(({ title, text }) => renderSection(title, text.trim())),
		renderMore(
			guide,
			reference,
			renderSection('Sources', join([renderLinks(links, checked), renderList(parts)])),
		),
	]);
}

function toOneLine(text: string): string {
	return text.trim().replace(/\s+/g, ' ');
}
