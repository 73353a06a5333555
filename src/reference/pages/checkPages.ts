import type { CheckFacts, Reference } from '../facts.ts';
import { linkTo, renderMore } from '../addresses.ts';
import {
	escapeText,
	join,
	renderFence,
	renderFrame,
	renderSection,
	renderStack,
	renderText,
	startCitations,
} from '../markdown.ts';
import { toFolder, type SitePage } from './page.ts';

/** The page of all build checks and one for each. */
export function toCheckPages(reference: Reference): SitePage[] {
	const index = {
		title: 'Build checks',
		description: "What Docker's build checks find, how to fix it and how to skip a check.",
		body: renderChecks(reference),
	};
	return toFolder('check', index, reference.checks, (check) => ({
		title: check.name,
		description: check.meaning,
		body: renderCheck(check, reference),
	}));
}

/** The page of one build check as Markdown. */
function renderCheck(check: CheckFacts, reference: Reference): string {
	const { name, meaning, note, url, checked } = check;
	const ground = { ids: ['rules'], links: [{ title: `${name} in Docker's reference`, url }] };
	const { cite, render } = startCitations(reference.sources, checked, ground);
	return join([
		renderText(meaning) + cite(check.sources),
		note === undefined ? '' : renderText(note),
		renderState(check, reference),
		renderSection('Message', renderFence('text wrap', check.messages.join('\n'))),
		renderSection('Bad', renderFrame('bad', renderFence('dockerfile', check.bad))),
		renderSection('Good', renderFrame('good', renderFence('dockerfile', check.good))),
		renderSection('Skip it', renderSkip(check, reference)),
		renderMore({ name }, reference, render()),
	]);
}

/** The page that leads to all checks. */
function renderChecks(reference: Reference): string {
	const rows = reference.checks.map((check) => [
		linkTo(check.name, reference),
		renderConcerned(check, reference),
		renderText(check.meaning),
	]);
	return join([
		'Each build runs a linter, too: it checks the Dockerfile by these lint rules and prints what it finds as warnings. To run only the checks:',
		renderFence('bash', 'docker build --check .'),
		linkTo('build-checks', reference),
		renderStack(['Check', 'Concerns', 'What it finds'], rows),
	]);
}

function renderConcerned({ instructions }: CheckFacts, reference: Reference): string {
	const links = instructions.map((name) => linkTo(name, reference));
	return links.join(', ') || 'any instruction';
}

function renderState(check: CheckFacts, reference: Reference): string {
	const facts = [
		renderConcerned(check, reference),
		`since Dockerfile ${escapeText(check.since)}`,
		'warning',
		check.experimental ? 'experimental, off unless asked for' : 'on by default',
	];
	return renderFrame('glance', facts.join(' · '));
}

function renderSkip({ name, experimental }: CheckFacts, reference: Reference): string {
	const line = experimental ? `# check=experimental=${name}` : `# check=skip=${name}`;
	const lead = experimental
		? 'It is off. To turn it on, write at the top of the Dockerfile:'
		: 'For a whole Dockerfile, write at its top:';
	return join([
		lead,
		renderFence('dockerfile', `${line}\nFROM alpine`),
		linkTo('build-checks', reference),
	]);
}
