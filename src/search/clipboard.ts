/** Puts a text on the clipboard and gives what to say about it. */
export async function copyText(text: string): Promise<string> {
	try {
		await navigator.clipboard.writeText(text);
		return 'Copied';
	} catch {
		// No permission, or no secure address.
		return 'Not copied: the browser does not allow it';
	}
}
