import { toTyped } from '../../snippets/session.ts';
import { toUnits, type Unit } from '../../snippets/units.ts';
import { say, write } from './clipboard.ts';
import { toText } from './code.ts';
import { toRange } from './ranges.ts';

/** One instruction or command of a snippet that can be copied alone. */
interface Line {
	text: string;
	range: Range;
}

/** The button of a snippet, with the line that it copies; -1: none. */
interface View {
	code: HTMLElement;
	button: HTMLElement;
	chosen: number;
}

/**
 * Lets one line of a snippet be copied: a button comes up at the line under the pointer or the
 * finger; with the keyboard, the arrow keys choose a line and Enter copies it. Gives what chooses the
 * line at a height of the window.
 */
export function startLines(code: HTMLElement): (y: number) => void {
	const frame = code.parentElement;
	if (frame === null || code.tagName !== 'PRE' || toUnits(toText(code)).length < 2) {
		return () => undefined;
	}
	const view: View = { code, button: create(), chosen: -1 };
	frame.append(view.button);
	view.button.addEventListener('click', () => copy(view));
	// The snippet keeps the focus, or the button would go before it is clicked.
	view.button.addEventListener('mousedown', (event) => event.preventDefault());
	code.addEventListener('pointermove', ({ clientY }) => choose(view, findAt(code, clientY)));
	// A finger always leaves; what it has chosen stays.
	frame.addEventListener('pointerleave', ({ pointerType }) => {
		if (pointerType !== 'touch') choose(view, -1);
	});
	code.addEventListener('blur', () => choose(view, -1));
	code.addEventListener('keydown', (event) => chooseByKey(event, view));
	return (y) => void choose(view, findAt(code, y));
}

function create(): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'copy copy-line';
	button.textContent = 'Copy line';
	button.tabIndex = -1;
	button.hidden = true;
	return button;
}

function choose(view: View, at: number): Line | undefined {
	const line = toLines(view.code)[at];
	const frame = view.code.parentElement?.getBoundingClientRect();
	view.chosen = at;
	view.button.hidden = line === undefined;
	if (line && frame) {
		view.button.style.top = `${line.range.getBoundingClientRect().top - frame.top - 3}px`;
	}
	return line;
}

function copy({ code, button, chosen }: View): void {
	const line = toLines(code)[chosen];
	if (line) void write(toTyped(line.text), code, button);
}

function chooseByKey(event: KeyboardEvent, view: View): void {
	if (event.target !== view.code || event.ctrlKey || event.metaKey || event.altKey) return;
	if (event.key === 'Enter') copy(view);
	const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
	const step = steps[event.key];
	const lines = toLines(view.code);
	const next = view.chosen + (step ?? 0);
	// At both ends the keys scroll the page again.
	if (step === undefined || next < -1 || next >= lines.length) return;
	event.preventDefault();
	const line = choose(view, next);
	if (line) say(`Line ${next + 1} of ${lines.length}: ${line.text}. Enter copies it.`);
}

/** The lines as they are now: the reader's own names may have come in. */
function toLines(code: HTMLElement): Line[] {
	const lines = toText(code).split('\n');
	const offsets = lines.map((_, at) =>
		lines.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0),
	);
	return toUnits(lines.join('\n')).map(({ first, last }: Unit) => {
		const text = lines.slice(first, last + 1).join('\n');
		const start = offsets[first] ?? 0;
		return { text, range: toRange(code, start, start + text.length) };
	});
}

function findAt(code: HTMLElement, y: number): number {
	return toLines(code).findIndex(({ range }) => {
		const { top, bottom } = range.getBoundingClientRect();
		return top - 2 <= y && y <= bottom + 2;
	});
}
