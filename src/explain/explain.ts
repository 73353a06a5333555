/**
 * Explains a Dockerfile, a `docker run` or `docker build` line, or a Compose file, from the facts and
 * from what it says itself; in a browser and on the command line. Read explanation.ts first (what comes
 * out), then this file (what kind of text it is), wholeFile.ts (a Dockerfile), lineByLine.ts (its lines:
 * transfers.ts, programs.ts, settings.ts, rebuilds.ts), result.ts, and
 * findings.ts (with the *Watches.ts); commandWords.ts; compose.ts. knowledge.ts takes from the
 * reference what all that needs; view.ts shows it, transcript.ts writes it as text; fragment.ts puts a
 * text into an address, editor.ts and background.ts bring the page to life.
 */
import { mostCharacters, toNothing } from './explanation.ts';
import type { DockerfileFacts, Explanation, OtherFacts } from './explanation.ts';
import { explainCommand, isCommand } from './commandWords.ts';
import { explainDockerfile } from './wholeFile.ts';
import { count, toSentence } from './words.ts';

export type { DockerfileFacts, ExplainFacts, Explanation, OtherFacts } from './explanation.ts';

const keyword =
	'(?:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)(?:\\s|$)';

/** Whether a line begins with an instruction; in small letters it may be a word of something else. */
const hasInstruction = new RegExp(`^\\s*${keyword}`, 'm');
const beginsWithInstruction = new RegExp(`^(?:\\s*(?:#.*)?\\n)*\\s*${keyword}`, 'i');

/** What a text is that is not explained, the first that it is like. */
const others: readonly (readonly [RegExp, string])[] = [
	[/^#!/, 'This is a script: its first line names the program that runs it.'],
	[/^\s*[[{]/, 'This looks like JSON, which is not explained.'],
	[
		/^(?:---\s*$|[\w.-]+:(?:\s|$))/m,
		'This looks like YAML, but not like a Compose file, which has `services:` at its top.',
	],
	[/^/, 'No line begins with an instruction of Dockerfiles, such as FROM or RUN.'],
];

/** Whether a text is read as a Compose file. */
function isCompose(text: string): boolean {
	return /^(?:services|include)\s*:/m.test(text);
}

/**
 * Explains a text; `getOthers` is asked where it is no Dockerfile. Takes any text; throws only where those
 * facts or the parser of YAML cannot be loaded.
 */
export async function toExplanation(
	source: string,
	facts: DockerfileFacts,
	getOthers: () => OtherFacts | Promise<OtherFacts>,
): Promise<Explanation> {
	const text = source.replace(/^\uFEFF/, '');
	const fault = toFault(text);
	if (fault !== undefined) return toNothing([fault]);
	if (isCommand(text)) return explainCommand(text, await getOthers());
	if (isCompose(text)) {
		// The parser of YAML is half of what a page may weigh; most texts go without.
		const { explainCompose } = await import('./compose.ts');
		return explainCompose(text, { ...facts, ...(await getOthers()) });
	}
	const isScript = text.startsWith('#!') && !/^\s*FROM\s/im.test(text);
	if (!isScript && (hasInstruction.test(text) || beginsWithInstruction.test(text)))
		return explainDockerfile(text, facts);
	return toNothing(toSentence(others.find(([pattern]) => pattern.test(text))?.[1] ?? ''));
}

/** Why a text is not even looked into. */
function toFault(text: string): string | undefined {
	if (text.trim() === '') return 'There is no text yet.';
	if (text.length > mostCharacters)
		return `This text has ${count(text.length, 'character')}; a file of up to ${count(mostCharacters, 'character')} is explained.`;
	const at = text.search(/[\0\uFFFD]/);
	if (at < 0) return undefined;
	return `This is no text: line ${text.slice(0, at).split('\n').length} has bytes that no file of text has.`;
}
