import type { Block, Explanation, Finding, Part, Row, Sentence } from './explanation.ts';
import { toPicture } from './picture.ts';
import { h, type ViewNode } from './node.ts';
import { count } from './words.ts';

/** An explanation as elements; a page makes them while the site is built, a browser when a text changes. */
export function toView(explanation: Explanation, toUrl: (path: string) => string): ViewNode[] {
	const { summary, notices, stages } = explanation;
	const show = (sentence: Sentence) => sentence.map((part) => toNode(part, toUrl));
	return [
		h('p', { class: 'explained-summary' }, ...show(summary)),
		...(notices.length === 0
			? []
			: [
					h(
						'ul',
						{ class: 'explained-notices' },
						...notices.map(({ line, text }) => h('li', {}, ...toLine(line), ...show(text))),
					),
				]),
		...toFindings(explanation, show),
		...toResult(explanation.result, show),
		...(stages.length < 2 ? [] : [h('h2', { id: 'stages' }, 'Stages'), toPicture(stages)]),
		...toBlocks(explanation, show),
	];
}

type Show = (sentence: Sentence) => ViewNode[];

function toNode(part: Part, toUrl: (path: string) => string): ViewNode {
	if (typeof part === 'string') return part;
	const inner = 'code' in part ? h('code', {}, part.code) : part.text;
	return part.href === undefined ? inner : h('a', { href: toAddress(part.href, toUrl) }, inner);
}

/** Only places of the site and pages of others: nothing of what a reader typed is ever an address. */
function toAddress(href: string, toUrl: (path: string) => string): string {
	return href.startsWith('https://') ? href : toUrl(href);
}

function toLine(line: number | undefined): ViewNode[] {
	return line === undefined ? [] : [h('a', { href: `#line-${line}` }, `Line ${line}`), ': '];
}

function toFindings({ findings, looked, kind }: Explanation, show: Show): ViewNode[] {
	if (looked.length === 0 || kind === 'nothing') return [];
	const title = h('h2', { id: 'findings' }, 'Findings');
	if (findings.length === 0) return [title, h('p', {}, 'Nothing was found. ', ...show(looked))];
	return [
		title,
		h('ol', { class: 'explained-findings' }, ...findings.map((one) => toFinding(one, show))),
		h(
			'details',
			{ class: 'explained-looked' },
			h('summary', {}, `${count(findings.length, 'finding')}; what was looked for`),
			h('p', {}, ...show(looked)),
		),
	];
}

function toFinding({ line, rule, kind, text, why, instead, links }: Finding, show: Show): ViewNode {
	const sources = links.flatMap(({ text, href }, at): ViewNode[] => [
		...(at === 0 ? [] : [' · ']),
		...show([{ text, href }]),
	]);
	const code =
		instead === undefined
			? []
			: [
					h('p', { class: 'explained-instead' }, 'Instead:'),
					h(
						'div',
						{ class: 'snippet' },
						h('pre', { 'data-copy': '', 'data-language': 'dockerfile', tabindex: '0' }, instead),
					),
				];
	const name = kind === 'check' ? [' ', h('span', { class: 'explained-rule' }, rule)] : [];
	return h(
		'li',
		{ class: kind === 'check' ? 'check' : 'watch' },
		h('p', {}, ...toLine(line), ...show(text), ...name),
		...(why.length === 0 ? [] : [h('p', {}, ...show(why))]),
		...code,
		...(sources.length === 0 ? [] : [h('p', { class: 'explained-sources' }, ...sources)]),
	);
}

function toResult(rows: readonly Row[], show: Show): ViewNode[] {
	if (rows.length === 0) return [];
	return [h('h2', { id: 'result' }, 'Result'), toTable(rows, show)];
}

function toTable(rows: readonly Row[], show: Show): ViewNode {
	const items = rows.map(({ label, text }) =>
		h('div', {}, h('dt', {}, ...show(label)), h('dd', {}, ...show(text))),
	);
	return h('dl', { class: 'explained-rows' }, ...items);
}

const effects = { layer: 'layer', metadata: 'settings', none: 'no layer' } as const;

function toBlocks({ blocks, kind }: Explanation, show: Show): ViewNode[] {
	if (blocks.length === 0) return [];
	const title = kind === 'command' ? 'Word by word' : 'Line by line';
	return [
		h('h2', { id: 'lines' }, title),
		h(
			'ol',
			{ class: `explained-lines ${kind}` },
			...blocks.map((block) => toBlock(block, show, kind)),
		),
	];
}

function toBlock(
	{ start, line, code, name, text, effect, href, rows, again }: Block,
	show: Show,
	kind: Explanation['kind'],
): ViewNode {
	const isNumbered = kind !== 'command';
	const lines = code
		.split('\n')
		.map((row, at) => h('span', isNumbered ? { 'data-line': String(start + at) } : {}, `${row}\n`));
	const tag =
		effect === undefined
			? []
			: [' ', h('span', { class: `explained-effect ${effect}` }, effects[effect])];
	const more =
		href === undefined
			? []
			: [' ', h('span', { class: 'explained-name' }, ...show([{ text: name, href }]))];
	const words = text.length === 0 ? [] : [h('p', {}, ...show(text), ...tag, ...more)];
	return h(
		'li',
		isNumbered ? { id: `line-${line}` } : {},
		h('pre', {}, h('code', {}, ...lines)),
		h(
			'div',
			{},
			...words,
			...(rows.length === 0 ? [] : [toTable(rows, show)]),
			...(again === undefined ? [] : [h('p', { class: 'explained-again' }, ...show(again))]),
		),
	);
}
