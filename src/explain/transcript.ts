import type { Block, Explanation, Finding, Row, StageView } from './explanation.ts';
import { toText } from './words.ts';

/** An explanation as plain data, its sentences as text with code between backticks: `--json`. */
export function toPlain(explanation: Explanation): unknown {
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
		result: toRows(result),
		stages,
		lines: blocks.map(({ start, last, name, text, effect, rows: own, again }) => ({
			lines: start === last ? `${last}` : `${start}–${last}`,
			...{ name, text: toText(text), effect, details: toRows(own), again: again && toText(again) },
		})),
	};
}

function toRows(rows: readonly Row[]): string[] {
	return rows.map(({ label, text }) => [toText(label), toText(text)].filter(Boolean).join(': '));
}

/** An explanation as text for a terminal. */
export function renderText(explanation: Explanation): string {
	const { kind, summary, notices, findings, looked, result, stages, blocks } = explanation;
	const isClean = findings.length === 0 && looked.length > 0;
	return [
		toText(summary),
		...notices.map(({ line, text }) => `! ${toPlace(line)}${toText(text)}`),
		...toPart('Findings', findings.flatMap(renderFinding)),
		...(isClean ? ['', `Nothing was found. ${toText(looked)}`] : []),
		...toPart(
			'Result',
			toRows(result).map((row) => `  ${row}`),
		),
		...toPart('Stages', stages.length < 2 ? [] : stages.map(renderStage)),
		...toPart(kind === 'command' ? 'Word by word' : 'Line by line', blocks.flatMap(renderBlock)),
	].join('\n');
}

function toPlace(line: number | undefined): string {
	return line === undefined ? '' : `line ${line}: `;
}

function toPart(title: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

function renderFinding({ line, rule, text, why, instead, links }: Finding): string[] {
	const sources = links.map(({ href }) => href).filter((href) => href.startsWith('https://'));
	return [
		`  ${toPlace(line)}${rule}: ${[text, why].map(toText).join(' ').trim()}`,
		...(instead?.split('\n').map((row) => `    | ${row}`) ?? []),
		...sources.map((href) => `    ${href}`),
	];
}

function renderStage({ name, line, role, image }: StageView): string {
	return `  line ${line}: ${[name, role, image && `from ${image}`].filter(Boolean).join(', ')}`;
}

function renderBlock({ code, text, rows, again = [] }: Block): string[] {
	const said = [toText(text), ...toRows(rows), toText(again)].filter(Boolean);
	return ['', code, ...said.map((one) => `    ${one}`)];
}
