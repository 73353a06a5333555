import type { InstructionFacts, Reference } from '../facts.ts';
import { toExample } from '../../notes/notes.ts';
import { findNaming, folders, linkCheck, renderRelated } from '../addresses.ts';
import {
	escapeText,
	join,
	renderAnchor,
	renderCaveat,
	renderCode,
	renderFence,
	renderFrame,
	renderList,
	renderSection,
	renderText,
	startCitations,
	type Citations,
} from '../markdown.ts';
import { renderMounts, renderOptions } from '../options.ts';
import { embedNotes, toFactPage, type NotesPage, type SitePage } from './page.ts';

/** The page of an instruction with what the notes say of it, if they have it (`page`). */
export function toInstructionPage(
	facts: InstructionFacts,
	reference: Reference,
	page?: NotesPage,
): SitePage {
	const lines = facts.examples.flatMap(({ code }) => code.split('\n'));
	return toFactPage({
		id: `${folders.instructions}/${facts.id}`,
		title: facts.name,
		description: facts.summary,
		kind: 'instruction',
		parents: page?.parents ?? [folders.tables, folders.instructions],
		body: renderInstruction(facts, reference, page ? embedNotes(page.body) : ''),
		tags: toTags(facts),
		line: page?.line,
		file: page?.file ?? facts.file,
		topic: page?.topic,
		example:
			(page && toExample(page)) ??
			lines.find((line) => line.startsWith(`${facts.name} `)) ??
			facts.syntax[0]?.text,
	});
}

function renderInstruction(
	instruction: InstructionFacts,
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
		renderSection(
			'Related',
			renderRelated([...related, ...findNaming(name, reference)], reference),
		),
		citations.render(),
	]);
}

/** The words behind the name: what kind of thing it is, at a glance. */
function toTags({ layer, acts, deprecated }: InstructionFacts): string[] {
	const effects = { layer: 'layer', metadata: 'metadata', none: 'no layer' };
	const times = {
		build: 'build time',
		run: 'run time',
		'build and run': 'build and run time',
		'child build': 'child build',
	};
	return [effects[layer.is], times[acts.is], ...(deprecated ? ['deprecated'] : [])];
}

function renderDeprecation({ deprecated }: InstructionFacts, { cite }: Citations): string {
	if (deprecated === undefined) return '';
	const text = `Deprecated since ${escapeText(deprecated.since)}. Write this instead:${cite(deprecated.sources)}`;
	return `> [!WARNING]\n> ${text}\n\n${renderFence('dockerfile', deprecated.replacement)}`;
}

function renderSyntax({ syntax }: InstructionFacts, { cite }: Citations): string {
	const items = syntax.map(({ form, text, note, sources }) => {
		const words = note === undefined ? form : `${form}: ${note}`;
		return `${renderCode(text)} *${renderText(words)}${cite(sources)}*`;
	});
	return renderFrame('syntax', renderList(items));
}

/** What an instruction does to the image, as six short answers. */
function renderGlance(instruction: InstructionFacts, { cite }: Citations): string {
	const { layer, acts, repeat, variables, inherited, override } = instruction;
	const { flag } = override;
	const facts = [
		{ label: 'Adds to the image', ...layer },
		{ label: 'Acts', ...acts },
		{ label: 'Written again', ...repeat },
		{ label: 'Variables expanded', ...variables },
		{ label: 'Inherited', ...inherited },
		{ label: 'Overridden at run', ...override },
	];
	const items = facts.map(({ label, is, detail, sources, checked }, index) => {
		const how =
			index === facts.length - 1 && flag !== undefined ? `, with ${renderText(flag)}` : '';
		return `*${label}* **${is}**${how}: ${renderText(detail)}${cite(sources, checked)}`;
	});
	return renderFrame('glance', renderList(items));
}

function renderPredefined({ predefined }: InstructionFacts, { cite }: Citations): string {
	return renderList(
		predefined.map(
			({ names, detail, sources }) =>
				`${names.map(renderCode).join(', ')}: ${renderText(detail)}${cite(sources)}`,
		),
	);
}

function renderGotchas({ gotchas }: InstructionFacts, { cite }: Citations): string {
	return renderList(
		gotchas.map(({ id, text, caveat, sources, checked }) => {
			const mark = renderAnchor(`watch-out-${id}`);
			return `${renderText(text)}${renderCaveat(caveat)}${cite(sources, checked)}${mark}`;
		}),
	);
}

function renderExamples({ examples }: InstructionFacts): string {
	return join(
		examples.map(({ title, code }) =>
			renderSection(escapeText(title), renderFence('dockerfile', code), 3),
		),
	);
}

/** Docker's own checks that speak of an instruction. */
function renderChecks(
	{ checks }: InstructionFacts,
	reference: Reference,
	{ cite }: Citations,
): string {
	if (checks.length === 0) return '';
	const items = checks.map(
		({ rule, meaning }) => `${linkCheck(rule, reference)}: ${renderText(meaning)}`,
	);
	const lead = `\`docker build --check .\` finds:${cite(toSources(checks))}`;
	return join([lead, renderList(items)]);
}

/** The rules of hadolint that speak of an instruction; each has an address by its code. */
function renderHadolint({ hadolint }: InstructionFacts, { cite }: Citations): string {
	if (hadolint.length === 0) return '';
	const items = hadolint.map(({ code, severity, meaning, url }) => {
		const kind = severity?.toLowerCase() ?? 'ShellCheck';
		return `[${code}](${url}) (${kind}): ${renderText(meaning)}${renderAnchor(code.toLowerCase())}`;
	});
	const lead = `hadolint, a linter apart from Docker, finds:${cite(toSources(hadolint))}`;
	return join([lead, renderList(items)]);
}

function toSources(facts: readonly { sources: readonly string[] }[]): string[] {
	return [...new Set(facts.flatMap(({ sources }) => sources))];
}
