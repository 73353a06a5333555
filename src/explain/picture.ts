import type { StageView, Use } from './explanation.ts';
import { h, type ViewNode } from './node.ts';

/** The height of a stage and the width of the arrows beside it, in pixels. */
const row = 56;
const width = 56;

/** The stages one below the other, with an arrow from each that is used to the one that uses it. */
export function toPicture(stages: readonly StageView[]): ViewNode {
	const height = stages.length * row;
	const arrows = stages.flatMap(({ uses }, to) =>
		[...new Map(uses.map((use) => [use.stage, use])).values()].map((use) => toArrow(use.stage, to)),
	);
	return h(
		'div',
		{ class: 'explained-stages' },
		h(
			'svg',
			{
				viewBox: `0 0 ${width} ${height}`,
				width: String(width),
				height: String(height),
				'aria-hidden': 'true',
			},
			...arrows.flat(),
		),
		h('ol', {}, ...stages.map((stage) => toStage(stage, stages))),
	);
}

function toArrow(from: number, to: number): ViewNode[] {
	const start = from * row + row / 2 + 6;
	const end = to * row + row / 2 - 6;
	const bend = Math.max(4, width - 16 - 14 * (to - from));
	const edge = width - 2;
	return [
		h('path', { d: `M${edge},${start} C${bend},${start} ${bend},${end} ${edge - 6},${end}` }),
		h('path', { class: 'head', d: `M${edge},${end} l-8,-4 v8 z` }),
	];
}

const roles = {
	result: 'becomes the image',
	used: '',
	unused: 'not needed for the image',
} as const;

function toStage(
	{ name, line, last, image, role, uses }: StageView,
	stages: readonly StageView[],
): ViewNode {
	const from = uses.map(
		({ stage, line, how }) => `${ways[how]} ${stages[stage]?.name ?? stage} (line ${line})`,
	);
	const base = image === undefined ? [] : [`starts from ${image}`];
	const lines = line === last ? `line ${line}` : `lines ${line}–${last}`;
	const words = [roles[role], ...base, ...from].filter(Boolean).join(' · ');
	return h(
		'li',
		{ class: role },
		h('p', {}, h('a', { href: `#line-${line}` }, name), ` ${lines}`),
		h('p', { title: words }, words),
	);
}

const ways: Readonly<Record<Use['how'], string>> = {
	base: 'starts from',
	copy: 'copies from',
	mount: 'mounts',
};
