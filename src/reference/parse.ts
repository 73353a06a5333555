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

/** What is wrong at one line of a data file, said to its author. */
export interface DataProblem {
	/** The path of the file from the root of the project. */
	file: string;
	/** Counted from 1. */
	line: number;
	/** `field: what is wrong; allowed: …`, as a clause without a full stop. */
	text: string;
}

/** The data of a file, or everything that is wrong with it. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problems: DataProblem[] };

/** What the files were when they were last read, by schema and path: few of them change in a save. */
const last = new WeakMap<z.ZodType, Map<string, { text: string; parsed: Parsed<unknown> }>>();

/** Reads YAML that has to fit a schema. Never throws. What it gives must not be changed. */
export function parseData<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S,
): Parsed<z.output<S>> {
	const files = last.get(schema) ?? new Map<string, { text: string; parsed: Parsed<unknown> }>();
	last.set(schema, files);
	const known = files.get(file);
	if (known?.text === text) return known.parsed as Parsed<z.output<S>>;
	const parsed = parseText(file, text, schema);
	files.set(file, { text, parsed });
	return parsed;
}

function parseText<S extends z.ZodType>(
	file: string,
	text: string,
	schema: S,
): Parsed<z.output<S>> {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	if (document.errors.length > 0) {
		const problems = document.errors.map(({ message, pos }) => ({
			file,
			line: lines.linePos(pos[0]).line,
			text: `${message.split('\n')[0]?.replace(/[.:]$/, '')}; allowed: YAML 1.2`,
		}));
		return { ok: false, problems };
	}
	const result = schema.safeParse(document.toJS(), { reportInput: true });
	if (result.success) return { ok: true, value: result.data };
	const problems = result.error.issues.map((issue) => ({
		file,
		line: toLine(document, issue, lines),
		text: `${issue.path.join('.') || 'file'}: ${toText(issue, schema)}`,
	}));
	return { ok: false, problems };
}

/** The line of an unknown field, or else of the deepest part of a path that the file has. */
function toLine(document: Document.Parsed, issue: z.core.$ZodIssue, lines: LineCounter): number {
	const { path } = issue;
	const field =
		issue.code === 'unrecognized_keys' ? findKey(document, path, issue.keys[0]) : undefined;
	if (field?.range) return lines.linePos(field.range[0]).line;
	for (let length = path.length; length > 0; length -= 1) {
		const node = document.getIn(path.slice(0, length), true);
		const range = isNode(node) ? node.range : undefined;
		if (range) return lines.linePos(range[0]).line;
	}
	return 1;
}

function findKey(
	document: Document.Parsed,
	path: readonly PropertyKey[],
	name: string | undefined,
) {
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

function toText(issue: z.core.$ZodIssue, schema: z.ZodType): string {
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
