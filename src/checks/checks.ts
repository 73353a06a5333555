import type { ParsedDockerfile } from './dockerfile.ts';
import type { Finding } from './finding.ts';
import {
	findFixedPlatforms,
	findInvalidDefaults,
	findRedundantPlatforms,
	findUndeclared,
} from './bases.ts';
import { findMixedAs, findMixedCasing, findRaisedNames } from './casing.ts';
import { findOtherDescriptions } from './descriptions.ts';
import { parseDockerfile } from './dockerfile.ts';
import { findEmptyLines, findLegacyPairs, findMaintainers, findShellForms } from './forms.ts';
import { findMappings, findRaisedProtocols } from './ports.ts';
import { findSecrets } from './secrets.ts';
import { findOverridden, findRelativePaths, findReservedNames, findSameNames } from './stages.ts';
import { findUndefined } from './variables.ts';

export type { Finding } from './finding.ts';

type Rule = (file: ParsedDockerfile, source: string) => Finding[];

/** Docker's build checks that need only the text, by the names that Docker gives them. */
const rules: Readonly<Record<string, Rule>> = {
	ConsistentInstructionCasing: findMixedCasing,
	DuplicateStageName: findSameNames,
	ExposeInvalidFormat: findMappings,
	ExposeProtoCasing: findRaisedProtocols,
	FromAsCasing: findMixedAs,
	FromPlatformFlagConstDisallowed: findFixedPlatforms,
	InvalidDefaultArgInFrom: findInvalidDefaults,
	InvalidDefinitionDescription: findOtherDescriptions,
	JSONArgsRecommended: findShellForms,
	LegacyKeyValueFormat: findLegacyPairs,
	MaintainerDeprecated: findMaintainers,
	MultipleInstructionsDisallowed: findOverridden,
	NoEmptyContinuation: findEmptyLines,
	RedundantTargetPlatform: findRedundantPlatforms,
	ReservedStageName: findReservedNames,
	SecretsUsedInArgOrEnv: findSecrets,
	StageNameCasing: findRaisedNames,
	UndefinedArgInFrom: findUndeclared,
	UndefinedVar: findUndefined,
	WorkdirRelativePath: findRelativePaths,
};

/** The checks that the text alone cannot decide, and what they need. */
export const undecidable: Readonly<Record<string, string>> = {
	CopyIgnoredFile: 'needs the .dockerignore and the files beside it',
	InvalidBaseImagePlatform: 'needs the base image from its registry',
};

/** Checks that Docker runs only when the Dockerfile or the command asks for them. */
const experimental: readonly string[] = ['InvalidDefinitionDescription'];

/** The names of the checks that `findFaults` runs. */
export const decidable: readonly string[] = Object.keys(rules);

/**
 * What Docker's build checks find in a whole Dockerfile, in the order of its lines. `# check=skip=…`
 * and `# check=experimental=…` at its top hold; `asked` names experimental checks that the command
 * asks for. The rules: https://github.com/moby/buildkit/blob/master/frontend/dockerfile/linter/ruleset.go
 */
export function findFaults(source: string, asked: readonly string[] = []): Finding[] {
	const file = parseDockerfile(source);
	const options = toOptions(file.directives.get('check') ?? '');
	const skipped = options.get('skip') ?? [];
	const wanted = [...asked, ...(options.get('experimental') ?? [])];
	return Object.entries(rules)
		.filter(([name]) => !isIn(name, skipped))
		.filter(([name]) => !experimental.includes(name) || isIn(name, wanted))
		.flatMap(([, rule]) => rule(file, source))
		.sort((a, b) => a.line - b.line);
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

function isIn(name: string, names: readonly string[]): boolean {
	return names.includes(name) || names.includes('all');
}
