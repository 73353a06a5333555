import type { Finding } from './snippet.ts';
import { LineCounter, parseAllDocuments } from 'yaml';
import { toLineAt } from './snippet.ts';

/** What is wrong with JSON. */
export function checkJson(code: string): Finding[] {
	try {
		JSON.parse(code);
		return [];
	} catch (error) {
		const text = error instanceof Error ? error.message : 'is no JSON';
		const before = /position (\d+)/.exec(text)?.[1];
		const line = toLineAt(code, Number(before ?? 0));
		return [{ rule: 'syntax', line, text }];
	}
}

/** What is wrong with YAML, of which there may be several documents. */
export function checkYaml(code: string): Finding[] {
	const lines = new LineCounter();
	const documents = parseAllDocuments(code, { lineCounter: lines, prettyErrors: false });
	const errors =
		'empty' in documents ? documents.errors : documents.flatMap(({ errors }) => errors);
	return errors.map(({ message, pos }) => ({
		...{ rule: 'syntax', line: lines.linePos(pos[0]).line, text: message },
	}));
}
