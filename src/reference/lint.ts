import type { Reference } from './reference.ts';
import type { Citations } from './sources.ts';
import { linkCheck } from './addresses.ts';
import { join, renderAnchor, renderList, renderText } from './markdown.ts';

type Instruction = Reference['instructions'][number];

/** Docker's own checks that speak of an instruction. */
export function renderChecks(
	{ checks }: Instruction,
	reference: Reference,
	{ cite }: Citations,
): string {
	if (checks.length === 0) return '';
	const items = checks.map(
		({ rule, meaning }) => `${linkCheck(rule, reference)}: ${renderText(meaning)}`,
	);
	const lead = `\`docker build --check .\` finds:${cite(toSources(checks))}`;
	return join([lead, renderList(items)]);
}

/** The rules of hadolint that speak of an instruction; each has an address by its code. */
export function renderHadolint({ hadolint }: Instruction, { cite }: Citations): string {
	if (hadolint.length === 0) return '';
	const items = hadolint.map(({ code, severity, meaning, url }) => {
		const kind = severity?.toLowerCase() ?? 'ShellCheck';
		return `[${code}](${url}) (${kind}): ${renderText(meaning)}${renderAnchor(code.toLowerCase())}`;
	});
	const lead = `hadolint, a linter apart from Docker, finds:${cite(toSources(hadolint))}`;
	return join([lead, renderList(items)]);
}

function toSources(facts: readonly { sources: readonly string[] }[]): string[] {
	return [...new Set(facts.flatMap(({ sources }) => sources))];
}
