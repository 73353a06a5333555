import type { StageView, Use } from './explanation.ts';
import { h, withAttributes, type ViewElement } from './node.ts';

/** The height of a stage and the width of the arrows beside it, in pixels. */
const row = 56;
const width = 56;

/** The stages one below the other, with an arrow from each that is used to the one that uses it. */
export function toPicture(stages: readonly StageView[]): ViewElement {
	const height = String(stages.length * row);
	const arrows = stages.flatMap(({ uses }, to) =>
		[...new Set(uses.map(({ stage }) => stage))].flatMap((from) => toArrow(from, to)),
	);
	const drawing = withAttributes(h('svg', ...arrows), {
		...{ viewBox: `0 0 ${width} ${height}`, width: String(width), height, 'aria-hidden': 'true' },
	});
	const items = stages.map((stage) => toStage(stage, stages));
	return h('div.explained-stages', drawing, h('ol', ...items));
}

function toArrow(from: number, to: number): ViewElement[] {
	const start = from * row + row / 2 + 6;
	const end = to * row + row / 2 - 6;
	const bend = Math.max(4, width - 16 - 14 * (to - from));
	const edge = width - 2;
	const line = `M${edge},${start} C${bend},${start} ${bend},${end} ${edge - 6},${end}`;
	const head = `M${edge},${end} l-8,-4 v8 z`;
	return [withAttributes(h('path'), { d: line }), withAttributes(h('path.head'), { d: head })];
}

const roles = {
	result: 'becomes the image',
	used: '',
	unused: 'not needed for the image',
} as const;
const ways = { base: 'starts from', copy: 'copies from', mount: 'mounts' } as const;

function toStage(stage: StageView, stages: readonly StageView[]): ViewElement {
	const { name, line, last, image, role, uses } = stage;
	const toUse = ({ stage, line, how }: Use) =>
		`${ways[how]} ${stages[stage]?.name ?? stage} (line ${line})`;
	const base = image === undefined ? '' : `starts from ${image}`;
	const lines = line === last ? `line ${line}` : `lines ${line}–${last}`;
	const words = [roles[role], base, ...uses.map(toUse)].filter(Boolean).join(' · ');
	return h(
		`li.${role}`,
		h('p', withAttributes(h('a', name), { href: `#line-${line}` }), ` ${lines}`),
		withAttributes(h('p', words), { title: words }),
	);
}
