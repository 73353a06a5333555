import type { Context } from './context.ts';

/** What no reader takes for anything but itself. */
const plain = /^[\p{L}\p{N}_@%+=:,./-]*$/u;

/** Writes a value so that whatever reads the place reads just the value. */
export function quote(value: string, { reader, quote }: Context): string {
	if (reader === 'comment') return value;
	const string = JSON.stringify(value);
	if (reader === 'json' || (reader === 'yaml' && quote === '"')) return string.slice(1, -1);
	if (reader === 'yaml') return quote === '' ? string : value.replaceAll("'", "''");
	if (quote === "'") return value.replaceAll("'", `'\\''`);
	if (quote === '"') return value.replace(/[\\"$`]/g, '\\$&');
	if (plain.test(value)) return value;
	if (reader === 'shell') return `'${value.replaceAll("'", `'\\''`)}'`;
	return value.replace(/[\\"'$`]/g, '\\$&');
}
