/**
 * Docker's build checks, as we read them: what `docker build --check` says of a Dockerfile, as far as
 * the text alone decides it. Read this table, then its rules: bases.ts (what stands in `FROM`),
 * casing.ts (names of stages and the case of words), forms.ts (how an instruction is written), ports.ts and
 * variables.ts; then refusals.ts with values.ts, what BuildKit does not build at all. image.ts is the
 * grammar of image names.
 */
import { steps, type Dockerfile, type Fault, type Refusal } from '../dockerfile/dockerfile.ts';
import * as bases from './bases.ts';
import * as forms from './forms.ts';
import * as casing from './casing.ts';
import * as ports from './ports.ts';
import { findPutOff, findRefused } from './refusals.ts';
import * as variables from './variables.ts';

/** A fault with the name of the check that finds it, as Docker prints it: `StageNameCasing`. */
export interface Finding extends Fault {
	rule: string;
}

/** What Docker says of a Dockerfile. */
export interface Checked {
	/** What it does not build, in the order in which it notices. */
	refused: Refusal[];
	/**
	 * What is refused whatever build arguments are given, which may still name a base that has no default,
	 * and what `ONBUILD` puts off and no file that is built on this one can run, in the order of the lines.
	 */
	lasting: Refusal[];
	/** What its checks find, in the order of the lines. */
	findings: Finding[];
}

interface Rule {
	find: (file: Dockerfile) => Fault[];
	/** When it looks. */
	step: Refusal['step'];
	/** Whether it looks at an instruction before that is refused. */
	isFirst?: boolean;
}

const reading = { step: 'reading', isFirst: true } as const;
const building = { step: 'building' } as const;

/** The checks that need only the text, by the names that Docker gives them. */
const rules: Readonly<Record<string, Rule>> = {
	ConsistentInstructionCasing: { find: casing.findMixedCasing, step: 'names' },
	DuplicateStageName: { find: casing.findSameNames, step: 'names' },
	ExposeInvalidFormat: { find: ports.findMappings, ...building, isFirst: true },
	ExposeProtoCasing: { find: ports.findRaisedProtocols, ...building, isFirst: true },
	FromAsCasing: { find: casing.findMixedAs, ...reading },
	FromPlatformFlagConstDisallowed: { find: bases.findFixedPlatforms, step: 'bases' },
	InvalidDefaultArgInFrom: { find: bases.findInvalidDefaults, step: 'names' },
	InvalidDefinitionDescription: { find: casing.findOtherDescriptions, step: 'reading' },
	JSONArgsRecommended: { find: forms.findShellForms, ...building },
	LegacyKeyValueFormat: { find: forms.findLegacyPairs, ...building },
	MaintainerDeprecated: { find: forms.findMaintainers, ...reading },
	MultipleInstructionsDisallowed: { find: forms.findOverridden, ...building },
	NoEmptyContinuation: { find: forms.findEmptyLines, step: 'gaps' },
	RedundantTargetPlatform: { find: bases.findRedundantPlatforms, step: 'bases' },
	ReservedStageName: { find: casing.findReservedNames, step: 'names' },
	SecretsUsedInArgOrEnv: { find: variables.findSecrets, ...building },
	StageNameCasing: { find: casing.findRaisedNames, ...reading },
	UndefinedArgInFrom: { find: bases.findUndeclared, step: 'bases', isFirst: true },
	UndefinedVar: { find: variables.findUndefined, ...building, isFirst: true },
	WorkdirRelativePath: { find: forms.findRelativePaths, ...building },
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
	const top = toOptions(file.directives.get('check')?.split(' ')[0] ?? '');
	const read = file.refused.length > 0 ? file.refused : findRefused(file);
	const refused = [...(top === undefined ? [unknownOption] : []), ...read].sort(
		(a, b) => toPlace(a.step, a.line) - toPlace(b.step, b.line),
	);
	const end = refused.map(({ step, line }) => toPlace(step, line))[0] ?? Infinity;
	const isAsked = toFilter(file, top ?? new Map(), asked);
	const findings = Object.entries(rules)
		.flatMap(([rule, { find, step, isFirst }]) =>
			find(file)
				.filter(({ line }) => toPlace(step, line) - (isFirst ? 0.5 : 0) < end)
				.filter((fault) => isAsked(rule, fault))
				.map(({ line, text }) => ({ rule, line, text })),
		)
		.sort((a, b) => a.line - b.line);
	const isError = top?.get('error')?.some((value) => isTrue.test(value)) === true;
	if (isError && findings.length > 0) refused.push(violation);
	return { refused, lasting: toLasting(refused, findPutOff(file), findings), findings };
}

const isTrue = /^(?:[1tT]|true|True|TRUE)$/;
const unknownOption: Refusal = {
	...{ line: 1, step: 'parsing' },
	text: '`# check` takes `skip=…`, `experimental=…` and `error=true`',
};
const violation: Refusal = {
	...{ line: 1, step: 'building', isLoose: true },
	text: '`# check=error=true` lets no finding pass',
};

/** The place of a line among all lines of all steps. */
function toPlace(step: Refusal['step'], line: number): number {
	return steps.indexOf(step) * 1e9 + line;
}

function toLasting(
	refused: readonly Refusal[],
	putOff: readonly Refusal[],
	findings: readonly Finding[],
): Refusal[] {
	const named = findings.filter(({ rule }) => rule === 'InvalidDefaultArgInFrom');
	const lasting = refused.filter(
		({ line, isLoose }) => !isLoose && !named.some((finding) => finding.line === line),
	);
	return [...lasting, ...putOff].sort((a, b) => a.line - b.line);
}

type Options = ReadonlyMap<string, readonly string[]>;

/** Whether a check is to be run at a place. */
function toFilter(file: Dockerfile, top: Options, asked: readonly string[]) {
	const own = new Map(
		file.instructions.flatMap(({ line, comments }) => {
			const check = comments
				.map((comment) => /^check\s*=\s*(\S+)/i.exec(comment)?.[1])
				.find((options) => options !== undefined);
			return check === undefined ? [] : [[line, toOptions(check)] as const];
		}),
	);
	return (rule: string, { line, skippedAt = line }: Fault): boolean => {
		// What is looked for in the whole file does not see comments.
		const isWhole = ['gaps', 'names'].includes(rules[rule]?.step ?? '');
		const options = [top, isWhole ? undefined : own.get(skippedAt)];
		const isNamed = (option: string) =>
			options.some((one) => {
				const names = one?.get(option);
				return names?.join() === 'all' || names?.includes(rule) === true;
			});
		if (experimental.includes(rule)) return asked.includes(rule) || isNamed('experimental');
		return !isNamed('skip');
	};
}

/** `skip=A,B;error=true` as its parts; nothing where one is no option. */
function toOptions(directive: string): Options | undefined {
	const parts = directive === '' ? [] : directive.split(';');
	const options = parts.map((part) => {
		const [, name = '', names = ''] = /^\s*(skip|experimental|error)\s*=(.*)$/.exec(part) ?? [];
		return [name, names.split(',').map((rule) => rule.trim())] as const;
	});
	const isKnown = ([name, [value = '']]: (typeof options)[number]) =>
		name === 'error' ? /^(?:[1tT0fF]|true|True|TRUE|false|False|FALSE)$/.test(value) : name !== '';
	return options.every(isKnown) ? new Map(options) : undefined;
}
