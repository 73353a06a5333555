import { toTyped } from '../snippets/session.ts';

/**
 * Everything that can be copied: blocks of Expressive Code, and what says so itself. What a correction
 * replaces cannot, nor an example of a mistake, nor what Docker prints.
 */
export const codes =
	'.expressive-code pre:not([data-language=text], .as-written *, .bad *), [data-copy]';

/** How long a button says what came of it, in milliseconds. */
const shown = 2000;

/** Gives every snippet of the page a button that puts it on the clipboard, as it is shown. */
export function startCopying(): void {
	addCopying(document);
	document.addEventListener('click', saveShown);
}

/** The same for a part of the page that has come later. */
export function addCopying(part: ParentNode): void {
	for (const code of part.querySelectorAll(codes)) {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'copy';
		button.textContent = button.title = 'Copy';
		button.addEventListener('click', () => void copy(code, button));
		code.after(button);
	}
}

/** Puts a text on the clipboard; says whether it is there. Without permission it is not. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}

/** Tells screen readers something. */
export function say(message: string): void {
	let status = document.querySelector('body > [role=status]');
	if (status === null) {
		status = document.createElement('div');
		status.className = 'sr-only';
		status.role = 'status';
		document.body.append(status);
	}
	status.textContent = message;
}

/** The lines of a snippet: Expressive Code makes an element of each. */
export function toLines(code: Element): Element[] {
	const lines = [...code.querySelectorAll('.ec-line .code')];
	return lines.length === 0 ? [code] : lines;
}

/** A snippet as it is shown; an empty line of Expressive Code holds a line break of its own. */
function toText(code: Element): string {
	return toLines(code)
		.map((line) => (line.textContent ?? '').replace(/\n$/, ''))
		.join('\n');
}

/** The button says what came of it, and screen readers hear it. */
async function copy(code: Element, button: HTMLElement): Promise<void> {
	const isCopied = await copyText(
		toTyped(toText(code), code.getAttribute('data-language') ?? undefined),
	);
	// No permission, or no secure address: the reader's own key still works.
	if (!isCopied) getSelection()?.selectAllChildren(code);
	button.textContent = isCopied ? 'Copied' : 'Selected';
	button.classList.add('is-done');
	say(isCopied ? 'Copied' : 'Selected. Copy it with your keyboard.');
	setTimeout(() => {
		button.textContent = 'Copy';
		button.classList.remove('is-done');
		say('');
	}, shown);
}

/**
 * “Save as Dockerfile” saves what is shown beside it, “Explain” explains it. What is saved goes as bytes
 * and not as text, because browsers put `.txt` behind the name of a text without an ending.
 */
function saveShown({ target }: MouseEvent): void {
	const chosen = 'a[download], a[href*="/explain/#"]';
	const link = target instanceof Element && target.closest<HTMLAnchorElement>(chosen);
	if (!link) return;
	const shown = link.closest('article') ?? link.closest('p.to-explain')?.previousElementSibling;
	const code = shown?.querySelector(codes);
	if (!code) return;
	if (!link.hasAttribute('download')) {
		link.hash = `t=${encodeURIComponent(`${toText(code)}\n`)}`;
		return;
	}
	const bytes = new Blob([`${toText(code)}\n`], { type: 'application/octet-stream' });
	link.href = URL.createObjectURL(bytes);
}
