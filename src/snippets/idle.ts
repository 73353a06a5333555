import type { Problem } from './problem.ts';
import type { TextFile } from '../input/files.ts';
import type { Placeholder } from './placeholder.ts';
import type { Snippet } from './snippet.ts';
import { findPlaces } from './fill.ts';
import { toLanguage } from './language.ts';
import { findFault } from './values.ts';

/** Placeholders that no snippet has, and those that their own rule would refuse. */
export function findIdle(
	placeholders: readonly Placeholder[],
	snippets: readonly Pick<Snippet, 'code' | 'language'>[],
	files: readonly TextFile[],
): Problem[] {
	const file = files.find(({ path }) => path.endsWith('/placeholders.yaml'));
	return placeholders.flatMap((placeholder) =>
		placeholder.match.flatMap((words) => {
			const value = /\{([^}]+)\}/.exec(words)?.[1] ?? '';
			const line = (file?.text.split('\n').findIndex((text) => text.includes(words)) ?? 0) + 1;
			const toProblem = (text: string, hint: string) => [
				{ file: file?.path ?? '', line, text: `${placeholder.id}: ${text}`, hint },
			];
			const fault = findFault(placeholder.kind, value);
			if (fault !== undefined) return toProblem(`\`${value}\` is no ${placeholder.kind}`, fault);
			const one = [{ ...placeholder, match: [words] }];
			const isFound = snippets.some(
				({ code, language }) => findPlaces(code, toLanguage(language).grammar, one).length > 0,
			);
			return isFound ? [] : toProblem(`no snippet has \`${words}\``, 'Delete it, or mend it.');
		}),
	);
}
