/** `$name`, `${name}` or `${name:-default}`; a backslash before the dollar keeps it as it is. */
const variable = /(?<!\\)\$(?:\{(\w+)(?:(:?[-+?])([^}]*)|[#%/][^}]*)?\}|(\w+))/g;

/** The variables that a text uses and that have no default of their own. */
export function findNames(text: string): string[] {
	return [...text.replace(/'[^']*'/g, '').matchAll(variable)]
		.filter(([, , operator]) => operator === undefined)
		.map(([, braced, , , bare]) => braced ?? bare ?? '');
}

/** A text with its variables replaced as BuildKit does; unknown ones become nothing. */
export function expand(text: string, values: ReadonlyMap<string, string>): string {
	const replace = (_: string, braced?: string, operator?: string, word = '', bare?: string) => {
		const value = values.get(braced ?? bare ?? '');
		if (operator?.endsWith('-')) return value || word;
		if (operator?.endsWith('+')) return value === undefined ? '' : word;
		return value ?? '';
	};
	return text.replace(variable, replace);
}
