/** How long a message stands before the count of results comes back, in milliseconds. */
const shown = 2000;

/** Says how many results there are; a message that stands there is not cut short. */
export function showCount(status: HTMLElement, text: string): void {
	status.dataset['count'] = text;
	if (status.dataset['said'] === undefined) status.textContent = text;
}

/** Says something for a moment; `done` is called when it is over. */
export function say(status: HTMLElement, text: string, done: () => void): void {
	const turn = String(Number(status.dataset['said'] ?? 0) + 1);
	status.dataset['said'] = turn;
	status.textContent = text;
	setTimeout(() => {
		done();
		if (status.dataset['said'] !== turn) return;
		delete status.dataset['said'];
		status.textContent = status.dataset['count'] ?? '';
	}, shown);
}
