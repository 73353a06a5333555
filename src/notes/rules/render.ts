import type { Example, Rule } from './rule.ts';
import { rules } from './table.ts';

/** All rules as Markdown: a table, then each rule with its meaning, its hint and an example. */
export function renderRules(): string {
	const head = '| rule | severity | in strict notes | can be silenced |\n| --- | --- | --- | --- |';
	const rows = rules.map(({ name, severity, strict = severity, isFirm }) => {
		const cells = [`[\`${name}\`](#${name})`, severity, strict, isFirm ? 'no' : 'yes'];
		return `| ${cells.join(' | ')} |`;
	});
	return [[head, ...rows].join('\n'), ...rules.map(renderRule)].join('\n\n');
}

function renderRule({ name, meaning, hint, example }: Rule): string {
	const parts = [`### ${name}`, `${meaning} ${hint}`, example && renderExample(example)];
	return parts.filter(Boolean).join('\n\n');
}

/** Longer marks than any within, because examples have fences of their own. */
function renderExample({ bad, good, given }: Example): string {
	const fence = (text: string) =>
		`\`\`\`\`markdown\n${text.replaceAll('\0', '␀').trimEnd()}\n\`\`\`\``;
	const wrong = bad === undefined ? 'There is no file.' : `Wrong:\n\n${fence(bad)}`;
	return [given, wrong, `Right:\n\n${fence(good)}`].filter(Boolean).join('\n\n');
}
