import {
	resolve,
	toExpandedTexts,
	type Dockerfile,
	type Fault,
	type Variable,
} from '../dockerfile/dockerfile.ts';

const words = (list: string) => new RegExp(`(?:^|_)(?:${list})(?:_|$)`, 'i');

/** The words that Docker takes for the names of secrets, and those that take it back. */
const secret = words('apikey|auth|credentials?|key|password|pword|passwd|secret|token');
const harmless = words('public|file|version');

/**
 * UndefinedVar: a variable is declared before it is used. What the base image has in its environment
 * counts too; where nobody knows that, nothing is reported.
 */
export function findUndefined({ places }: Dockerfile): Fault[] {
	return places.flatMap(({ instruction, environment }) => {
		// What `EXPOSE` does not know is nothing to it.
		if (environment.isOpen || instruction.keyword === 'EXPOSE') return [];
		const variables = new Map(environment.variables);
		return toExpandedTexts(instruction).flatMap(({ text, isRaw, declares }) => {
			const { missing } = resolve(text, { ...environment, variables }, isRaw);
			// `ARG a=1 b=$a`: an argument knows those before it.
			if (declares !== undefined && !variables.has(declares))
				variables.set(declares, toDeclared(declares));
			return missing
				.filter((name) => !/^BUILDKIT_SBOM_SCAN_(?:CONTEXT|STAGE)$/.test(name))
				.map((name) => ({
					line: instruction.line,
					text: `\`$${name}\` is not declared in this stage`,
				}));
		});
	});
}

function toDeclared(name: string): Variable {
	return { name, value: '', text: '', isSure: false, line: 0, kind: 'ARG' };
}

/** SecretsUsedInArgOrEnv: what stands in `ARG` or `ENV` of a stage stays readable in the image. */
export function findSecrets({ places }: Dockerfile): Fault[] {
	return places.flatMap(({ instruction: { keyword, line, pairs }, environment }) => {
		if (keyword !== 'ARG' && keyword !== 'ENV') return [];
		return pairs
			.map(({ name }) => (keyword === 'ENV' ? resolve(name, environment).value : name))
			.filter((name) => secret.test(name) && !harmless.test(name))
			.map((name) => ({
				line,
				text: `\`${name}\` looks like a secret, and \`${keyword}\` leaves it in the image`,
			}));
	});
}
