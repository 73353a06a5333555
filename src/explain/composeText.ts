import {
	isAlias,
	isMap,
	isScalar,
	LineCounter,
	parseDocument,
	type Pair,
	type YAMLMap,
} from 'yaml';
import type { Block, ExplainFacts, Explanation, Finding } from './model.ts';
import { code, count, say, shorten } from './words.ts';

/** The names that tell a Compose file from other YAML. */
const marks: readonly string[] = ['services', 'include'];

/** Explains a text that is read as a Compose file; nothing when it is another kind of YAML. */
export function explainCompose(source: string, facts: ExplainFacts): Explanation | undefined {
	const lines = new LineCounter();
	const document = parseDocument(source, {
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: false,
	});
	const map = document.contents;
	if (!isMap(map) || !marks.some((name) => map.has(name))) return undefined;
	const rows = source.replace(/^\uFEFF/, '').split(/\r?\n/);
	const reader: Reader = { rows, lines, facts, blocks: [], findings: [], unknown: [] };
	for (const pair of map.items) readTop(pair, reader);
	const { blocks, findings, unknown } = reader;
	const services = map.get('services');
	const number = isMap(services) ? services.items.length : 0;
	return {
		kind: 'compose',
		summary: say`A Compose file of ${count(rows.length - (rows.at(-1) === '' ? 1 : 0), 'line')} with ${count(number, 'service')}.`,
		notices: [
			...document.errors.map(({ message, pos }) => ({
				line: lines.linePos(pos[0]).line,
				text: [`This is not YAML: ${message.split('\n')[0] ?? ''}`],
			})),
			...unknown,
		],
		...{
			findings,
			looked: ['Looked for: images without a fixed tag, and keys that are obsolete or unknown.'],
		},
		...{ result: [], stages: [], blocks },
	};
}

interface Reader {
	rows: readonly string[];
	lines: LineCounter;
	facts: ExplainFacts;
	blocks: Block[];
	findings: Finding[];
	unknown: Explanation['notices'];
}

type Part = 'file' | 'service' | 'build';

function readTop(pair: Pair, reader: Reader): void {
	const name = toName(pair);
	const { value } = pair;
	const isServices = name === 'services' && isMap(value);
	add(pair, 'file', name, reader, isServices);
	if (name === 'version') {
		const { line } = reader.blocks.at(-1) ?? { line: 1 };
		const { url, keys } = reader.facts.compose.file;
		reader.findings.push({
			...{ rule: 'version', kind: 'watch out', line, text: say`${code('version')} has no effect.` },
			...{ why: [keys['version'] ?? ''], links: [{ text: 'Compose file reference', href: url }] },
		});
	}
	if (!isServices) return;
	for (const service of value.items) readService(service, reader);
}

function readService(service: Pair, reader: Reader): void {
	const name = toName(service);
	const { value } = service;
	const line = toLine(service, reader);
	const text = say`Service ${code(name)}.`;
	reader.blocks.push({ ...cutLines(line, line, reader), name: '', text, rows: [] });
	if (!isMap(value)) return;
	for (const pair of value.items) {
		const key = toName(pair);
		const isBuild = key === 'build' && isMap(pair.value);
		add(pair, 'service', key, reader, isBuild);
		if (key === 'image') findUntagged(pair, value, reader);
		if (isBuild)
			for (const inner of (pair.value as YAMLMap).items) add(inner, 'build', toName(inner), reader);
	}
}

function findUntagged(pair: Pair, service: YAMLMap, { findings, facts, lines }: Reader): void {
	const image = isScalar(pair.value) ? String(pair.value.value) : '';
	const fact = facts.facts['from/no-tag-means-latest'];
	const last = image.replace(/^.*\//, '');
	const isFixed =
		last.includes('@') || image.includes('$') || (last.includes(':') && !last.endsWith(':latest'));
	if (image === '' || isFixed || service.has('build') || fact === undefined) return;
	findings.push({
		...{
			rule: 'no-tag',
			kind: 'watch out',
			line: startOf(pair, lines),
			text: say`${code(image)} has no fixed tag.`,
		},
		...{ why: [fact.text], links: [{ text: 'More', href: fact.href }, ...fact.links] },
	});
}

/** A key with what it does, and with all its lines unless more is said of those. */
function add(pair: Pair, part: Part, name: string, reader: Reader, isOpen = false): void {
	const { url, keys } = reader.facts.compose[part];
	const line = toLine(pair, reader);
	const last = isOpen ? line : Math.max(line, toLast(pair, reader));
	const meaning = Object.hasOwn(keys, name) ? keys[name] : undefined;
	const isKnown = meaning !== undefined || name.startsWith('x-') || name === '<<';
	const extra =
		name === '<<'
			? 'Takes over the keys of an anchor.'
			: 'Compose ignores keys that begin with x-.';
	const href = part === 'file' ? url : `${url}#${name}`;
	if (!isKnown)
		reader.unknown.push({
			line,
			text: say`The reference has no key ${code(shorten(name, 40))} here.`,
		});
	reader.blocks.push({
		...cutLines(line, last, reader),
		name,
		text: meaning === undefined ? (isKnown ? [extra] : []) : toPlain(meaning),
		rows: [],
		...(meaning !== undefined && { href }),
	});
}

function toPlain(text: string): Block['text'] {
	return text
		.split(/(`[^`]+`)/)
		.filter(Boolean)
		.map((one) => (one.startsWith('`') ? { code: one.slice(1, -1) } : one));
}

function cutLines(line: number, last: number, { rows }: Reader) {
	return { start: line, last, line, code: rows.slice(line - 1, last).join('\n') };
}

function toName({ key }: Pair): string {
	return isScalar(key) ? String(key.value) : '';
}

function toLine(pair: Pair, { lines }: Reader): number {
	return startOf(pair, lines);
}

function startOf({ key }: Pair, lines: LineCounter): number {
	return isScalar(key) && key.range ? lines.linePos(key.range[0]).line : 1;
}

/** The last line of a key's value that is not empty. */
function toLast({ value }: Pair, { lines, rows }: Reader): number {
	const hasRange =
		isMap(value) ||
		isScalar(value) ||
		isAlias(value) ||
		(typeof value === 'object' && value !== null);
	const range = hasRange ? (value as { range?: [number, number, number] }).range : undefined;
	if (!range) return 1;
	let { line } = lines.linePos(Math.max(range[0], range[1] - 1));
	while (line > 1 && rows[line - 1]?.trim() === '') line -= 1;
	return line;
}
