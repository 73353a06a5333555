import type { Message } from './message.ts';
import { z } from 'zod';
import {
	isMap,
	isNode,
	isScalar,
	LineCounter,
	parseDocument,
	type Document,
	type Scalar,
} from 'yaml';
import { toMessage } from './message.ts';

/** A data file as it was read. */
export interface DataFile {
	/** From the root of the project. */
	path: string;
	text: string;
}

/** The data of a file, or everything that is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; messages: Message[] };

/** Reads YAML that has to fit a schema. Never throws. */
export function parseData<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S,
): Parsed<z.output<S>> {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	if (document.errors.length > 0) {
		const messages = document.errors.map(({ message, pos }) =>
			toMessage(
				{ file, ...toPlace(pos[0], lines) },
				message.split('\n')[0]?.replace(/[.:]$/, '') ?? '',
				'Allowed: YAML 1.2.',
			),
		);
		return { ok: false, messages };
	}
	const result = schema.safeParse(document.toJS(), { reportInput: true });
	if (result.success) return { ok: true, value: result.data };
	const messages = result.error.issues.map((issue) => {
		const { what, allowed } = toWords(issue, schema);
		const field = issue.path.join('.') || 'file';
		const place = toPlace(findOffset(document, issue), lines);
		return toMessage({ file, ...place }, `${field}: ${what}`, `Allowed: ${allowed}.`);
	});
	return { ok: false, messages };
}

/** The line of the first place of some words in a text, counted from 1; 1 when they are not there. */
export function findLine(text: string, words: string): number {
	return (
		Math.max(
			text.split('\n').findIndex((line) => line.includes(words)),
			0,
		) + 1
	);
}

function toPlace(offset: number, lines: LineCounter): { line: number; column: number } {
	const { line, col } = lines.linePos(offset);
	return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** Where an unknown field stands, or else the deepest part of a path that the file has. */
function findOffset(document: Document.Parsed, issue: z.core.$ZodIssue): number {
	const { path } = issue;
	const field =
		issue.code === 'unrecognized_keys' ? findKey(document, path, issue.keys[0]) : undefined;
	if (field?.range) return field.range[0];
	for (let length = path.length; length > 0; length -= 1) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return 0;
}

function findKey(document: Document.Parsed, path: readonly PropertyKey[], name?: string) {
	const map = path.length === 0 ? document.contents : document.getIn(path, true);
	if (!isMap(map)) return undefined;
	return map.items
		.map(({ key }) => key)
		.find((key): key is Scalar => isScalar(key) && key.value === name);
}

/** What the forms of values are called; others are shown as the pattern that they have. */
const forms: Readonly<Record<string, string>> = {
	date: 'a day as `2026-11-23`',
	url: 'an address that begins with `https://`',
};

/** What is wrong, and what would be right; a schema's own messages say both, with `; allowed: `. */
function toWords(issue: z.core.$ZodIssue, schema: z.ZodType): { what: string; allowed: string } {
	switch (issue.code) {
		case 'invalid_value':
			return { what: 'unknown value', allowed: issue.values.map(String).join(', ') };
		case 'unrecognized_keys':
			return {
				what: `unknown field \`${issue.keys.join('`, `')}\``,
				allowed: findFields(schema, issue.path).join(', '),
			};
		case 'invalid_format':
			return {
				what: `\`${issue.input}\` has another form`,
				allowed: forms[issue.format] ?? String(issue.pattern),
			};
		case 'invalid_type': {
			const what = issue.input === undefined ? 'missing' : 'another type';
			return { what, allowed: issue.expected };
		}
		case 'too_small':
			return { what: 'too short', allowed: `${issue.minimum} or more` };
		default: {
			const [what = '', allowed = 'another value'] = issue.message.split('; allowed: ');
			return { what, allowed };
		}
	}
}

/** The fields that a schema allows at a path. */
function findFields(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
	let at: z.core.JSONSchema.BaseSchema = z.toJSONSchema(schema, { io: 'input' });
	for (const key of path) {
		const inner = typeof key === 'number' ? at.items : at.properties?.[String(key)];
		if (typeof inner !== 'object' || Array.isArray(inner)) return [];
		at = inner;
	}
	return Object.keys(at.properties ?? {});
}
