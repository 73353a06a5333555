import type { CommandFacts, InstructionFacts, Reference } from '../reference/facts.ts';
import type { CommandFact, ExplainFacts, Fact, InstructionFact } from './explanation.ts';
import { folders } from '../reference/addresses.ts';
import { agreement, decider } from '../checks/agreement.ts';
import { decidable } from '../checks/checks.ts';
import { usedFacts } from './findings.ts';

/** The commands whose lines can be explained. */
const explained: readonly string[] = ['docker run', 'docker build'];

/** The part of the facts that a browser takes to explain a text. `today` is a day as `2026-11-24`. */
export function toExplainFacts(reference: Reference, today: string): ExplainFacts {
	const { instructions, commands, lifecycles, composeKeys } = reference;
	const compose = { file: none, service: none, build: none };
	for (const { of, url, keys } of composeKeys) compose[of] = { url, keys };
	return {
		instructions: Object.fromEntries(instructions.map((one) => [one.name, toInstruction(one)])),
		facts: Object.fromEntries(toFacts(reference)),
		directives: toDirectives(reference),
		lifecycles: lifecycles.flatMap(({ until, checked: _, ...others }) =>
			until === undefined || until >= today ? [] : [{ ...others, until }],
		),
		commands: commands.filter(({ name }) => explained.includes(name)).map(toCommand),
		...{ compose, agreement, decider },
	};
}

const none = { url: '', keys: {} };

function toInstruction({ layer, options, mounts }: InstructionFacts): InstructionFact {
	return {
		effect: layer.is,
		options: Object.fromEntries(options.map(({ name, meaning }) => [name, meaning])),
		mounts: Object.fromEntries(mounts.map(({ type, meaning }) => [type, meaning])),
	};
}

/** What findings rest on: build checks, watch-outs of instructions and of whole files, hadolint's rules. */
function toFacts(reference: Reference): [string, Fact][] {
	const { instructions, checks, watchouts, sources } = reference;
	const toLink = ({ title, url }: { title: string; url: string }) => ({ text: title, href: url });
	const all: [string, Fact][] = [
		...instructions.flatMap(({ id, gotchas, hadolint }) => {
			const href = `/${folders.instructions}/${id}/`;
			return [
				...gotchas.map(({ id: own, text, sources: ids }): [string, Fact] => [
					`${id}/${own}`,
					{
						text,
						href: `${href}#watch-out-${own}`,
						links: ids.flatMap((one) => sources[one] ?? []).map(toLink),
					},
				]),
				...hadolint.map(({ code, meaning, url }): [string, Fact] => {
					const links = [{ text: `hadolint ${code}`, href: url }];
					return [code, { text: meaning, href: `${href}#${code.toLowerCase()}`, links }];
				}),
			];
		}),
		...watchouts.map(({ id, text, page, links }): [string, Fact] => [
			id,
			{ text, href: page ?? '', links: links.map(toLink) },
		]),
	];
	return [...checks.flatMap(toCheck), ...all.filter(([name]) => usedFacts.includes(name))];
}

/** What a check found says all that it means; its page says more. */
function toCheck({ id, name, url }: Reference['checks'][number]): [string, Fact][] {
	if (!decidable.includes(name)) return [];
	const links = [{ text: "Docker's reference", href: url }];
	return [[name, { text: '', href: `/${folders.checks}/${id}/`, links }]];
}

/** `syntax`, `escape` and `check`, as the table of parser directives has them. */
function toDirectives({ tables }: Reference): Record<string, string> {
	const rows = tables.find(({ id }) => id === 'parser-directives')?.rows ?? [];
	return Object.fromEntries(
		rows.flatMap(([written = '', text = '']) => {
			const [, name] = /#\s*(\w+)=/.exec(written) ?? [];
			const plain = text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
			return name === undefined
				? []
				: [[name, `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`]];
		}),
	);
}

function toCommand({ id, name, canonical, aliases, summary, flags }: CommandFacts): CommandFact {
	return {
		names: [...new Set([name, canonical, ...aliases])],
		...{ href: `/${folders.commands}/${id}/`, summary },
		flags: Object.fromEntries(
			flags.map(({ name, short, meaning, value }) => {
				const names = short === undefined ? name : `${name} ${short}`;
				return [value === undefined ? names : `${names}=`, meaning];
			}),
		),
	};
}
