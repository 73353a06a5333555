/**
 * Lists the facts that nobody has checked for a long time: `npm run facts [-- days]`, 180 days when
 * nothing is said.
 */
import { pathToFileURL } from 'node:url';
import { loadSite } from '../src/site.ts';
import { renderMessages } from '../src/input/report.ts';
import { toEnvironment } from '../src/env.ts';

const days = Number(process.argv[2] ?? 180);
const { today } = toEnvironment(process.env);
const site = loadSite(pathToFileURL(`${process.cwd()}/`), today);
if (!site.ok) {
	console.error(renderMessages(site.messages, 'build'));
	process.exit(1);
}

const { instructions, commands, checks, answers, guides } = site.reference;
const { corrections, lifecycles, tables, usage, versions } = site.reference;
const facts = [
	...[...instructions, ...commands, ...checks, ...answers, ...guides].flatMap((entry) =>
		collectDays(entry).map((checked) => ({ name: entry.file, checked })),
	),
	...corrections.map(({ id, checked }) => ({ name: `corrections.yaml, ${id}`, checked })),
	...lifecycles.map(({ image, tag, checked }) => ({ name: `${image}:${tag}`, checked })),
	...usage.map(({ id, checked }) => ({ name: `usage.yaml, ${id}`, checked })),
	...(versions ? [{ name: 'versions.yaml', checked: versions.checked }] : []),
	...tables.map(({ id, checked }) => ({ name: `tables.yaml, ${id}`, checked })),
];
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
