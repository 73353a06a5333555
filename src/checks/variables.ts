import type { Fault, ParsedDockerfile, Stage, Step } from './steps.ts';
import { toKeys } from './steps.ts';

/** `$name`, `${name}` or `${name:-default}`; a backslash before the dollar keeps it as it is. */
const variable = /(?<!\\)\$(?:\{(\w+)(?:(:?[-+?])([^}]*)|[#%/][^}]*)?\}|(\w+))/g;

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

const words = (list: string) => new RegExp(`(?:^|_)(?:${list})(?:_|$)`, 'i');

/** The words that Docker takes for the names of secrets, and those that take it back. */
const secret = words('apikey|auth|credentials?|key|password|pword|passwd|secret|token');
const harmless = words('public|file|version');

/**
 * UndefinedVar: a variable is declared before it is used. Docker also counts what the base image has
 * in its environment; the text does not tell, so that such a name is reported here all the same.
 */
export function findUndefined({ stages }: ParsedDockerfile): Fault[] {
	const byName = new Map<string, ReadonlySet<string>>();
	return stages.flatMap((stage) => {
		const inherited = byName.get(stage.base.toLowerCase()) ?? [];
		const declared = new Set([...known, ...inherited]);
		const found = stage.steps.flatMap((step) => toUndefined(step, declared));
		// `ENV` passes on to stages built on this one, and so does `ARG`: BuildKit keeps both.
		const own = toDeclared(stage)
			.flatMap(toKeys)
			.map(({ name }) => name);
		if (stage.name !== undefined) {
			byName.set(stage.name.toLowerCase(), new Set([...own, ...inherited]));
		}
		return found;
	});
}

function toUndefined(step: Step, declared: Set<string>): Fault[] {
	const used = expanding.includes(step.keyword) ? findNames(step.text.replace(literal, '')) : [];
	const unknown = new Set(used.filter((name) => !declared.has(name)));
	if (isDeclaring(step)) for (const { name } of toKeys(step)) declared.add(name);
	return [...unknown].map((name) => ({
		line: step.line,
		text: `\`$${name}\` is not declared in this stage`,
	}));
}

/** SecretsUsedInArgOrEnv: what stands in `ARG` or `ENV` stays readable in the image. */
export function findSecrets({ stages, globals }: ParsedDockerfile): Fault[] {
	return [...globals.filter(isDeclaring), ...stages.flatMap(toDeclared)].flatMap((step) =>
		toKeys(step)
			.filter(({ name }) => secret.test(name) && !harmless.test(name))
			.map(({ name }) => ({
				line: step.line,
				text: `\`${name}\` looks like a secret, and \`${step.keyword}\` leaves it in the image`,
			})),
	);
}

function toDeclared({ steps }: Stage): Step[] {
	return steps.filter(isDeclaring);
}

function isDeclaring({ keyword }: Step): boolean {
	return keyword === 'ARG' || keyword === 'ENV';
}

/** The variables that a text uses and that have no default of their own. */
export function findNames(text: string): string[] {
	return [...text.replace(/'[^']*'/g, '').matchAll(variable)]
		.filter(([, , operator]) => operator === undefined)
		.map(([, braced, , , bare]) => braced ?? bare ?? '');
}

/** A text with its variables replaced as BuildKit does; unknown ones become nothing. */
export function expand(text: string, values: ReadonlyMap<string, string>): string {
	const replace = (_: string, braced?: string, operator?: string, word = '', bare?: string) => {
		const value = values.get(braced ?? bare ?? '');
		if (operator?.endsWith('-')) return value || word;
		if (operator?.endsWith('+')) return value === undefined ? '' : word;
		return value ?? '';
	};
	return text.replace(variable, replace);
}
