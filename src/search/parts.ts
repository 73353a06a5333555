import type { Reference } from '../reference/facts.ts';
import type { SitePage } from '../reference/pages.ts';
import type { SearchRecord } from './record.ts';
import { toOptionAnchor } from '../reference/addresses.ts';
import { toWords } from './spelling.ts';

type Instruction = Reference['instructions'][number];
type Headings = SitePage['headings'];

/** A part of a page; `anchor` is where it stands there. */
export type Part = Partial<SearchRecord> & Pick<SearchRecord, 'kind' | 'name'> & { anchor: string };

/** What is typed as it stands: options, mounts, predefined variables and the rules of hadolint. */
export function toTypedParts({
	name,
	examples,
	options,
	mounts,
	predefined,
	hadolint,
}: Instruction) {
	const toOption = (anchor: string, name: string, option: string, typed = option): Part => ({
		...{ anchor, kind: 'option', name, options: [option], code: findUse(examples, [typed]) },
	});
	return [
		...options.map((option) => ({
			...toOption(toOptionAnchor(option.name), `${name} ${option.name}`, option.name),
			...toSaid(option),
		})),
		...mounts.map((mount) => {
			const typed = `type=${mount.type}`;
			const option = `--mount=${typed}`;
			const part = toOption(`mount-${mount.type}`, `${name} ${option}`, option, typed);
			return { ...part, ...toSaid(mount) };
		}),
		...predefined.flatMap(({ names, detail }) =>
			names.map((variable) => ({
				...toOption('predefined-variables', variable, variable),
				summary: detail,
			})),
		),
		...hadolint.map(({ code, meaning }): Part => ({
			...{ anchor: code.toLowerCase(), kind: 'check', name: code, options: [code] },
			summary: meaning,
		})),
	];
}

/** What only its title is known by: what to watch out for, and examples. */
export function toTitledParts({ gotchas, examples }: Instruction, headings: Headings): Part[] {
	return [
		...gotchas.map(({ id, text }): Part => ({
			...{ anchor: `watch-out-${id}`, kind: 'instruction', name: toSentence(id) },
			...{ isHeading: true, summary: text },
		})),
		...toExampleParts(examples, headings),
	];
}

/** Examples by what they show; those that have a heading. */
export function toExampleParts(
	examples: readonly { title: string; code: string }[],
	headings: Headings,
): Part[] {
	return examples.flatMap(({ title, code }): Part[] => {
		const anchor = headings.find(({ text }) => text === title)?.slug;
		if (anchor === undefined) return [];
		return [{ anchor, kind: 'snippet', name: title, isHeading: true, code }];
	});
}

/** The keys of a Compose file where a guide shows them first, best in a section that is titled so. */
export function toKeyParts(
	{ sections }: Reference['guides'][number],
	lists: Reference['composeKeys'],
	headings: Headings,
): Part[] {
	const toAnchor = (of: string, key: string) => {
		const isIn = new RegExp(`(?:^|[\\s\`])${key}(?:[:\`])`, 'm');
		const isTitled = (title: string, word: string) =>
			toWords(title).join('_').includes(toWords(word).join('_'));
		const shown =
			sections.find(({ title }) => isTitled(title, key)) ??
			sections.find(({ title, text }) => isTitled(title, of) && isIn.test(text)) ??
			sections.find(({ text }) => isIn.test(text));
		return headings.find(({ text }) => text === shown?.title)?.slug;
	};
	return lists.flatMap(({ of, keys }) =>
		Object.entries(keys).flatMap(([key, said]): Part[] => {
			const anchor = toAnchor(of, key);
			if (anchor === undefined) return [];
			// A word alone is asked for in other places, too: `volumes`.
			const options = key.includes('_') ? [key] : [];
			const name = of === 'build' ? `Compose build ${key}` : `Compose ${key}`;
			return [{ anchor, kind: 'option', name, options, summary: said.replaceAll('`', '') }];
		}),
	);
}

/** What the data has to say of an option. */
export function toSaid({ meaning, words }: { meaning: string; words: string[] }) {
	return { summary: meaning, words };
}

/**
 * The first command or instruction of some examples that shows an option in use, by one of its names, with
 * all of its lines, because it is copied; empty if none does.
 */
export function findUse(examples: readonly { code: string }[], names: readonly string[]): string {
	const uses = examples.flatMap(({ code }) =>
		// What a here-document holds is behind the line that begins it.
		code.includes('<<') ? [code] : code.split(/(?<!\\)\n/),
	);
	const isIn = (use: string, name: string) => ` ${use} `.split(/[\s=,]/).includes(name);
	const use = uses.find(
		(use) => names.some((name) => isIn(use, name)) || use.includes(`=${names[0]}`),
	);
	return use?.trim() ?? '';
}

/** Words that are names of instructions wherever they stand. */
const names = /\b(?:arg|cmd|entrypoint|env|healthcheck|onbuild|stopsignal|workdir)\b/g;

/** `env-wins-over-arg` → `ENV wins over ARG`. */
function toSentence(id: string): string {
	const text = id.replaceAll('-', ' ').replace(names, (name) => name.toUpperCase());
	return text.replace(/^./, (letter) => letter.toUpperCase());
}
