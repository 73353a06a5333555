import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { ParsedNode, YAMLMap } from 'yaml';
import { toNothing, type ExplainFacts, type Explanation, type Finding } from './explanation.ts';
import type { Sentence } from './explanation.ts';
import { toFinding } from './findings.ts';
import { toUntagged } from './imageWatches.ts';
import { code, count, say, shorten, toSentence } from './words.ts';

/** Where a key stands: at the top, as the name of a service, in a service, or in its `build`. */
type Part = 'file' | 'services' | 'service' | 'build';

/** A key that is explained. */
interface Key {
	name: string;
	value: ParsedNode | null;
	/** Its line, and the last one that belongs to it and to no other key, counted from 1. */
	line: number;
	last: number;
	part: Part;
	/** The keys beside it. */
	siblings: readonly string[];
}

type Notices = Explanation['notices'];

/** Explains a Compose file by its keys; values are not looked into. */
export function explainCompose(source: string, facts: ExplainFacts): Explanation {
	const rows = source.split(/\r*\n/);
	const places = new LineCounter();
	const { contents, errors } = parseDocument(source, { lineCounter: places, prettyErrors: false });
	const keys = toKeys(contents, 'file', places);
	const wrong = errors.map(({ code, message, pos: [at] }) => ({
		// What is still open at the end was opened below the last key.
		line: (at < source.length ? undefined : keys.at(-1)?.line) ?? places.linePos(at).line,
		text:
			code === 'MULTIPLE_DOCS'
				? ['Another YAML document begins here; only the first one is explained.']
				: toSentence(`YAML refuses this line: ${message}.`),
	}));
	const services = keys.filter(({ part }) => part === 'services').length;
	const lines = count(rows.length - (rows.at(-1) === '' ? 1 : 0), 'line');
	const unread = keys.flatMap((key): Notices => {
		const text = toMeaning(key, facts) ? toUnread(key) : toUnknown(key);
		const isSaid = wrong.some(({ line }) => line === key.line);
		return text === undefined || isSaid ? [] : [{ line: key.line, text }];
	});
	return {
		...toNothing(
			say`A Compose file of ${lines}${services > 0 ? ` with ${count(services, 'service')}` : ''}.`,
		),
		kind: 'compose',
		notices: [...wrong, ...unread].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
		findings: keys.flatMap((key) => findIn(key, facts)),
		looked: say`Looked for: images without a fixed tag, and keys that are obsolete or unknown. Values are not checked; ${code('docker compose config')} reads them all.`,
		blocks: keys.map((key) => {
			const { line, last, name, part } = key;
			const code = rows.slice(line - 1, last).join('\n');
			const place = { start: line, last, line, code, rows: [] };
			const meaning = toMeaning(key, facts) ?? { text: [] };
			return { ...place, name: part === 'services' ? '' : name, ...meaning };
		}),
	};
}

/** The keys of a map in lines of their own, each with those below it that are explained. */
function toKeys(map: unknown, part: Part, places: LineCounter): Key[] {
	if (!isMap(map) || map.flow === true) return [];
	const { items } = map as YAMLMap<ParsedNode, ParsedNode | null>;
	const siblings = items.map(({ key }) => String(key));
	return items.flatMap(({ key, value }, at) => {
		const [start] = key.range;
		const { line } = places.linePos(start);
		const below = toBelow(part, siblings[at] ?? '');
		const keys = below === undefined ? [] : toKeys(value, below, places);
		// A text in lines of its own ends behind the last line break.
		const end = Math.max(start, (value?.range[1] ?? start) - 1);
		const last = keys.length > 0 ? line : places.linePos(end).line;
		return [{ name: siblings[at] ?? '', value, line, last, part, siblings }, ...keys];
	});
}

function toBelow(part: Part, name: string): Part | undefined {
	if (part === 'file' && name === 'services') return 'services';
	if (part === 'services') return 'service';
	return part === 'service' && name === 'build' ? 'build' : undefined;
}

/** What a key does, with the place that says more. */
function toMeaning(
	{ name, part }: Key,
	{ compose }: ExplainFacts,
): { text: Sentence; href?: string } | undefined {
	if (part === 'services') return { text: say`Service ${code(name)}.` };
	const { url, keys } = compose[part];
	const meaning = Object.hasOwn(keys, name) ? keys[name] : undefined;
	if (meaning !== undefined)
		return { text: toSentence(meaning), href: part === 'file' ? url : `${url}#${name}` };
	if (name === '<<') return { text: ['Takes over the keys of an anchor.'] };
	if (name.startsWith('x-'))
		return { text: say`Compose ignores keys that begin with ${code('x-')}.` };
	return undefined;
}

function toUnknown({ name }: Key): Sentence {
	return say`The reference has no key ${code(shorten(name, 40))} here.`;
}

/** Why the keys below a key are not explained, where there are some. */
function toUnread({ name, value, part }: Key): Sentence | undefined {
	if (toBelow(part, name) === undefined) return undefined;
	if (isAlias(value) || ((isMap(value) || isSeq(value)) && value.flow === true))
		return ['What stands behind the colon is not explained: only keys in lines of their own are.'];
	return isSeq(value) ? ['A list stands here, where Compose wants keys.'] : undefined;
}

function findIn(key: Key, { compose, facts }: ExplainFacts): Finding[] {
	const { name, part, line, value, siblings } = key;
	if (part === 'file' && name === 'version') {
		const links = [{ text: 'Compose file reference', href: compose.file.url }];
		const fact = { text: compose.file.keys['version'] ?? '', links };
		return [toFinding('version', { line, text: say`${code('version')} has no effect.` }, fact)];
	}
	if (part !== 'service' || name !== 'image' || siblings.includes('build')) return [];
	const image = isScalar(value) ? String(value.value) : '';
	const hit = /^\w\S*$/.test(image) ? toUntagged(image) : undefined;
	return hit
		? [toFinding('no-tag-means-latest', { ...hit, line }, facts['from/no-tag-means-latest'])]
		: [];
}
