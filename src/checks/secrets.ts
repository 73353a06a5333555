import type { ParsedDockerfile, Step } from './dockerfile.ts';
import type { Finding } from './finding.ts';
import { toKeys } from './keys.ts';

const words = (list: string) => new RegExp(`(?:^|_)(?:${list})(?:_|$)`, 'i');

/** The words that Docker takes for the names of secrets, and those that take it back. */
const secret = words('apikey|auth|credentials?|key|password|pword|passwd|secret|token');
const harmless = words('public|file|version');

/** SecretsUsedInArgOrEnv: what stands in `ARG` or `ENV` stays readable in the image. */
export function findSecrets({ stages, globals }: ParsedDockerfile): Finding[] {
	return [...globals, ...stages.flatMap(({ steps }) => steps)].flatMap(toSecrets);
}

function toSecrets(step: Step): Finding[] {
	const { keyword, line } = step;
	if (keyword !== 'ARG' && keyword !== 'ENV') return [];
	return toKeys(step)
		.filter(({ name }) => secret.test(name) && !harmless.test(name))
		.map(({ name }) => ({
			rule: 'SecretsUsedInArgOrEnv',
			line,
			text: `\`${name}\` looks like a secret, and \`${keyword}\` leaves it in the image`,
		}));
}
