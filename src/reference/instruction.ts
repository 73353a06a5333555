import type { Reference } from './reference.ts';
import type { Citations } from './sources.ts';
import { linkCheck, linkInstruction, toOptionAnchor } from './addresses.ts';
import {
	escapeText,
	join,
	renderAnchor,
	renderCode,
	renderFence,
	renderList,
	renderSection,
	renderTable,
} from './markdown.ts';
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
	const citations = startCitations(reference.sources, instruction.checked);
	const body = [
		escapeText(instruction.summary),
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
		renderSection('Related', instruction.related.map(linkInstruction).join(' · ')),
		`[${instruction.name} in Docker's reference](${instruction.docs}). Facts checked ${instruction.checked}.`,
	];
	return join([...body, citations.render()]);
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
	const rows = syntax.map(({ form, text, note = '', sources }) => [
		form,
		renderCode(text) + cite(sources),
		escapeText(note),
	]);
	return renderTable(['Form', 'Write', 'When'], rows);
}

function renderGlance(instruction: Instruction, { cite }: Citations): string {
	const { layer, acts, repeat, variables, inherited, override } = instruction;
	const facts = [
		{ label: 'Image', ...layer },
		{ label: 'Acts', ...acts },
		{ label: 'Repeated', ...repeat },
		{ label: 'Variables', ...variables },
		{ label: 'Inherited', ...inherited },
		{ label: 'Overridden at run', ...override },
	];
	const rows = facts.map(({ label, is, detail, sources, checked }) => [
		label,
		`**${is}**`,
		escapeText(detail) + cite(sources, checked),
	]);
	const flag = override.flag === undefined ? '' : `, with ${escapeText(override.flag)}`;
	if (rows[5]) rows[5][1] = `**${override.is}**${flag}`;
	return renderTable(['Question', 'Answer', 'In detail'], rows);
}

function renderOptions({ options }: Instruction, { cite }: Citations): string {
	if (options.length === 0) return '';
	const rows = options.map((option) => [
		`${renderCode(option.name)}${renderAnchor(toOptionAnchor(option.name))}`,
		option.value === undefined ? '' : renderCode(option.value),
		option.since ?? '',
		[
			escapeText(option.meaning),
			option.default === undefined ? '' : `Default: ${renderCode(option.default)}.`,
			option.sinceNote === undefined ? '' : `(${escapeText(option.sinceNote)}.)`,
			`[Docs](${option.url})${cite(option.sources)}`,
		]
			.filter(Boolean)
			.join(' '),
	]);
	return renderTable(['Option', 'Value', 'Since', 'What it does'], rows);
}

function renderMounts({ mounts }: Instruction, { cite }: Citations): string {
	if (mounts.length === 0) return '';
	const rows = mounts.map(({ type, meaning, keys, defaults, url, sources }) => {
		const values = Object.entries(defaults).map(([key, value]) => renderCode(`${key}=${value}`));
		return [
			`${renderCode(`--mount=type=${type}`)}${renderAnchor(`mount-${type}`)}`,
			`${escapeText(meaning)} [Docs](${url})${cite(sources)}`,
			keys.map(renderCode).join(', ') +
				(values.length === 0 ? '' : ` Defaults: ${values.join(', ')}.`),
		];
	});
	return renderTable(['Type', 'What it does', 'Keys'], rows);
}

function renderPredefined({ predefined }: Instruction, { cite }: Citations): string {
	return renderList(
		predefined.map(
			({ names, detail, sources }) =>
				`${names.map(renderCode).join(', ')}: ${escapeText(detail)}${cite(sources)}`,
		),
	);
}

function renderGotchas({ gotchas }: Instruction, { cite }: Citations): string {
	return renderList(
		gotchas.map(({ id, text, caveat, sources, checked }) => {
			const doubt = caveat === undefined ? '' : ` (Confirmed so far: ${escapeText(caveat)}.)`;
			const mark = renderAnchor(`watch-out-${id}`);
			return `${escapeText(text)}${doubt}${cite(sources, checked)}${mark}`;
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

function renderChecks(instruction: Instruction, reference: Reference, { cite }: Citations): string {
	return renderList(
		instruction.checks.map(
			({ rule, meaning, sources }) =>
				`${linkCheck(rule, reference)}: ${escapeText(meaning)}${cite(sources)}`,
		),
	);
}

function renderHadolint({ hadolint }: Instruction, { cite }: Citations): string {
	return renderList(
		hadolint.map(
			({ code, severity, meaning, url, sources }) =>
				`[${code}](${url}) (${severity?.toLowerCase() ?? 'ShellCheck'}): ` +
				`${escapeText(meaning)}${cite(sources)}${renderAnchor(code.toLowerCase())}`,
		),
	);
}
