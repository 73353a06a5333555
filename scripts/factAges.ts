/**
 * Lists the facts that nobody has checked for a long time: `npm run facts [-- days]`, 180 days when
 * nothing is said.
 */
import { pathToFileURL } from 'node:url';
import { readDataFiles } from '../src/input/files.ts';
import { renderMessages } from '../src/input/report.ts';
import { toEnvironment } from '../src/env.ts';
import { parseFacts } from '../src/reference/facts.ts';

const days = Number(process.argv[2] ?? 180);
const { today } = toEnvironment(process.env);
const parsed = parseFacts(readDataFiles(pathToFileURL(`${process.cwd()}/`)));
if (!parsed.ok) {
	console.error(renderMessages(parsed.messages, 'build'));
	process.exit(1);
}

/** An entry of the data by what tells it from others: its own file, its id or what it is about. */
interface Entry {
	file?: string;
	id?: string;
	image?: string;
	tag?: string;
}

const facts = Object.entries(parsed.reference).flatMap(([kind, entries]) =>
	([entries].flat() as Entry[]).flatMap((entry) => {
		const { file, image, tag, id = image === undefined ? '' : `${image}:${tag}` } = entry;
		const name = file ?? `${kind}.yaml${id && `, ${id}`}`;
		return collectDays(entry).map((checked) => ({ name, checked }));
	}),
);
const old = facts.filter(({ checked }) => toAge(checked) > days);
for (const { name, checked } of old) console.log(`${checked}  ${name}`);
console.log(`${old.length} of ${facts.length} not checked for more than ${days} days.`);

/** Every day below a key `checked`, however deep. */
function collectDays(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'checked' && typeof inner === 'string' ? [inner] : collectDays(inner),
	);
}

function toAge(checked: string): number {
	return (Date.parse(today) - Date.parse(checked)) / 86_400_000;
}
