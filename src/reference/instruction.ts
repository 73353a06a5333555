import type { Reference } from './reference.ts';
import type { Citations } from './sources.ts';
import { linkInstruction } from './addresses.ts';
import {
	escapeText,
	join,
	renderAnchor,
	renderCode,
	renderFence,
	renderFrame,
	renderList,
	renderSection,
	renderText,
} from './markdown.ts';
import { renderGlance } from './glance.ts';
import { renderMounts, renderOptions } from './options.ts';
import { renderChecks, renderHadolint } from './lint.ts';
import { startCitations } from './sources.ts';

type Instruction = Reference['instructions'][number];

/**
 * The page of one instruction as Markdown. `notes` is what the author's notes say of it, with
 * corrections; empty when they do not have it.
 */
export function renderInstruction(
	instruction: Instruction,
	reference: Reference,
	notes: string,
): string {
	const { name, summary, docs, checked, related } = instruction;
	const ground = { ids: ['ref'], title: `${name} in Docker's reference`, url: docs };
	const citations = startCitations(reference.sources, checked, ground);
	return join([
		renderText(summary),
		renderDeprecation(instruction, citations),
		renderSection('Syntax', renderSyntax(instruction, citations)),
		renderSection('At a glance', renderGlance(instruction, citations)),
		renderSection('From the notes', notes),
		renderSection('Options', renderOptions(instruction, citations)),
		renderSection('Mount types', renderMounts(instruction, citations)),
		renderSection('Predefined variables', renderPredefined(instruction, citations)),
		renderSection('Watch out', renderGotchas(instruction, citations)),
		renderSection('Examples', renderExamples(instruction)),
		renderSection('Build checks', renderChecks(instruction, reference, citations)),
		renderSection('hadolint rules', renderHadolint(instruction, citations)),
		renderSection('Related', related.map(linkInstruction).join(' · ')),
		citations.render(),
	]);
}

/** The words behind the name: what kind of thing it is, at a glance. */
export function toTags({ layer, acts, deprecated }: Instruction): string[] {
	const effects = { layer: 'layer', metadata: 'metadata', none: 'no layer' };
	const times = {
		build: 'build time',
		run: 'run time',
		'build and run': 'build and run time',
		'child build': 'child build',
	};
	return [effects[layer.is], times[acts.is], ...(deprecated ? ['deprecated'] : [])];
}

function renderDeprecation({ deprecated }: Instruction, { cite }: Citations): string {
	if (deprecated === undefined) return '';
	const text = `Deprecated since ${escapeText(deprecated.since)}. Write this instead:${cite(deprecated.sources)}`;
	return `> [!WARNING]\n> ${text}\n\n${renderFence('dockerfile', deprecated.replacement)}`;
}

function renderSyntax({ syntax }: Instruction, { cite }: Citations): string {
	const items = syntax.map(({ form, text, note, sources }) => {
		const words = note === undefined ? form : `${form}: ${note}`;
		return `${renderCode(text)} *${renderText(words)}${cite(sources)}*`;
	});
	return renderFrame('syntax', renderList(items));
}

function renderPredefined({ predefined }: Instruction, { cite }: Citations): string {
	return renderList(
		predefined.map(
			({ names, detail, sources }) =>
				`${names.map(renderCode).join(', ')}: ${renderText(detail)}${cite(sources)}`,
		),
	);
}

function renderGotchas({ gotchas }: Instruction, { cite }: Citations): string {
	return renderList(
		gotchas.map(({ id, text, caveat, sources, checked }) => {
			const doubt = caveat === undefined ? '' : ` (Confirmed so far: ${renderText(caveat)}.)`;
			const mark = renderAnchor(`watch-out-${id}`);
			return `${renderText(text)}${doubt}${cite(sources, checked)}${mark}`;
		}),
	);
}

function renderExamples({ examples }: Instruction): string {
	return join(
		examples.map(({ title, code }) =>
			renderSection(escapeText(title), renderFence('dockerfile', code), 3),
		),
	);
}
