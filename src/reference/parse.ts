import { z } from 'zod';
import { LineCounter, parseDocument, type Document } from 'yaml';

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

/** Reads YAML that has to fit a schema. Never throws. */
export function parseData<S extends z.ZodType>(
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
	const result = schema.safeParse(document.toJS());
	if (result.success) return { ok: true, value: result.data };
	const problems = result.error.issues.map((issue) => ({
		file,
		line: toLine(document, issue.path, lines),
		text: `${issue.path.join('.') || 'file'}: ${toText(issue, schema)}`,
	}));
	return { ok: false, problems };
}

/** The line of the deepest part of a path that the file has. */
function toLine(document: Document.Parsed, path: readonly PropertyKey[], lines: LineCounter) {
	for (let length = path.length; length > 0; length -= 1) {
		const node = document.getIn(path.slice(0, length), true);
		const range = isRanged(node) ? node.range : undefined;
		if (range) return lines.linePos(range[0]).line;
	}
	return 1;
}

function isRanged(node: unknown): node is { range?: [number, number, number] | null } {
	return typeof node === 'object' && node !== null && 'range' in node;
}

function toText(issue: z.core.$ZodIssue, schema: z.ZodType): string {
	if (issue.code === 'invalid_value') {
		return `unknown value; allowed: ${issue.values.map(String).join(', ')}`;
	}
	if (issue.code === 'unrecognized_keys') {
		const fields = findFields(schema, issue.path).join(', ');
		return `unknown field \`${issue.keys.join('`, `')}\`; allowed: ${fields}`;
	}
	if (issue.code === 'invalid_format') {
		return `\`${issue.input ?? 'value'}\` has another form; allowed: ${issue.pattern ?? issue.format}`;
	}
	return issue.message.replace(/^Invalid input: /, '');
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
