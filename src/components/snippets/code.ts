/** Everything that can be copied: blocks of Expressive Code, and what says so itself. */
export const codes = '.expressive-code pre, [data-copy]';

/** The snippet as it stands in its source: Expressive Code makes an element of each line. */
export function toText(code: Element): string {
	const lines = [...code.querySelectorAll('.ec-line .code')];
	if (lines.length === 0) return code.textContent ?? '';
	return lines.map((line) => (line.textContent ?? '').replace(/\n$/, '')).join('\n');
}
