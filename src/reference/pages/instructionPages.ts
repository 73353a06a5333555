import type { InstructionFacts, Reference } from '../facts.ts';
import { toExample } from '../../notes/notes.ts';
import { folders, linkTo, renderMore } from '../addresses.ts';
import {
	escapeText,
	join,
	renderAnchor,
	renderCode,
	renderFence,
	renderFrame,
	renderList,
	renderSection,
	renderStack,
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
		tags: facts.deprecated ? ['deprecated'] : [],
		line: page?.line,
		file: page?.file ?? facts.file,
		topic: page?.topic,
		example:
			lines.find((line) => line.startsWith(`${facts.name} `) && !line.endsWith('\\')) ??
			(page && toExample(page)) ??
			facts.syntax[0]?.text,
	});
}

function renderInstruction(
	instruction: InstructionFacts,
	reference: Reference,
	notes: string,
): string {
	const { name, summary, docs, checked } = instruction;
	const own = { title: `${name} in Docker's reference`, url: docs };
	const citations = startCitations(reference.sources, checked, { ids: ['ref'], links: [own] });
	const more = [
		renderSection('Build checks', renderChecks(name, reference, citations)),
		renderSection('hadolint rules', renderHadolint(instruction, citations)),
	];
	const body = [
		renderText(summary),
		renderDeprecation(instruction, citations),
		renderFence('dockerfile', toLead(instruction)),
		renderSyntax(instruction, citations),
		renderGlance(instruction),
		renderSection('Options', renderOptions(instruction, citations)),
		renderSection('Mount types', renderMounts(instruction, citations)),
		renderSection('Predefined variables', renderPredefined(instruction, citations)),
		renderSection('Watch out', renderGotchas(instruction, citations)),
		renderSection('Examples', renderExamples(instruction)),
		renderSection('In detail', renderDetails(instruction, citations)),
		renderSection('From the notes', notes),
	];
	return join([...body, renderMore(instruction, reference, ...more, citations.render())]);
}

function renderDeprecation({ deprecated }: InstructionFacts, { cite }: Citations): string {
	if (deprecated === undefined) return '';
	const text = `Deprecated since ${escapeText(deprecated.since)}. Use this instead:${cite(deprecated.sources)}`;
	return `> [!WARNING]\n> ${text}`;
}

function renderSyntax({ syntax }: InstructionFacts, { cite }: Citations): string {
	const items = syntax.map(({ form, text, note, sources }) => {
		// The only way to write it needs no name.
		const words = [syntax.length > 1 && form, note].filter(Boolean).join(': ');
		const said = `${renderText(words)}${cite(sources)}`;
		return said === '' ? renderCode(text) : `${renderCode(text)} *${said}*`;
	});
	return renderFrame('syntax', renderList(items));
}

/** The instruction in use, without the lines around it; a deprecated one shows what to use instead. */
export function toLead({ name, examples, deprecated, syntax }: InstructionFacts): string {
	if (deprecated) return deprecated.replacement;
	return toStatement(examples[0]?.code ?? '', name) ?? syntax[0]?.text ?? '';
}

/** The first statement of a Dockerfile that begins with a name, with the lines it goes on in. */
export function toStatement(code: string, name: string): string | undefined {
	const lines = code.split('\n');
	const start = lines.findIndex((line) => line.startsWith(`${name} `));
	const last = lines.findIndex((line, at) => at >= start && !line.endsWith('\\'));
	return start < 0 ? undefined : lines.slice(start, last + 1).join('\n');
}

const effects = { layer: 'Adds a layer', metadata: 'Only settings', none: 'No layer' };

/** What an instruction does to the image, in one line. */
function renderGlance({
	layer,
	acts,
	repeat,
	variables,
	inherited,
	override,
}: InstructionFacts): string {
	const facts = [
		effects[layer.is],
		`${acts.is === 'child build' ? 'in a' : 'at'} ${acts.is}`,
		repeat.is,
		`variables: ${variables.is}`,
		`inherited: ${inherited.is}`,
		`changed by docker run: ${override.is}`,
	];
	return renderFrame('glance', facts.map(escapeText).join(' · '));
}

/** The same in sentences, with what says so. */
function renderDetails(instruction: InstructionFacts, { cite }: Citations): string {
	const { layer, acts, repeat, variables, inherited, override } = instruction;
	const { flag } = override;
	const facts = [
		{ label: 'Image', ...layer },
		{ label: 'When', ...acts },
		{ label: 'Repeated', ...repeat },
		{ label: 'Variables', ...variables },
		{ label: 'Inherited', ...inherited },
		{ label: 'At docker run', ...override },
	];
	const rows = facts.map(({ label, is, detail, sources, checked }, index) => {
		const how = index === facts.length - 1 && flag !== undefined ? ` with ${renderText(flag)}` : '';
		return [label, `**${is}**${how}: ${renderText(detail)}${cite(sources, checked)}`];
	});
	return renderStack(['What', 'In detail'], rows);
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
		gotchas.map(({ id, text, sources, checked }) => {
			const mark = renderAnchor(`watch-out-${id}`);
			return `${renderText(text)}${cite(sources, checked)}${mark}`;
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
function renderChecks(name: string, reference: Reference, { cite }: Citations): string {
	const own = reference.checks.filter(({ instructions }) => instructions.includes(name));
	if (own.length === 0) return '';
	const items = own.map(({ name, meaning, experimental }) => {
		const state = experimental ? ' (experimental, off unless asked for)' : '';
		return `${linkTo(name, reference)}${state}: ${renderText(meaning)}`;
	});
	const lead = `\`docker build --check .\` finds:${cite(['ruleset'])}`;
	return join([lead, renderList(items)]);
}

/** The rules of hadolint that speak of an instruction; each has an address by its code. */
function renderHadolint({ hadolint }: InstructionFacts, { cite }: Citations): string {
	if (hadolint.length === 0) return '';
	const items = hadolint.map(({ code, severity, meaning, url }) => {
		const kind = severity?.toLowerCase() ?? 'ShellCheck';
		return `[${code}](${url}) (${kind}): ${renderText(meaning)}${renderAnchor(code.toLowerCase())}`;
	});
	const lead = `hadolint, a linter apart from Docker, finds:${cite(['hadolint'])}`;
	return join([lead, renderList(items)]);
}
