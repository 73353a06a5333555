import type { Block, Explanation, Finding, Part, Row, Sentence } from './explanation.ts';
import { toPicture } from './picture.ts';
import { h, withAttributes, type ViewElement, type ViewNode } from './node.ts';
import { count } from './words.ts';

type Show = (sentence: Sentence) => ViewNode[];

/** An explanation as elements; a page makes them while the site is built, a browser when a text changes. */
export function toView(explanation: Explanation, toUrl: (path: string) => string): ViewNode[] {
	const { summary, notices, result, stages } = explanation;
	const show: Show = (sentence) => sentence.map((part) => toNode(part, toUrl));
	const items = notices.map(({ line, text }) => h('li', ...toLine(line), ...show(text)));
	return [
		h('p.explained-summary', ...show(summary)),
		...some(items, h('ul.explained-notices', ...items)),
		...toFindings(explanation, show),
		...some(result, toTitle('result', 'Result'), toTable(result, show)),
		...some(stages.slice(1), toTitle('stages', 'Stages'), toPicture(stages)),
		...toBlocks(explanation, show),
	];
}

/** Elements that stand only where there is something to show. */
function some(things: readonly unknown[], ...elements: ViewElement[]): ViewElement[] {
	return things.length === 0 ? [] : elements;
}

function toTitle(id: string, words: string): ViewElement {
	return withAttributes(h('h2', words), { id });
}

function toNode(part: Part, toUrl: (path: string) => string): ViewNode {
	if (typeof part === 'string') return part;
	const inner = 'code' in part ? h('code', part.code) : part.text;
	if (part.href === undefined) return inner;
	// Only places of the site and pages of others: nothing of what a reader typed is ever an address.
	const href = part.href.startsWith('https://') ? part.href : toUrl(part.href);
	return withAttributes(h('a', inner), { href });
}

function toLine(line: number | undefined): ViewNode[] {
	if (line === undefined) return [];
	return [withAttributes(h('a', `Line ${line}`), { href: `#line-${line}` }), ': '];
}

function toFindings({ findings, looked, kind }: Explanation, show: Show): ViewNode[] {
	if (looked.length === 0 || kind === 'nothing') return [];
	const title = toTitle('findings', 'Findings');
	if (findings.length === 0) return [title, h('p', 'Nothing was found. ', ...show(looked))];
	const summary = h('summary', `${count(findings.length, 'finding')}; what was looked for`);
	return [
		title,
		h('ol.explained-findings', ...findings.map((one) => toFinding(one, show))),
		h('details.quiet', summary, h('p', ...show(looked))),
	];
}

function toFinding({ line, rule, kind, text, why, instead, links }: Finding, show: Show): ViewNode {
	const sources = links.flatMap((link, at): ViewNode[] => [
		...(at === 0 ? [] : [' · ']),
		...show([link]),
	]);
	const corrected = { 'data-copy': '', 'data-language': 'dockerfile', tabindex: '0' };
	const name = kind === 'check' ? [' ', h('span.quiet', rule)] : [];
	const code = h('div.snippet', withAttributes(h('pre', instead ?? ''), corrected));
	return h(
		kind === 'check' ? 'li.check' : 'li.watch',
		h('p', ...toLine(line), ...show(text), ...name),
		...some(why, h('p', ...show(why))),
		...(instead === undefined ? [] : [h('p.quiet', 'Instead:'), code]),
		...some(sources, h('p.quiet', ...sources)),
	);
}

function toTable(rows: readonly Row[], show: Show): ViewElement {
	const items = rows.map(({ label, text }) =>
		h('div', h('dt', ...show(label)), h('dd', ...show(text))),
	);
	return h('dl.explained-rows', ...items);
}

const effects = { layer: 'layer', metadata: 'settings', none: 'no layer' } as const;

function toBlocks({ blocks, kind }: Explanation, show: Show): ViewNode[] {
	const isNumbered = kind !== 'command';
	const items = blocks.map((block) => toBlock(block, show, isNumbered));
	const title = toTitle('lines', isNumbered ? 'Line by line' : 'Word by word');
	return some(blocks, title, h(`ol.explained-lines.${kind}`, ...items));
}

function toBlock(block: Block, show: Show, isNumbered: boolean): ViewNode {
	const { start, line, code, name, text, effect, href, rows, again = [] } = block;
	const lines = code.split('\n').map((row, at) => {
		const span = h('span', `${row}\n`);
		return isNumbered ? withAttributes(span, { 'data-line': String(start + at) }) : span;
	});
	const tag = effect ? [' ', h(`span.explained-effect.${effect}`, effects[effect])] : [];
	const more = href ? [' ', h('span.quiet', ...show([{ text: name, href }]))] : [];
	const item = h(
		'li',
		h('pre', h('code', ...lines)),
		h(
			'div',
			...some(text, h('p', ...show(text), ...tag, ...more)),
			...some(rows, toTable(rows, show)),
			...some(again, h('p.quiet', ...show(again))),
		),
	);
	return isNumbered ? withAttributes(item, { id: `line-${line}` }) : item;
}
