import { plainNames, safeNames } from './schema.ts';
import { toTokens, type HtmlToken } from './tokens.ts';

/** Elements behind which words begin anew. */
const breaking = /^(?:br|p|div|li|tr|td|th|h[1-6]|summary|details|dt|dd|hr|caption)$/;

/** The words of raw HTML as a reader sees them: tags that act are gone, those that are text stay. */
export function toVisible(html: string): string {
	let text = '';
	let from = 0;
	for (const token of toTokens(html)) {
		text += html.slice(from, token.start) + toWords(token, html);
		from = token.end;
	}
	return text + html.slice(from);
}

/** Whether raw HTML is nothing but comments, which nobody sees. */
export function isUnseen(html: string): boolean {
	if (!html.includes('<!--')) return false;
	const tokens = toTokens(html);
	if (tokens.some(({ type }) => type !== 'comment' && type !== 'text')) return false;
	return toVisible(html).trim() === '';
}

function toWords({ type, name, start, end, attributes }: HtmlToken, html: string): string {
	if (type === 'text') return name;
	if (type === 'comment') return '';
	if (name === 'img') return attributes.find((one) => one.name === 'alt')?.value ?? '';
	if (breaking.test(name)) return ' ';
	return safeNames.has(name) || plainNames.has(name) ? '' : html.slice(start, end);
}
