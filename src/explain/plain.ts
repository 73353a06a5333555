import type { Explanation, Row, Sentence } from './model.ts';
import { toText } from './words.ts';

/** An explanation as plain data, its sentences as text with code between backticks: `--json`. */
export function toPlain(explanation: Explanation): unknown {
	const rows = (list: readonly Row[]) =>
		list.map(({ label, text }) => [toText(label), toText(text)].filter(Boolean).join(': '));
	const { kind, summary, notices, findings, looked, result, stages, blocks } = explanation;
	return {
		kind,
		summary: toText(summary),
		notices: notices.map(({ line, text }) => ({ line, text: toText(text) })),
		findings: findings.map(({ text, why, links, ...finding }) => ({
			...finding,
			...{ text: toText(text), why: toText(why), links: links.map(({ href }) => href) },
		})),
		looked: toText(looked),
		result: rows(result),
		stages,
		lines: blocks.map(({ start, last, name, text, effect, rows: own, again }) => ({
			lines: start === last ? `${last}` : `${start}–${last}`,
			...{ name, text: toText(text), effect, details: rows(own), again: again && toText(again) },
		})),
	};
}

/** An explanation as text for a terminal. */
export function renderText({
	summary,
	notices,
	findings,
	looked,
	result,
	stages,
	blocks,
}: Explanation): string {
	const at = (line: number | undefined) => (line === undefined ? '' : `line ${line}: `);
	const part = (title: string, lines: readonly string[]) =>
		lines.length === 0 ? [] : ['', `${title}:`, ...lines];
	return [
		toText(summary),
		...notices.map(({ line, text }) => `! ${at(line)}${toText(text)}`),
		...part(
			'Findings',
			findings.map(
				({ line, rule, text, why }) => `  ${at(line)}${rule}: ${toText(text)} ${toText(why)}`,
			),
		),
		...(findings.length === 0 && looked.length > 0
			? ['', `Nothing was found. ${toText(looked)}`]
			: []),
		...part(
			'Result',
			result.map(({ label, text }) => `  ${toText(label)}: ${toText(text)}`),
		),
		...part(
			'Stages',
			stages.length < 2
				? []
				: stages.map(
						({ name, line, role, image }) =>
							`  line ${line}: ${name}, ${role}${image === undefined ? '' : `, from ${image}`}`,
					),
		),
		...part(
			'Line by line',
			blocks.flatMap(({ code, text, rows, again }) => [
				'',
				code,
				...indent([
					text,
					...rows.map(({ label, text }): Sentence => [...label, ': ', ...text]),
					...(again ? [again] : []),
				]),
			]),
		),
	].join('\n');
}

function indent(sentences: readonly Sentence[]): string[] {
	return sentences.filter((one) => one.length > 0).map((one) => `    ${toText(one)}`);
}
