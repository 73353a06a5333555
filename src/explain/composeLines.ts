import type { Block, ExplainFacts, Explanation, Finding } from './explanation.ts';
import { toUntagged } from './imageWatches.ts';
import { code, count, say, shorten, toSentence } from './words.ts';

/** A key of YAML in block style: where it stands, and what stands behind its colon. */
interface Key {
	name: string;
	value: string;
	indent: number;
	line: number;
	/** The last line of its value. */
	last: number;
}

const key =
	/^( *)(?:"([^"]*)"|'([^']*)'|([^\s"'#[\]{}&*!|>@%,-][^#]*?|<<|-[^\s#][^#]*?))\s*:(?=\s|$)\s*(.*)$/;

/** Whether a text is read as a Compose file. */
export function isCompose(source: string): boolean {
	return /^(?:services|include)\s*:/m.test(source);
}

/**
 * Explains a Compose file by its keys, which stand in block style as people write them: values are not
 * looked into, so that a page needs no parser of YAML, which is bigger than all the rest.
 */
export function explainCompose(source: string, facts: ExplainFacts): Explanation {
	const rows = source.replace(/^\uFEFF/, '').split(/\r*\n/);
	const reader: Reader = { rows, facts, blocks: [], findings: [], unknown: [] };
	const all = toKeys(rows, reader);
	const top = childrenOf(undefined, all);
	for (const one of top) readTop(one, all, reader);
	const services = childrenOf(
		top.find(({ name }) => name === 'services'),
		all,
	);
	const lines = count(rows.length - (rows.at(-1) === '' ? 1 : 0), 'line');
	const { blocks, findings, unknown } = reader;
	return {
		kind: 'compose',
		summary: say`A Compose file of ${lines} with ${count(services.length, 'service')}.`,
		notices: unknown.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
		findings,
		looked: say`Looked for: images without a fixed tag, and keys that are obsolete or unknown. Values are not checked; ${code('docker compose config')} reads them all.`,
		...{ result: [], stages: [], blocks },
	};
}

interface Reader {
	rows: readonly string[];
	facts: ExplainFacts;
	blocks: Block[];
	findings: Finding[];
	unknown: Explanation['notices'];
}

/** All keys with their lines; what cannot be read so is told. */
function toKeys(rows: readonly string[], { unknown }: Reader): Key[] {
	const keys: Key[] = [];
	const note = (line: number, text: string) => unknown.push({ line, text: [text] });
	// Lines that are further in than this one belong to its value.
	let inner = Infinity;
	for (const [at, row] of rows.entries()) {
		const indent = row.search(/\S/);
		if (indent < 0 || /^\s*#|^(?:---|\.\.\.)/.test(row) || indent > inner) continue;
		inner = Infinity;
		const line = at + 1;
		if (/^ *\t/.test(row)) {
			note(line, 'A tab stands before this line; YAML takes only spaces.');
			continue;
		}
		const [, , double, single, plain, value = ''] = key.exec(row) ?? [];
		const name = double ?? single ?? plain;
		if (/^\s*-(?:\s|$)/.test(row)) inner = indent;
		else if (name === undefined) note(line, 'This line is no key of YAML; it is not explained.');
		if (name === undefined) continue;
		const last = findLast(rows, at, indent);
		keys.push({ name, value, indent, line, last });
		const text = [value, ...rows.slice(line, last)].join('\n');
		if (isOpen(text)) note(line, 'This value has a quote that is not closed.');
		// A text that goes on, or a list or a map in brackets, has no keys that count.
		if (value.replace(/\s*#.*$|^[&!]\S+\s*/g, '') !== '') inner = indent;
	}
	return keys;
}

/** Whether a value begins with a quote that nothing closes. */
function isOpen(text: string): boolean {
	const [quote = ''] = /^["']/.exec(text) ?? [];
	const closed = quote === '"' ? /^"(?:\\.|[^"\\])*"/s : /^'[^']*'/;
	return quote !== '' && !closed.test(text);
}

/** The last line of a value: those further in, and list items as far in as the key. */
function findLast(rows: readonly string[], at: number, indent: number): number {
	const end = rows.findIndex((row, other) => {
		const own = row.search(/\S/);
		if (other <= at || own < 0) return false;
		return own < indent || (own === indent && !/^\s*-(?:\s|$)/.test(row));
	});
	let last = end < 0 ? rows.length : end;
	while (last > at + 1 && rows[last - 1]?.trim() === '') last -= 1;
	return last;
}

/** The keys right below one, or at the top. */
function childrenOf(parent: Key | undefined, keys: readonly Key[]): Key[] {
	const { line = 0, last = Infinity, indent = -1 } = parent ?? {};
	const below = keys.filter((one) => one.line > line && one.line <= last && one.indent > indent);
	return below.filter((one) => one.indent === below[0]?.indent);
}

type Part = 'file' | 'service' | 'build';

function readTop(top: Key, all: readonly Key[], reader: Reader): void {
	const { name, line } = top;
	const services = name === 'services' ? childrenOf(top, all) : [];
	add(top, 'file', reader, services.length > 0);
	if (name === 'version') {
		const { url, keys } = reader.facts.compose.file;
		const links = [{ text: 'Compose file reference', href: url }];
		const why = toSentence(keys['version'] ?? '');
		const text = say`${code('version')} has no effect.`;
		reader.findings.push({ rule: 'version', kind: 'watch out', line, text, why, links });
	}
	for (const service of services) readService(service, all, reader);
}

function readService(service: Key, all: readonly Key[], reader: Reader): void {
	const text = say`Service ${code(service.name)}.`;
	reader.blocks.push({ ...cut(service.line, service.line, reader), name: '', text, rows: [] });
	const keys = childrenOf(service, all);
	for (const one of keys) {
		const inner = one.name === 'build' ? childrenOf(one, all) : [];
		add(one, 'service', reader, inner.length > 0);
		for (const option of inner) add(option, 'build', reader);
		const isBuilt = keys.some(({ name }) => name === 'build');
		if (one.name === 'image' && !isBuilt) findUntagged(one, reader);
	}
}

function findUntagged({ value, line }: Key, { findings, facts }: Reader): void {
	const hit = toUntagged(value.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2'));
	const fact = facts.facts['from/no-tag-means-latest'];
	if (hit === undefined || fact === undefined || isOpen(value)) return;
	const links = [{ text: 'More', href: fact.href }, ...fact.links];
	const why = toSentence(fact.text);
	findings.push({ rule: 'no-tag', kind: 'watch out', line, text: hit.text, why, links });
}

/** A key with what it does, and with all its lines unless more is said of those. */
function add({ name, line, last }: Key, part: Part, reader: Reader, isOpen = false): void {
	const { url, keys } = reader.facts.compose[part];
	const meaning = Object.hasOwn(keys, name) ? keys[name] : undefined;
	const own = { ...cut(line, isOpen ? line : last, reader), name, rows: [] };
	if (meaning !== undefined) {
		const href = part === 'file' ? url : `${url}#${name}`;
		reader.blocks.push({ ...own, text: toSentence(meaning), href });
		return;
	}
	const extra =
		name === '<<'
			? 'Takes over the keys of an anchor.'
			: name.startsWith('x-')
				? 'Compose ignores keys that begin with `x-`.'
				: '';
	reader.blocks.push({ ...own, text: toSentence(extra) });
	if (extra === '')
		reader.unknown.push({
			line,
			text: say`The reference has no key ${code(shorten(name, 40))} here.`,
		});
}

function cut(line: number, last: number, { rows }: Reader) {
	return { start: line, last, line, code: rows.slice(line - 1, last).join('\n') };
}
