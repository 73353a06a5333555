import type { Random } from './random.ts';
import { words } from './words.ts';

/** Makes one piece of a section as Markdown. */
type ToBlock = (random: Random) => string;

/** Some sentences. */
export const toParagraph: ToBlock = (random) =>
	repeat(2 + random.below(3), () => toSentence(random)).join(' ');

/** A list, in which some items have a list of their own. */
export const toList: ToBlock = (random) =>
	repeat(3 + random.below(4), () => {
		const item = `- ${toSentence(random)}`;
		if (random.below(3) > 0) return item;
		const inner = repeat(2 + random.below(2), () => `  - ${toSentence(random)}`);
		return [item, ...inner].join('\n');
	}).join('\n');

/** A table of options. */
export const toTable: ToBlock = (random) => {
	const names = random.shuffle(words.options).slice(0, 3 + random.below(5));
	const rows = names.map(
		(name) => `| \`${name}\` | \`${random.pick(words.values)}\` | ${toSentence(random)} |`,
	);
	return ['| Option | Default | What it does |', '| --- | --- | --- |', ...rows].join('\n');
};

/** A fence in one of the languages that such notes have. */
export const toFence: ToBlock = (random) => {
	const { language, toCode } = random.pick(fences);
	return `\`\`\`${language}\n${toCode(random)}\n\`\`\``;
};

const fences: readonly { language: string; toCode: ToBlock }[] = [
	{
		language: 'bash',
		toCode: (random) => repeat(2 + random.below(4), () => toCommand(random)).join('\n'),
	},
	{ language: 'yaml', toCode: toYaml },
	{ language: 'json', toCode: toJson },
	{ language: 'sql', toCode: toSql },
	{ language: 'text', toCode: toOutput },
];

function toCommand(random: Random): string {
	const options = random.shuffle(words.options).slice(0, random.below(3));
	const written = options.map((option) => `${option} ${random.pick(words.values)}`);
	return [
		random.pick(words.tools),
		toName(random.pick(words.verbs)),
		...written,
		toName(random.pick(words.nouns)),
	].join(' ');
}

function toYaml(random: Random): string {
	const services = random.shuffle(words.nouns).slice(0, 2);
	return services
		.map(
			(name) =>
				`${name}:\n  state: ${toName(random.pick(words.properties))}\n  retries: ${random.below(9)}`,
		)
		.join('\n');
}

function toJson(random: Random): string {
	const fields = random.shuffle(words.nouns).slice(0, 3);
	return JSON.stringify(
		Object.fromEntries(fields.map((name) => [name, random.below(500)])),
		null,
		2,
	);
}

function toSql(random: Random): string {
	const [column, table] = random.shuffle(words.nouns);
	return `SELECT ${column}, count(*)\nFROM ${table}\nGROUP BY ${column};`;
}

function toOutput(random: Random): string {
	return repeat(
		3 + random.below(3),
		() =>
			`${toName(random.pick(words.nouns)).padEnd(14)} ${String(random.below(9999)).padStart(6)}  ${random.pick(words.properties)}`,
	).join('\n');
}

function toSentence(random: Random): string {
	const { pick } = random;
	const [noun, other] = [pick(words.nouns), pick(words.nouns)];
	return pick([
		`The ${noun} stay ${pick(words.properties)} until somebody asks to ${pick(words.verbs)} the ${other}.`,
		`Use \`${pick(words.options)}\` to ${pick(words.verbs)} ${pick(words.properties)} ${noun} ${pick(words.places)}.`,
		`Whoever has to ${pick(words.verbs)} ${noun} should **${pick(words.verbs)}** the ${other} first.`,
		`Without ${pick(words.properties)} ${noun} the ${other} are only ${pick(words.properties)}.`,
		`It takes \`${pick(words.values)}\` by default, which is right for ${pick(words.properties)} ${noun}.`,
	]);
}

function toName(word: string): string {
	return word.replaceAll(' ', '-');
}

function repeat<T>(times: number, make: () => T): T[] {
	return Array.from({ length: times }, make);
}
