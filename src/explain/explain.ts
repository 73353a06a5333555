/**
 * Explains a Dockerfile, a `docker run` or `docker build` line, or a Compose file, from the facts and
 * from what it says itself; in a browser and on the command line. Read explanation.ts first (what comes
 * out), then this file (what kind of text it is), wholeFile.ts (a Dockerfile), lineByLine.ts (its lines:
 * transfers.ts, programs.ts, settings.ts, rebuilds.ts), stages.ts, chain.ts with result.ts, and
 * findings.ts (with the *Watches.ts); commandWords.ts and composeLines.ts. knowledge.ts takes from the
 * reference what all that needs; view.ts shows it, transcript.ts writes it as text; fragment.ts puts a
 * text into an address, editor.ts and background.ts bring the page to life.
 */
import type { ExplainFacts, Explanation } from './explanation.ts';
import { explainCommand, isCommand } from './commandWords.ts';
import { explainCompose, isCompose } from './composeLines.ts';
import { explainDockerfile } from './wholeFile.ts';
import { mostCharacters } from './limits.ts';
import { code, count, say } from './words.ts';

export type { ExplainFacts, Explanation } from './explanation.ts';

const keywords =
	/^\s*(?:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)(?:\s|$)/im;

/** Explains a text. Takes any text and never throws. */
export function toExplanation(source: string, facts: ExplainFacts): Explanation {
	if (source.trim() === '') return nothing('There is no text yet.');
	if (source.length > mostCharacters)
		return nothing(
			`This text has ${count(source.length, 'character')}; a file of up to ${count(mostCharacters, 'character')} is explained.`,
		);
	if (/[\0\uFFFD]/.test(source)) {
		const line = source.slice(0, source.search(/[\0\uFFFD]/)).split('\n').length;
		return nothing('This is no text: it has bytes that no file of text has.', line);
	}
	const isOneLine =
		!keywords.test(source.replace(/\\\n/g, ' ')) || /^\s*(?:\$ )?docker /.test(source);
	if (isOneLine && isCommand(source)) return explainCommand(source, facts);
	if (isCompose(source)) return explainCompose(source, facts);
	return toOther(source) ?? explainDockerfile(source, facts);
}

/** What a text is that is no Dockerfile; nothing where it may be one. */
function toOther(source: string): Explanation | undefined {
	const [first = ''] = source.replace(/^\uFEFF/, '').split('\n');
	if (/^#!/.test(first) && !/^\s*FROM\s/im.test(source))
		return nothing('This is a script: its first line names the program that runs it.', 1);
	if (keywords.test(source)) return undefined;
	if (/^\s*[[{]/.test(source)) return nothing('This looks like JSON, not like a Dockerfile.', 1);
	if (/^(?:---\s*$|[\w.-]+:(?:\s|$))/m.test(source))
		return {
			...nothing('This looks like YAML, but not like a Compose file.', 1),
			looked: say`A Compose file has ${code('services:')} at its top.`,
		};
	return nothing('No line begins with an instruction of Dockerfiles, such as FROM or RUN.', 1);
}

function nothing(text: string, line?: number): Explanation {
	return {
		...{
			kind: 'nothing',
			summary: [text],
			notices: line === undefined ? [] : [{ line, text: [text] }],
		},
		...{ findings: [], looked: [], result: [], stages: [], blocks: [] },
	};
}
