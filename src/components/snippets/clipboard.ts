const shown = 2000;

/** Puts a text on the clipboard, and says on the button and to screen readers what came of it. */
export async function write(text: string, code: Element, button: HTMLElement): Promise<void> {
	const label = button.dataset['label'] ?? button.textContent ?? '';
	button.dataset['label'] = label;
	const isCopied = await put(text);
	// No permission, or no secure address: the reader's own key still works.
	if (!isCopied) getSelection()?.selectAllChildren(code);
	button.textContent = isCopied ? 'Copied' : 'Selected';
	say(isCopied ? 'Copied' : 'Selected. Copy it with your keyboard.');
	setTimeout(() => {
		button.textContent = label;
		say('');
	}, shown);
}

let status: HTMLElement | undefined;

/** Tells screen readers something. */
export function say(message: string): void {
	if (status === undefined) {
		status = document.createElement('div');
		status.className = 'sr-only';
		status.setAttribute('role', 'status');
		document.body.append(status);
	}
	status.textContent = message;
}

/** Puts a text on the clipboard; says whether it is there. */
export async function put(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
