/**
 * Docker's build checks, as we read them: what `docker build --check` says of a Dockerfile, as far as
 * the text alone decides it. Read this table, then its rules: bases.ts (what stands in `FROM`),
 * casing.ts (names of stages and the case of words), forms.ts (how an instruction is written), ports.ts and
 * variables.ts; then refusals.ts, what BuildKit does not build at all. image.ts is the grammar of
 * image names.
 */
import type { Dockerfile, Fault } from '../dockerfile/dockerfile.ts';
import * as bases from './bases.ts';
import * as forms from './forms.ts';
import * as casing from './casing.ts';
import * as ports from './ports.ts';
import { findRefused } from './refusals.ts';
import * as variables from './variables.ts';

/** A fault with the name of the check that finds it, as Docker prints it: `StageNameCasing`. */
export interface Finding extends Fault {
	rule: string;
}

/** What Docker says of a Dockerfile. */
export interface Checked {
	/** What it does not build, in the order of the lines. */
	refused: Fault[];
	/** What its checks find, in the order of the lines. */
	findings: Finding[];
}

interface Rule {
	find: (file: Dockerfile) => Fault[];
	/** When it looks: while the file is read, when all of it is read, or else while stages are built. */
	when?: 'reading' | 'read';
}

/** The checks that need only the text, by the names that Docker gives them. */
const rules: Readonly<Record<string, Rule>> = {
	ConsistentInstructionCasing: { find: casing.findMixedCasing, when: 'read' },
	DuplicateStageName: { find: casing.findSameNames, when: 'read' },
	ExposeInvalidFormat: { find: ports.findMappings },
	ExposeProtoCasing: { find: ports.findRaisedProtocols },
	FromAsCasing: { find: casing.findMixedAs, when: 'reading' },
	FromPlatformFlagConstDisallowed: { find: bases.findFixedPlatforms },
	InvalidDefaultArgInFrom: { find: bases.findInvalidDefaults, when: 'read' },
	InvalidDefinitionDescription: { find: casing.findOtherDescriptions, when: 'reading' },
	JSONArgsRecommended: { find: forms.findShellForms },
	LegacyKeyValueFormat: { find: forms.findLegacyPairs },
	MaintainerDeprecated: { find: forms.findMaintainers, when: 'reading' },
	MultipleInstructionsDisallowed: { find: forms.findOverridden },
	NoEmptyContinuation: { find: forms.findEmptyLines, when: 'reading' },
	RedundantTargetPlatform: { find: bases.findRedundantPlatforms },
	ReservedStageName: { find: casing.findReservedNames, when: 'read' },
	SecretsUsedInArgOrEnv: { find: variables.findSecrets },
	StageNameCasing: { find: casing.findRaisedNames, when: 'reading' },
	UndefinedArgInFrom: { find: bases.findUndeclared },
	UndefinedVar: { find: variables.findUndefined },
	WorkdirRelativePath: { find: forms.findRelativePaths },
};

/** The checks that the text alone cannot decide, and what they need. */
export const undecidable: Readonly<Record<string, string>> = {
	CopyIgnoredFile: 'needs the .dockerignore and the files beside it',
	InvalidBaseImagePlatform: 'needs the base image from its registry',
};

/** Checks that Docker runs only when the Dockerfile or the command asks for them. */
const experimental: readonly string[] = ['InvalidDefinitionDescription'];

/** The names of the checks that `checkDockerfile` runs. */
export const decidable: readonly string[] = Object.keys(rules);

/**
 * What Docker says of a whole Dockerfile. `# check=skip=…` and `# check=experimental=…` hold at its top
 * for the file and above an instruction for that one; `asked` names experimental checks that the
 * command asks for. Where BuildKit refuses the file, checks find only what it meets before.
 * The rules: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/linter/ruleset.go
 */
export function checkDockerfile(file: Dockerfile, asked: readonly string[] = []): Checked {
	const isRead = file.refused.length === 0;
	const refused = isRead ? findRefused(file) : file.refused;
	const end = refused[0]?.line ?? Infinity;
	const isAsked = toFilter(file, asked);
	const findings = Object.entries(rules)
		.filter(([, { when }]) => isRead || when === 'reading')
		.flatMap(([rule, { find, when }]) =>
			find(file)
				.filter((fault) => fault.line < end || (isRead && when !== undefined))
				.filter((fault) => isAsked(rule, fault))
				.map((fault) => ({ rule, ...fault })),
		)
		.sort((a, b) => a.line - b.line);
	return { refused, findings };
}

/** What is refused whatever build arguments are given, which may still name a base that has no default. */
export function toLasting({ refused, findings }: Checked): Fault[] {
	const named = findings.filter(({ rule }) => rule === 'InvalidDefaultArgInFrom');
	return refused.filter(({ line }) => !named.some((finding) => finding.line === line));
}

/** Whether a check is to be run at a place. */
function toFilter(file: Dockerfile, asked: readonly string[]) {
	const top = toOptions(file.directives.get('check') ?? '');
	const own = new Map(
		file.instructions.flatMap(({ line, comments }) => {
			const check = comments
				.map((comment) => /^check\s*=\s*(\S+)/i.exec(comment)?.[1])
				.find(Boolean);
			return check === undefined ? [] : [[line, toOptions(check)] as const];
		}),
	);
	return (rule: string, { line }: Fault): boolean => {
		const options = [top, own.get(line) ?? top];
		const isNamed = (option: string) =>
			options.some((one) => ['all', rule].some((name) => one.get(option)?.includes(name)));
		if (experimental.includes(rule)) return asked.includes(rule) || isNamed('experimental');
		return !isNamed('skip');
	};
}

/** `skip=A,B;error=true` as its parts. */
function toOptions(directive: string): Map<string, string[]> {
	return new Map(
		directive.split(';').map((part) => {
			const [name = '', names = ''] = part.split('=');
			return [name.trim(), names.split(',').map((rule) => rule.trim())];
		}),
	);
}
