import { toNothing, type ExplainFacts, type Explanation, type Finding } from './explanation.ts';
import type { Sentence } from './explanation.ts';
import { readKeys, type Key } from './composeKeys.ts';
import { toFinding } from './findings.ts';
import { toUntagged } from './imageWatches.ts';
import { code, count, say, shorten, toSentence } from './words.ts';

/** Whether a text is read as a Compose file. */
export function isCompose(source: string): boolean {
	return /^(?:services|include)\s*:/m.test(source);
}

/** Explains a Compose file by its keys; values are not looked into. */
export function explainCompose(source: string, facts: ExplainFacts): Explanation {
	const rows = source.split(/\r*\n/);
	const { keys, notices } = readKeys(rows);
	const lines = count(rows.length - (rows.at(-1) === '' ? 1 : 0), 'line');
	const services = keys.filter(({ part }) => part === 'services').length;
	const unknown = keys.filter((key) => toMeaning(key, facts) === undefined);
	const built = new Set(keys.filter(({ name }) => name === 'build').map(({ parent }) => parent));
	const all = unknown.map(({ name, line }) => {
		const text = say`The reference has no key ${code(shorten(name, 40))} here.`;
		return { line, text };
	});
	return {
		...toNothing(
			say`A Compose file of ${lines}${services > 0 ? ` with ${count(services, 'service')}` : ''}.`,
		),
		kind: 'compose',
		notices: [...notices, ...all].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
		findings: keys.flatMap((key) => findIn(key, built, facts)),
		looked: say`Looked for: images without a fixed tag, and keys that are obsolete or unknown. Values are not checked; ${code('docker compose config')} reads them all.`,
		blocks: keys.map((key) => {
			const { line, last, name, part } = key;
			const code = rows.slice(line - 1, last).join('\n');
			const place = { start: line, last, line, code, rows: [] };
			return {
				...place,
				name: part === 'services' ? '' : name,
				...(toMeaning(key, facts) ?? { text: [] }),
			};
		}),
	};
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

function findIn(
	key: Key,
	built: ReadonlySet<Key | undefined>,
	{ compose, facts }: ExplainFacts,
): Finding[] {
	const { name, part, line, value, parent } = key;
	if (part === 'file' && name === 'version') {
		const links = [{ text: 'Compose file reference', href: compose.file.url }];
		const fact = { text: compose.file.keys['version'] ?? '', links };
		return [toFinding('version', { line, text: say`${code('version')} has no effect.` }, fact)];
	}
	if (part !== 'service' || name !== 'image') return [];
	const image = value.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
	const hit = built.has(parent) || !/^\w\S*$/.test(image) ? undefined : toUntagged(image);
	return hit
		? [toFinding('no-tag-means-latest', { ...hit, line }, facts['from/no-tag-means-latest'])]
		: [];
}
