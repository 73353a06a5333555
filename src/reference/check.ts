import type { Reference } from './reference.ts';
import { folders, linkCheck, linkInstruction } from './addresses.ts';
import {
	escapeText,
	join,
	renderAnchor,
	renderFence,
	renderFrame,
	renderList,
	renderSection,
	renderTable,
	renderText,
} from './markdown.ts';
import { startCitations } from './sources.ts';

type Check = Reference['checks'][number];

/** The page of one build check as Markdown. */
export function renderCheck(check: Check, reference: Reference): string {
	const { name, meaning, note, url, checked } = check;
	const ground = { ids: ['rules'], title: `${name} in Docker's reference`, url };
	const { cite, render } = startCitations(reference.sources, checked, ground);
	return join([
		renderText(meaning) + cite(check.sources),
		note === undefined ? '' : renderText(note),
		renderState(check),
		renderSection('Bad', renderFence('dockerfile', check.bad)),
		renderSection('Good', renderFence('dockerfile', check.good)),
		renderSection('Skip it', renderSkip(check)),
		render(),
	]);
}

/** The page that leads to all checks. */
export function renderChecks(reference: Reference): string {
	const { checks, usage, sources } = reference;
	const { cite, render } = startCitations(sources, usage[0]?.checked ?? '');
	const rows = checks.map((check) => [
		linkCheck(check.name, reference),
		renderConcerned(check),
		renderText(check.meaning),
	]);
	const items = usage.map(
		({ id, text, sources: ids, checked }) => `${text}${cite(ids, checked)}${renderAnchor(id)}`,
	);
	return join([
		'Docker checks a Dockerfile on every build and prints what it finds. To run only the checks:',
		renderFence('bash', 'docker build --check .'),
		renderSection(
			'All checks',
			renderFrame('stack', renderTable(['Check', 'Concerns', 'What it finds'], rows)),
		),
		renderSection('Run, skip, fail the build', renderList(items)),
		render(),
	]);
}

/** A few words about a check, for beside its title. */
export function toCheckTags({ severity, onByDefault }: Check): string[] {
	return [severity, onByDefault ? 'on by default' : 'off by default'];
}

function renderConcerned({ instructions }: Check): string {
	return instructions.length === 0 ? 'any' : instructions.map(linkInstruction).join(', ');
}

function renderState(check: Check): string {
	const { since, severity, experimental, onByDefault, experimentalUntil } = check;
	const state = onByDefault ? 'on by default' : 'off unless asked for';
	const until = experimentalUntil === undefined ? '' : `, experimental until ${experimentalUntil}`;
	const items = [
		`*Concerns* ${renderConcerned(check)}`,
		`*Since Dockerfile* ${escapeText(since)}`,
		`*Severity* ${severity}`,
		`*State* ${experimental ? 'experimental, ' : ''}${state}${until}`,
	];
	return renderFrame('glance', renderList(items));
}

function renderSkip({ name, experimental }: Check): string {
	const more = `[More ways](/${folders.checks}/#run-skip-fail-the-build) to skip checks or let them fail the build.`;
	const line = experimental ? `# check=experimental=${name}` : `# check=skip=${name}`;
	const lead = experimental
		? 'It is off. To turn it on, write at the top of the Dockerfile:'
		: 'For a whole Dockerfile, write at its top:';
	return join([lead, renderFence('dockerfile', `${line}\nFROM alpine`), more]);
}
