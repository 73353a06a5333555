import type { ParsedDockerfile, Stage, Step } from './dockerfile.ts';
import type { Finding } from './finding.ts';
import { toKeys } from './keys.ts';
import { findNames } from './words.ts';

/** Arguments that every stage may use without declaring them: those of proxies, and PATH. */
const known: readonly string[] = [
	...['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [
		name,
		name.toLowerCase(),
	]),
	'PATH',
];

/** Instructions in which BuildKit replaces variables and reports unknown ones. */
const expanding: readonly string[] = [
	...['ADD', 'COPY', 'ENV', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
];

/** A heredoc with a quoted mark, in which nothing is replaced. */
const literal = /<<-?(["'])(\w+)\1[^]*?^\s*\2$/gm;

/**
 * UndefinedVar: a variable is declared before it is used. Docker also counts what the base image has
 * in its environment; the text does not tell, so that such a name is reported here all the same.
 */
export function findUndefined({ stages }: ParsedDockerfile): Finding[] {
	const byName = new Map<string, ReadonlySet<string>>();
	return stages.flatMap((stage) => {
		const declared = new Set([...known, ...(byName.get(stage.base.toLowerCase()) ?? [])]);
		const found = stage.steps.flatMap((step) => toUndefined(step, declared));
		if (stage.name !== undefined) byName.set(stage.name.toLowerCase(), toInherited(stage, byName));
		return found;
	});
}

function toUndefined(step: Step, declared: Set<string>): Finding[] {
	const used = expanding.includes(step.keyword) ? findNames(step.text.replace(literal, '')) : [];
	const unknown = new Set(used.filter((name) => !declared.has(name)));
	if (step.keyword === 'ARG' || step.keyword === 'ENV') {
		for (const { name } of toKeys(step)) declared.add(name);
	}
	return [...unknown].map((name) => ({
		rule: 'UndefinedVar',
		line: step.line,
		text: `\`$${name}\` is not declared in this stage`,
	}));
}

/** `ENV` passes on to stages built on this one, and so does `ARG` (BuildKit keeps both). */
function toInherited(stage: Stage, byName: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
	const own = stage.steps
		.filter(({ keyword }) => keyword === 'ENV' || keyword === 'ARG')
		.flatMap((step) => toKeys(step).map(({ name }) => name));
	return new Set([...own, ...(byName.get(stage.base.toLowerCase()) ?? [])]);
}
