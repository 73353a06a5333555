/**
 * Docker's build checks, as we read them: what `docker build --check` says of a Dockerfile, as far as
 * the text alone decides it. Read steps.ts (a Dockerfile as instructions and stages), then this table,
 * then its rules: bases.ts (what stands in `FROM`), names.ts (stages and the case of words), forms.ts
 * (how an instruction is written) and variables.ts. image.ts is the grammar of image names.
 */
import type { Fault, ParsedDockerfile } from './steps.ts';
import * as bases from './bases.ts';
import * as forms from './forms.ts';
import * as names from './names.ts';
import { parseDockerfile } from './steps.ts';
import * as variables from './variables.ts';

export { isExecForm, parseDockerfile, toTriggered } from './steps.ts';

/** A fault with the name of the check that finds it, as Docker prints it: `StageNameCasing`. */
export interface Finding extends Fault {
	rule: string;
}

type Rule = (file: ParsedDockerfile, source: string) => Fault[];

/** The checks that need only the text, by the names that Docker gives them. */
const rules: Readonly<Record<string, Rule>> = {
	ConsistentInstructionCasing: names.findMixedCasing,
	DuplicateStageName: names.findSameNames,
	ExposeInvalidFormat: forms.findMappings,
	ExposeProtoCasing: forms.findRaisedProtocols,
	FromAsCasing: names.findMixedAs,
	FromPlatformFlagConstDisallowed: bases.findFixedPlatforms,
	InvalidDefaultArgInFrom: bases.findInvalidDefaults,
	InvalidDefinitionDescription: names.findOtherDescriptions,
	JSONArgsRecommended: forms.findShellForms,
	LegacyKeyValueFormat: forms.findLegacyPairs,
	MaintainerDeprecated: forms.findMaintainers,
	MultipleInstructionsDisallowed: forms.findOverridden,
	NoEmptyContinuation: forms.findEmptyLines,
	RedundantTargetPlatform: bases.findRedundantPlatforms,
	ReservedStageName: names.findReservedNames,
	SecretsUsedInArgOrEnv: variables.findSecrets,
	StageNameCasing: names.findRaisedNames,
	UndefinedArgInFrom: bases.findUndeclared,
	UndefinedVar: variables.findUndefined,
	WorkdirRelativePath: forms.findRelativePaths,
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
		.flatMap(([rule, find]) => find(file, source).map((fault) => ({ rule, ...fault })))
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
