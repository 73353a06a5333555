import type { Message } from './message.ts';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { toMessage } from './message.ts';

/** The data of a file, or everything that is wrong with it, line by line. */
export type ParsedYaml<T> = { ok: true; value: T } | { ok: false; messages: Message[] };

/** A text, the file that it comes from, and what to say beside everything that is wrong with it. */
export interface YamlFile {
	path: string;
	text: string;
	/** What to do, as a sentence. */
	note: string;
	rule?: string;
	/** Whether what is wrong with it does not stop a build. */
	isWarning?: boolean;
}

/** Reads YAML that has to fit a schema. Never throws. */
export function parseYaml<S extends z.ZodType>(file: YamlFile, schema: S): ParsedYaml<z.output<S>> {
	const { path, text, note, ...options } = file;
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const toFault = (offset: number, reason: string) =>
		toMessage({ ...options, file: path, line: lines.linePos(offset).line }, reason, note);
	if (document.errors.length > 0) {
		const messages = document.errors.map(({ message, pos: [offset] }) =>
			toFault(offset, `${message.split('\n')[0]?.replace(/[.:]$/, '')}; allowed: YAML 1.2`),
		);
		return { ok: false, messages };
	}
	const data = toData(document);
	if (data === undefined) {
		const at = Math.max(0, text.indexOf('*'));
		const reason = 'too many aliases (`*name`); allowed: values that are written out';
		return { ok: false, messages: [toFault(at, reason)] };
	}
	const result = schema.safeParse(data.value, { reportInput: true });
	if (result.success) return { ok: true, value: result.data };
	const messages = result.error.issues.map((issue) =>
		toFault(
			findFault(document, issue),
			`${issue.path.join('.') || 'file'}: ${toReason(issue, schema)}`,
		),
	);
	return { ok: false, messages };
}

/** The line, counted from 1, of a value of YAML: of the deepest part of its path that the text has. */
export function findLine(text: string, path: readonly PropertyKey[]): number {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines });
	return lines.linePos(findOffset(document, path)).line;
}

/** What a document says; nothing when its aliases would make very much of it. */
function toData(document: Document.Parsed): { value: unknown } | undefined {
	try {
		return { value: document.toJS() };
	} catch {
		return undefined;
	}
}

/** Where an unknown field stands, or else the value that does not fit. */
function findFault(document: Document.Parsed, issue: z.core.$ZodIssue): number {
	const { path } = issue;
	const map = path.length === 0 ? document.contents : document.getIn(path, true);
	if (issue.code === 'unrecognized_keys' && isMap(map)) {
		const key = map.items
			.map((pair) => pair.key)
			.find((one) => isScalar(one) && one.value === issue.keys[0]);
		if (isScalar(key) && key.range) return key.range[0];
	}
	return findOffset(document, path);
}

/** Where the deepest part of a path begins that the document has. */
function findOffset(document: Document.Parsed, path: readonly PropertyKey[]): number {
	for (let length = path.length; length > 0; length -= 1) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return 0;
}

/** What the forms of values are called; others are shown as the pattern that they have. */
const forms: Readonly<Record<string, string>> = {
	date: 'a day as `2026-11-23`',
	url: 'an address that begins with `https://`',
};

function toReason(issue: z.core.$ZodIssue, schema: z.ZodType): string {
	switch (issue.code) {
		case 'invalid_value':
			return `unknown value; allowed: ${issue.values.map(String).join(', ')}`;
		case 'unrecognized_keys': {
			const fields = findFields(schema, issue.path).join(', ');
			return `unknown field \`${issue.keys.join('`, `')}\`; allowed: ${fields}`;
		}
		case 'invalid_format':
			return `\`${issue.input}\` has another form; allowed: ${forms[issue.format] ?? issue.pattern}`;
		case 'invalid_type':
			return `${issue.input === undefined ? 'missing' : 'another type'}; allowed: ${issue.expected}`;
		case 'too_small':
			return `too short; allowed: ${issue.minimum} or more`;
		default:
			return issue.message;
	}
}

function findFields(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
	let at: z.core.JSONSchema.BaseSchema = z.toJSONSchema(schema, { io: 'input' });
	for (const key of path) {
		const inner = typeof key === 'number' ? at.items : at.properties?.[String(key)];
		if (typeof inner !== 'object' || Array.isArray(inner)) return [];
		at = inner;
	}
	return Object.keys(at.properties ?? {});
}
