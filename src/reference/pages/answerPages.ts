import type { AnswerFacts, Reference } from '../facts.ts';
import { folders, renderRelated } from '../addresses.ts';
import {
	escapeText,
	join,
	renderCode,
	renderFence,
	renderFrame,
	renderLinks,
	renderList,
	renderSection,
	renderSteps,
	toTitle,
} from '../markdown.ts';
import { answerGroups } from '../schema/answer.ts';
import { toDescription, toFactPage, type SitePage } from './page.ts';

/** The page of all answers and one for each: an error or a question, why it is so and what to do. */
export function toAnswerPages(reference: Reference): SitePage[] {
	const { answers } = reference;
	const sorted = sortAnswers(answers);
	const index = toFactPage({
		id: folders.answers,
		title: 'Answers',
		description: 'What Docker’s errors mean and what to do, and how to do what is often asked for.',
		kind: 'answer',
		isIndex: true,
		parents: [],
		body: renderAnswers(sorted),
	});
	const pages = sorted.map((answer) =>
		toFactPage({
			id: `${folders.answers}/${answer.id}`,
			title: answer.title,
			description: toDescription(answer.cause),
			kind: 'answer',
			parents: [folders.answers],
			body: renderAnswer(answer, reference),
			file: answer.file,
			example: answer.fix.find(({ code }) => code !== undefined)?.code,
		}),
	);
	return answers.length === 0 ? [] : [index, ...pages];
}

/** By what they are about, errors before questions. */
function sortAnswers(answers: readonly AnswerFacts[]): AnswerFacts[] {
	return answerGroups.flatMap((group) => {
		const own = answers.filter((answer) => answer.group === group);
		return ['error', 'question'].flatMap((kind) => own.filter((answer) => answer.kind === kind));
	});
}

function renderAnswers(answers: readonly AnswerFacts[]): string {
	const sections = answerGroups.map((group) => {
		const items = answers
			.filter((answer) => answer.group === group)
			.map(({ id, title, messages }) => {
				const [message] = messages;
				const link = `[${escapeText(title)}](/${folders.answers}/${id}/)`;
				return message === undefined ? link : `${link}\\\n${renderCode(toOneLine(message))}`;
			});
		return renderSection(toTitle(group), renderList(items));
	});
	return join(['Paste an error into the search to get to its answer.', ...sections]);
}

function renderAnswer(answer: AnswerFacts, reference: Reference): string {
	const { messages, cause, fix, notes, related, links, checked } = answer;
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
		renderFrame(
			'more',
			join([
				renderSection('Related', renderRelated(related, reference)),
				renderSection('Sources', renderLinks(links, checked)),
			]),
		),
	]);
}

function toOneLine(text: string): string {
	return text.trim().replace(/\s+/g, ' ');
}
