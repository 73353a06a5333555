import type { Reference } from './reference.ts';
import { linkCheck, linkInstruction } from './addresses.ts';
import { escapeText, join, renderFence, renderSection, renderTable } from './markdown.ts';
import { startCitations } from './sources.ts';

type Check = Reference['checks'][number];

/** The page of one build check as Markdown. */
export function renderCheck(check: Check, reference: Reference): string {
	const { cite, render } = startCitations(reference.sources, check.checked);
	const { instructions, since, url, checked } = check;
	const concerned =
		instructions.length === 0 ? 'any' : instructions.map(linkInstruction).join(', ');
	const facts = [
		['Concerns', concerned],
		['Since Dockerfile', since],
		['Severity', check.severity],
		['State', renderState(check)],
	];
	return join([
		escapeText(check.meaning) + cite(check.sources),
		check.note === undefined ? '' : escapeText(check.note),
		renderTable(['Question', 'Answer'], facts),
		renderSection('Bad', renderFence('dockerfile', check.bad)),
		renderSection('Good', renderFence('dockerfile', check.good)),
		renderSection('Skip it', renderSkip(check)),
		`[${check.name} in Docker's reference](${url}). Facts checked ${checked}.`,
		render(),
	]);
}

/** The page that leads to all checks. */
export function renderChecks(reference: Reference): string {
	const rows = reference.checks.map((check) => [
		linkCheck(check.name, reference),
		escapeText(check.meaning),
		check.instructions.length === 0 ? 'any' : check.instructions.map(linkInstruction).join(', '),
	]);
	return join([
		'Docker checks a Dockerfile on every build and prints what it finds. To run only the checks:',
		renderFence('bash', 'docker build --check .'),
		renderTable(['Check', 'What it finds', 'Instructions'], rows),
	]);
}

function renderState({ experimental, onByDefault, experimentalUntil }: Check): string {
	const state = onByDefault ? 'on by default' : 'off unless asked for';
	const until = experimentalUntil === undefined ? '' : `; experimental until ${experimentalUntil}`;
	return `${experimental ? 'experimental, ' : ''}${state}${until}`;
}

function renderSkip({ name, experimental }: Check): string {
	const line = experimental ? `# check=experimental=${name}` : `# check=skip=${name}`;
	const lead = experimental
		? 'It is off. To turn it on, write at the top of the Dockerfile:'
		: 'For a whole Dockerfile, write at its top:';
	return join([lead, renderFence('dockerfile', `${line}\nFROM alpine`)]);
}
