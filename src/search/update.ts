import type { Answer, Engine } from './engine.ts';
import type { Question } from './question.ts';
import type { View } from './view.ts';
import { isPage, writeAddress } from './address.ts';
import { kinds, type Kind } from './entry.ts';
import { renderCard } from './card.ts';
import { element } from './element.ts';
import { toGroups } from './group.ts';
import { isSame, toQuestion } from './question.ts';
import { readRecent } from './recent.ts';
import { setFailed } from './shell.ts';
import { showCount } from './status.ts';

/** What the results in view answer, by box. */
const shown = new WeakMap<HTMLElement, Question>();

/** Shows the answer to what the form asks now; an answer to an older question is thrown away. */
export async function update(view: View, engine: Engine): Promise<void> {
	const { box, form } = view;
	const question = toQuestion(form);
	const { query, kind, topic } = question;
	const isCurrent = () => isSame(question, toQuestion(form));
	if (isPage(box)) writeAddress(question);
	const isEmpty = query.trim() === '';
	showRecent(view, isEmpty);
	try {
		if (isEmpty) {
			await engine.browse(
				kind ?? toBrowsed(box),
				(hits) => {
					if (isCurrent()) showBrowsed(view, question, hits);
				},
				topic,
			);
			return;
		}
		await engine.ask(
			query,
			kind,
			(answer) => {
				if (isCurrent()) showAnswer(view, question, answer);
			},
			topic,
		);
		if (box.dataset['none'] !== undefined) await showNear(view, engine, query, isCurrent);
		setFailed(box, false);
	} catch {
		// The network is gone; what the names alone could answer stands there.
		if (isCurrent()) showFailed(view, question);
	}
}

async function showNear(view: View, engine: Engine, query: string, isCurrent: () => boolean) {
	const hits = await engine.guess(query);
	if (isCurrent()) view.list.show([{ kind: 'near', hits }], false);
}

function showFailed({ box, list, card, status }: View, question: Question): void {
	const before = shown.get(box);
	setFailed(box, true);
	showCount(status, '');
	if (before !== undefined && isSame(before, question)) return;
	card.replaceChildren();
	list.show([], false);
}

function showAnswer(view: View, question: Question, answer: Answer): void {
	const { box, base, list, card, status } = view;
	const { hits, texts, isComplete, isExact, isPartial } = answer;
	const before = shown.get(box);
	const isJoining = before !== undefined && isSame(before, question);
	shown.set(box, question);
	list.show(toGroups(hits, texts), isJoining);
	const [best] = hits;
	const content = isExact && best ? renderCard(best, base) : [];
	const isShown = isJoining && card.childElementCount === content.length;
	if (!isShown) card.replaceChildren(...content);
	const count = hits.length + texts.length;
	box.toggleAttribute('data-none', isComplete && count === 0);
	if (isComplete) showCount(status, toCount(count) + (isPartial ? toWarning() : ''));
}

function showBrowsed({ box, list, card, status }: View, { kind }: Question, hits: Answer['hits']) {
	shown.delete(box);
	box.removeAttribute('data-none');
	card.replaceChildren();
	list.show([{ kind: kind ?? toBrowsed(box), hits }], false);
	showCount(status, '');
}

/** What is listed while nothing is asked: the first kind that the site has. */
function toBrowsed({ dataset }: HTMLElement): Kind {
	return kinds.find((kind) => kind === dataset['browse']) ?? 'instruction';
}

/** The searches that led somewhere, as buttons; only while nothing is typed. */
function showRecent({ recent }: View, isEmpty: boolean): void {
	const queries = isEmpty ? readRecent() : [];
	const buttons = queries.map((query) => {
		const button = element('button', '', query);
		button.type = 'button';
		button.dataset['recent'] = query;
		return button;
	});
	recent.replaceChildren(...(buttons.length > 0 ? ['Recent: ', ...buttons] : []));
}

function toCount(count: number): string {
	if (count === 0) return 'Nothing found.';
	return count === 1 ? '1 result' : `${count} results`;
}

function toWarning(): string {
	return '. The full text could not be loaded.';
}
