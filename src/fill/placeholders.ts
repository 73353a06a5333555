import type { Message } from '../input/message.ts';
import type { TextFile } from '../input/files.ts';
import type { Snippet } from '../snippets/verify.ts';
import { z } from 'zod';
import { registry, repository, tag } from '../checks/image.ts';
import { toMessage } from '../input/message.ts';
import { parseYaml } from '../input/yaml.ts';
import { findFault, findPlaces, toWord, type Placeholder } from './fill.ts';

/**
 * What a value may be, as the source of a regular expression and as the end of “has to be …”: image
 * references as https://github.com/distribution/reference has them, names as Docker does
 * (`[a-zA-Z0-9][a-zA-Z0-9_.-]+`), users as useradd(8) does. None of them has a character that a shell,
 * JSON, YAML or the builder would take for more than itself; `text` stands between double quotes.
 */
const kinds = {
	repository: [repository, 'an image name in lower case without a tag, such as team/shop'],
	tag: [tag, 'a tag: up to 128 letters, digits, _, . or -'],
	registry: [registry, 'a registry or a namespace in lower case, such as ghcr.io or ghcr.io/team'],
	name: [
		'[A-Za-z0-9][A-Za-z0-9_.-]{1,127}',
		'a name of two or more letters, digits, _, . or -, as Docker allows',
	],
	port: [
		'[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d\\d|655[0-2]\\d|6553[0-5]',
		'a port from 1 to 65535',
	],
	user: [
		'[a-z_][a-z0-9_-]{0,31}',
		'a Linux user: up to 32 small letters, digits, _ or -, no digit in front',
	],
	path: [
		'/[\\p{L}\\p{N}_@%+=:,./-]*',
		'an absolute path of letters, digits and _@%+=:,./-, such as /srv/shop',
	],
	file: [
		'[\\p{L}\\p{N}_@%+=:,./][\\p{L}\\p{N}_@%+=:,./-]*',
		'a file of letters, digits and _@%+=:,./-, such as main.py',
	],
	module: ['[A-Za-z_][\\w.]*:[A-Za-z_][\\w.]*', 'a module and its app, such as shop.main:app'],
	word: ['\\w[\\w.@+-]*', 'one word of letters, digits, ., _, @, + or -'],
	text: [
		'(?=.*\\S)[^"\\\\$`\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+',
		'a line of text without ", \\, $, ` and invisible characters',
	],
} as const satisfies Record<string, readonly [string, string]>;

type Kind = keyof typeof kinds;

/** Words of a snippet; what stands in braces is replaced, what is around it has to be there. */
const match = z.string().regex(/^[^{}]*\{[^{}]+\}[^{}]*$/);

/** `placeholders.yaml`: what stands for the reader's own names in the snippets. */
const placeholdersSchema = z.array(
	z
		.strictObject({
			/** Stands in shared addresses and in browsers; never changes. */
			id: z.string().regex(/^[a-z-]+$/),
			/** What the reader is asked for. */
			label: z.string().min(1),
			/** The rule for values. */
			kind: z.enum(Object.keys(kinds) as [Kind, ...Kind[]]),
			/** The snippets in which it is looked for. */
			in: z.enum(['any', 'shell', 'dockerfile']).default('any'),
			match: z.array(match).min(1),
		})
		.refine(
			({ kind, match }) => kind !== 'text' || match.every((words) => /"\{.*\}"/.test(words)),
			{
				message: 'a text has to stand between double quotes; allowed: `name="{words}"`',
			},
		),
);

/** Reads the placeholders; says of which no snippet has the words, or whose own rule refuses them. */
export function toPlaceholders(
	files: readonly TextFile[],
	snippets: readonly Pick<Snippet, 'code' | 'language'>[],
): { placeholders: Placeholder[]; messages: Message[] } {
	const file = files.find(({ path }) => path.endsWith('/placeholders.yaml'));
	if (file === undefined) return { placeholders: [], messages: [] };
	const parsed = parseYaml({ ...file, note: '' }, placeholdersSchema);
	if (!parsed.ok) return { placeholders: [], messages: parsed.messages };
	const placeholders = parsed.value.map(({ kind, ...others }): Placeholder => {
		const [pattern, form] = kinds[kind];
		return { ...others, pattern, form };
	});
	const messages = placeholders.flatMap((one) => findIdle(one, snippets, file));
	return { placeholders, messages };
}

function findIdle(
	placeholder: Placeholder,
	snippets: readonly Pick<Snippet, 'code' | 'language'>[],
	{ path, text }: TextFile,
): Message[] {
	return placeholder.match.flatMap((words) => {
		const line = text.split('\n').findIndex((one) => one.includes(words)) + 1;
		const toWarning = (reason: string, note: string) => [
			toMessage({ file: path, line, isWarning: true }, `${placeholder.id}: ${reason}`, note),
		];
		const fault = findFault(placeholder, toWord(words));
		if (fault !== undefined) return toWarning(`\`${toWord(words)}\` is refused`, fault);
		const one = [{ ...placeholder, match: [words] }];
		const isFound = snippets.some(
			({ code, language }) => findPlaces(code, language, one).length > 0,
		);
		return isFound ? [] : toWarning(`no snippet has \`${words}\``, 'Delete it, or mend it.');
	});
}
