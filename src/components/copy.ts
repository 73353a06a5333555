const shown = 2000;

/** Gives every snippet of the page a button that puts the snippet on the clipboard. */
export function startCopying(): void {
	const status = document.createElement('div');
	status.className = 'sr-only';
	status.setAttribute('role', 'status');
	document.body.append(status);

	for (const code of document.querySelectorAll<HTMLElement>('.expressive-code pre, [data-copy]')) {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'copy';
		button.textContent = 'Copy';
		button.addEventListener('click', () => void copy(code, button, status));
		code.after(button);
	}
}

async function copy(code: HTMLElement, button: HTMLElement, status: HTMLElement): Promise<void> {
	const message = await write(code);
	button.textContent = message.label;
	status.textContent = message.spoken;
	setTimeout(() => {
		button.textContent = 'Copy';
		status.textContent = '';
	}, shown);
}

async function write(code: HTMLElement): Promise<{ label: string; spoken: string }> {
	try {
		await navigator.clipboard.writeText(toText(code));
		return { label: 'Copied', spoken: 'Copied' };
	} catch {
		// No permission, or no secure address: the reader's own key still works.
		getSelection()?.selectAllChildren(code);
		return { label: 'Selected', spoken: 'Selected. Copy it with your keyboard.' };
	}
}

/** The snippet as it stands in the notes: Expressive Code makes an element of each line. */
function toText(code: HTMLElement): string {
	const lines = [...code.querySelectorAll('.ec-line .code')];
	if (lines.length === 0) return code.textContent ?? '';
	return lines.map((line) => (line.textContent ?? '').replace(/\n$/, '')).join('\n');
}
