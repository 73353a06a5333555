import type { Reference } from '../reference/facts.ts';
import type { Content, Run } from './model.ts';
import { dress, findFact, listKinds, type Subject } from './facts.ts';

/** What a name in the plan stands for, or why it stands for nothing. */
export type Found = { ok: true; contents: Content[] } | { ok: false; text: string };

/**
 * Finds what a name in `sheet.yaml` stands for: `kind name` of the card's own subject, or
 * `SUBJECT kind name` of an instruction or a command (by its file). Several joined by ` + ` are one
 * line.
 */
export function findRef(ref: string, own: Subject | undefined, reference: Reference): Found {
	const found = ref.split(' + ').map((part) => findOne(part, own, reference));
	const wrong = found.find(({ ok }) => !ok);
	if (wrong?.ok === false) return wrong;
	const contents = found.flatMap((one) => (one.ok ? one.contents : []));
	return { ok: true, contents: contents.length > 1 ? [toPoint(contents)] : contents };
}

/** The instruction or the command of a name. */
export function findSubject(name: string, reference: Reference): Subject | undefined {
	const instruction = reference.instructions.find((other) => other.name === name);
	if (instruction) return { type: 'instruction', facts: instruction };
	const command = reference.commands.find(({ id }) => id === name);
	return command && { type: 'command', facts: command };
}

function findOne(ref: string, own: Subject | undefined, reference: Reference): Found {
	const names = reference.instructions.map(({ name }) => name);
	const [first = '', ...others] = ref.split(' ');
	const isOwn = own !== undefined && listKinds(own).includes(first);
	const subject = isOwn ? own : findSubject(first, reference);
	if (subject === undefined) {
		const known = own ? listKinds(own).join(', ') : `${names.join(', ')} or a command's file`;
		return { ok: false, text: `\`${ref}\` does not begin with a name; allowed: ${known}` };
	}
	const [kind = '', ...rest] = isOwn ? [first, ...others] : others;
	const content = findFact(subject, kind, rest.join(' '));
	if (content) return { ok: true, contents: [dress(content, names)] };
	const { file } = subject.facts;
	const kinds = listKinds(subject);
	const text = kinds.includes(kind)
		? `\`${ref}\` is not in ${file}; allowed: what stands there`
		: `\`${ref}\` names no kind of fact; allowed: ${kinds.join(', ')}`;
	return { ok: false, text };
}

function toPoint(contents: readonly Content[]): Content {
	const space: Run = { text: ' ', style: 'plain' };
	const runs = contents.flatMap((content, at) => [
		...(at > 0 ? [space] : []),
		...('runs' in content ? content.runs : []),
	]);
	return { type: 'point', runs };
}
