import type { Parse } from './buildkit.ts';
import type { Finding } from './snippet.ts';
import { validate, ValidationCode } from 'dockerfile-utils';
import { findFaults } from '../checks/checks.ts';
import { parseDockerfile, toStep, type Step } from '../checks/dockerfile.ts';

/** The options that each instruction has, by its name in capitals. */
export type KnownOptions = ReadonlyMap<string, readonly string[]>;

/** What a fragment is put behind to be a whole Dockerfile. */
const frame = 'FROM scratch\n';

/** What BuildKit builds all the same: options that came later, a name that a check warns of. */
const tolerated: readonly unknown[] = [
	ValidationCode.DUPLICATE_BUILD_STAGE_NAME,
	ValidationCode.UNKNOWN_ADD_FLAG,
	ValidationCode.UNKNOWN_COPY_FLAG,
	ValidationCode.UNKNOWN_FROM_FLAG,
	ValidationCode.UNKNOWN_HEALTHCHECK_FLAG,
];

/** Whether a Dockerfile starts a stage of its own, so that it can be built as it stands. */
export function isComplete(code: string): boolean {
	return parseDockerfile(code).stages.length > 0;
}

/**
 * Everything that is wrong with a Dockerfile, or with a part of one, which gets the `FROM` that it
 * needs: for BuildKit's parser, for dockerfile-utils, for the build checks, in its options.
 */
export function checkDockerfile(
	code: string,
	options: KnownOptions,
	parse: Parse,
	asked: readonly string[] = [],
): Finding[] {
	const whole = isComplete(code) ? code : frame + code;
	const shift = whole === code ? 0 : 1;
	const fault = parse(whole);
	const syntax = fault === undefined ? [] : [{ rule: 'syntax', line: 1 + shift, text: fault }];
	const found = [...toDiagnostics(whole), ...findUnknownOptions(whole, options)];
	return [...(found.length > 0 ? [] : syntax), ...found, ...findFaults(whole, asked)]
		.map((finding) => ({ ...finding, line: Math.max(1, finding.line - shift) }))
		.sort((a, b) => a.line - b.line);
}

/** What is an error for dockerfile-utils; its warnings are the build checks'. */
function toDiagnostics(whole: string): Finding[] {
	const error = 1;
	return validate(whole)
		.filter(({ severity, code }) => severity === error && !tolerated.includes(code))
		.map(({ range, message }) => ({
			rule: 'syntax',
			line: range.start.line + 1,
			text: typeof message === 'string' ? message : message.value,
		}));
}

function findUnknownOptions(whole: string, options: KnownOptions): Finding[] {
	return parseDockerfile(whole)
		.steps.flatMap(toTriggered)
		.flatMap(({ keyword, flags, line }) => {
			const known = options.get(keyword);
			if (known === undefined) return [];
			return flags
				.filter(({ name }) => !known.includes(`--${name}`))
				.map(({ name }) => ({
					rule: 'option',
					line,
					text: `\`${keyword}\` has no option \`--${name}\`; it has: ${known.join(', ') || 'none'}`,
				}));
		});
}

/** An instruction, and the one that `ONBUILD` puts off. */
function toTriggered(step: Step): Step[] {
	const { instruction } = step;
	const later = 'getTriggerInstruction' in instruction ? instruction.getTriggerInstruction : null;
	const trigger = typeof later === 'function' ? later.call(instruction) : null;
	return trigger ? [step, toStep(trigger)] : [step];
}
