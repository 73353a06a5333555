import type { ParsedDockerfile, Step } from './dockerfile.ts';
import type { Finding } from './finding.ts';

/** Names that Docker keeps for itself. */
const reserved: readonly string[] = ['context', 'scratch'];

/** Instructions of which only the last one of a stage counts. */
const single: readonly string[] = ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'];

/** DuplicateStageName: two stages never share a name. Docker reads names without regard to case. */
export function findSameNames({ stages }: ParsedDockerfile): Finding[] {
	const seen = new Set<string>();
	return stages.flatMap(({ name, from: { line } }) => {
		if (name === undefined) return [];
		const key = name.toLowerCase();
		if (seen.has(key)) {
			return [{ rule: 'DuplicateStageName', line, text: `two stages are called \`${name}\`` }];
		}
		seen.add(key);
		return [];
	});
}

/** ReservedStageName: `scratch` and `context` mean something else. */
export function findReservedNames({ stages }: ParsedDockerfile): Finding[] {
	return stages.flatMap(({ name, from: { line } }) =>
		name !== undefined && reserved.includes(name.toLowerCase())
			? [{ rule: 'ReservedStageName', line, text: `\`${name}\` is a reserved name` }]
			: [],
	);
}

/** MultipleInstructionsDisallowed: a second `CMD` makes the first one useless. */
export function findOverridden({ stages }: ParsedDockerfile): Finding[] {
	return stages.flatMap(({ steps }) =>
		single.flatMap((keyword) =>
			steps
				.filter((step) => step.keyword === keyword)
				.slice(0, -1)
				.map(({ line }) => ({
					rule: 'MultipleInstructionsDisallowed',
					line,
					text: `a later \`${keyword}\` of the stage makes this one useless`,
				})),
		),
	);
}

/** WorkdirRelativePath: the first `WORKDIR` of a stage is absolute, unless its base stage set one. */
export function findRelativePaths({ stages }: ParsedDockerfile): Finding[] {
	const settled = new Set<string>();
	return stages.flatMap(({ name, base, steps }) => {
		const first = steps.find(({ keyword }) => keyword === 'WORKDIR');
		const isSettled = settled.has(base.toLowerCase());
		if (name !== undefined && (first || isSettled)) settled.add(name.toLowerCase());
		if (first === undefined || isSettled || isAbsolute(first)) return [];
		const text = `\`${first.text}\` is relative to whatever directory the base image has`;
		return [{ rule: 'WorkdirRelativePath', line: first.line, text }];
	});
}

/** Also `C:\app` of Windows; what a variable stands for is not known. */
function isAbsolute({ text }: Step): boolean {
	return /^["']?(?:[/\\$]|[A-Za-z]:)/.test(text);
}
