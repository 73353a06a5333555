import type { Notice } from './notice.ts';

/** How a report is written. */
export type Format = 'house' | 'compiler' | 'annotations';

const formats: Readonly<Record<Format, (notice: Notice) => string>> = {
	// What a build prints: `file:line: text (warning)`.
	house: ({ file, line, severity, text, hint }) => {
		const mark = severity === 'warning' ? ' (warning)' : '';
		return `${file}:${line}: ${text}${mark}${below(hint)}`;
	},
	// What compilers print and editors read: `file:line:column: severity: text [rule]`.
	compiler: ({ file, line, column = 1, severity, text, rule, hint }) => {
		const name = rule === undefined ? '' : ` [${rule}]`;
		return `${file}:${line}:${column}: ${severity}: ${text}${name}${below(hint)}`;
	},
	// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
	annotations: ({ file, line, column = 1, severity, text, rule, hint = '' }) => {
		const fields = { file, line, col: column, ...(rule !== undefined && { title: rule }) };
		const list = Object.entries(fields).map(([name, value]) => `${name}=${escapeField(value)}`);
		return `::${severity} ${list.join(',')}::${escapeText(`${text}. ${hint}`.trim())}`;
	},
};

/** Of more warnings than these that break one rule in one file, a build prints some. */
const most = 8;
const shown = 5;

/**
 * Notices as lines of text, one after the other; empty when there are none. What people read during a
 * build is folded, so that nothing drowns; programs get each.
 */
export function renderNotices(notices: readonly Notice[], format: Format): string {
	return (format === 'house' ? fold(notices) : notices).map(formats[format]).join('\n');
}

/** Counts the many warnings of one rule behind the first ones. */
function fold(notices: readonly Notice[]): Notice[] {
	const toKey = ({ file, rule, severity }: Notice) =>
		severity === 'warning' && rule !== undefined ? `${file}\n${rule}` : undefined;
	const groups = Map.groupBy(notices, toKey);
	const met = new Map<string, number>();
	return notices.flatMap((notice): Notice[] => {
		const key = toKey(notice);
		if (key === undefined) return [notice];
		const group = groups.get(key) ?? [];
		const at = met.get(key) ?? 0;
		met.set(key, at + 1);
		if (group.length <= most || at < shown) return [notice];
		if (at > shown) return [];
		const text = `${group.length - shown} more of this kind, the last in line ${group.at(-1)?.line}`;
		return [{ ...notice, text, hint: `\`npm run notes:check ${notice.file}\` names all.` }];
	});
}

function below(hint: string | undefined): string {
	return hint === undefined ? '' : `\n    ${hint}`;
}

function escapeText(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeField(value: string | number): string {
	return escapeText(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
