/**
 * Explains a Dockerfile, a `docker run` or `docker build` line, or a Compose file, from the facts and
 * from what it says itself; in a browser and on the command line. Read model.ts first (what comes out),
 * then this file (what kind of text it is), dockerfileText.ts with scope.ts (what each instruction finds),
 * blocks.ts (line by line; files.ts, programs.ts, settings.ts), stages.ts, cache.ts, result.ts and
 * findings.ts (with the four *Watches.ts), commandText.ts and composeText.ts. facts.ts takes from the
 * reference what all that needs; view.ts shows it, plain.ts writes it as text; link.ts puts a text into
 * an address, page.ts and worker.ts bring the page to life.
 */
import type { ExplainFacts, Explanation } from './model.ts';
import { explainCommand, isCommand } from './commandText.ts';
import { explainDockerfile } from './dockerfileText.ts';
import { mostCharacters } from './limits.ts';
import { code, count, say } from './words.ts';

export type { ExplainFacts, Explanation } from './model.ts';

/** What explains Compose files; it brings a parser of YAML along, and is fetched when there is one. */
export type ComposeReader = (source: string, facts: ExplainFacts) => Explanation | undefined;

const keywords =
	/^\s*(?:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)(?:\s|$)/im;

/** Whether a text may be a Compose file, so that the parser of YAML is worth its weight. */
export function mayBeCompose(source: string): boolean {
	return /^(?:services|include)\s*:/m.test(source);
}

/** Explains a text. Takes any text and never throws. */
export function toExplanation(
	source: string,
	facts: ExplainFacts,
	compose?: ComposeReader,
): Explanation {
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
	if (mayBeCompose(source)) {
		const explained = compose?.(source, facts);
		if (explained) return explained;
	}
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
