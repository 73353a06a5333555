import type { CommandFacts, InstructionFacts, Reference } from '../reference/facts.ts';
import type { CommandFact, ExplainFacts, Fact, InstructionFact, Link } from './explanation.ts';
import { folders } from '../reference/addresses.ts';
import { agreement, decider } from '../checks/agreement.ts';
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
		lifecycles: lifecycles.flatMap(({ image, tag, until, note, instead, variants, url }) =>
			until === undefined ? [] : [{ image, tag, until, note, instead, variants, url }],
		),
		commands: commands.filter(({ name }) => explained.includes(name)).map(toCommand),
		...{ compose, agreement, decider, today },
	};
}

const none = { url: '', keys: {} };

function toInstruction(facts: InstructionFacts): InstructionFact {
	const { id, layer, options, mounts } = facts;
	const href = `/${folders.instructions}/${id}/`;
	return {
		...{ href, effect: layer.is },
		options: Object.fromEntries(options.map(({ name, meaning }) => [name, meaning])),
		mounts: Object.fromEntries(mounts.map(({ type, meaning }) => [type, meaning])),
	};
}

/** What findings rest on: build checks, watch-outs of instructions and of whole files, hadolint's rules. */
function toFacts(reference: Reference): [string, Fact][] {
	const { instructions, checks, watchouts, sources } = reference;
	const used = new Set(usedFacts);
	const toLinks = (ids: readonly string[]): Link[] =>
		ids.flatMap((id) => {
			const source = sources[id];
			return source ? [{ text: source.title, href: source.url }] : [];
		});
	const all: [string, Fact][] = [
		...checks.map(({ id, name, meaning, url }): [string, Fact] => [
			name,
			{
				text: meaning,
				href: `/${folders.checks}/${id}/`,
				links: [{ text: "Docker's reference", href: url }],
			},
		]),
		...instructions.flatMap(({ id, gotchas, hadolint }) => {
			const href = `/${folders.instructions}/${id}/`;
			return [
				...gotchas.map(({ id: own, text, sources: ids }): [string, Fact] => [
					`${id}/${own}`,
					{ text, href: `${href}#watch-out-${own}`, links: toLinks(ids) },
				]),
				...hadolint.map(({ code, meaning, url }): [string, Fact] => [
					code,
					{
						text: meaning,
						href: `${href}#${code.toLowerCase()}`,
						links: [{ text: `hadolint ${code}`, href: url }],
					},
				]),
			];
		}),
		...watchouts.map(({ id, text, page, links }): [string, Fact] => [
			id,
			{
				text,
				href: page ?? '',
				links: links.map(({ title, url }) => ({ text: title, href: url })),
			},
		]),
	];
	return all.filter(([name]) => used.has(name) || checks.some((check) => check.name === name));
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
		flags: flags.map(({ name, short, meaning, value }) => ({
			names: short === undefined ? [name] : [name, short],
			text: meaning,
			...(value === undefined && { isSwitch: true }),
		})),
	};
}
