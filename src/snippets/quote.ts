import type { Context } from './context.ts';

/** What no reader takes for anything but itself. */
const plain = /^[\p{L}\p{N}_@%+=:,./-]*$/u;

/** Writes a value so that whatever reads the place reads just the value. */
export function quote(value: string, { reader, quote }: Context): string {
	if (reader === 'comment') return value;
	if (reader === 'json') return JSON.stringify(value).slice(1, -1);
	if (quote === "'") return value.replaceAll("'", `'\\''`);
	if (quote === '"') return value.replace(/[\\"$`]/g, '\\$&');
	if (plain.test(value)) return value;
	if (reader === 'shell') return `'${value.replaceAll("'", `'\\''`)}'`;
	return value.replace(/[\\"'$`]/g, '\\$&');
}
