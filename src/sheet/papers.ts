import type { Group, Line, PaperName, Sheet, Side, Size } from './sheetModel.ts';

/** A kind of paper, lying on its long side, and how it is set. */
interface Paper {
	/** What readers call it. */
	label: string;
	/** Points. */
	width: number;
	height: number;
	/** How many columns a side has. */
	columns: number;
	/** The sizes of type to choose from, smallest first: what fits at one fits at all before it. */
	sizes: readonly [Size, ...Size[]];
	/** Whether all sides of a sheet are set on one. */
	isPoster: boolean;
}

/** Below 7.5 points nobody reads at arm's length. */
const hand = {
	columns: 4,
	sizes: [
		{ body: 7.5, code: 7.5, grid: 9 },
		{ body: 7.75, code: 7.6, grid: 9.4 },
		{ body: 8, code: 7.8, grid: 10 },
		{ body: 8.5, code: 8.2, grid: 10.75 },
	],
	isPoster: false,
} as const;

/** On a wall nobody reads what is below 9 points. */
const wall = { columns: 5, sizes: [{ body: 9, code: 9, grid: 10.7 }], isPoster: true } as const;

/** The papers that sheets are made for. */
export const papers = {
	a4: { label: 'A4', width: 841.89, height: 595.28, ...hand },
	letter: { label: 'Letter', width: 792, height: 612, ...hand },
	a3: { label: 'A3', width: 1190.55, height: 841.89, ...wall },
	tabloid: { label: 'Tabloid', width: 1224, height: 792, ...wall },
} as const satisfies Record<PaperName, Paper>;

/** The sides of a sheet as they are set on a paper. */
export function toSides({ sides }: Pick<Sheet, 'sides'>, paper: PaperName): readonly Side[] {
	const { isPoster } = papers[paper];
	const known = isPoster ? ['poster'] : ['poster', 'sheet'];
	const shown = sides.map((side) => ({ ...side, groups: side.groups.flatMap(toShown) }));
	if (!isPoster) return shown;
	const title = sides.map((side) => side.title).join(' · ');
	const legend = sides.flatMap((side) => side.legend ?? []);
	return [{ title, groups: shown.flatMap(({ groups }) => groups), legend }];

	function toShown(group: Group): Group[] {
		const cards = group.cards
			.filter(({ reach }) => known.includes(reach))
			.map((card) => (isPoster ? { ...card, lines: card.lines.map(toPosterLine) } : card));
		return cards.length > 0 ? [{ ...group, cards }] : [];
	}
}

/** What two sides always show is the first thing that a poster can do without. */
function toPosterLine(line: Line): Line {
	return line.isForSides ? { ...line, priority: 1 } : line;
}

/** One file to print. */
export interface Print {
	/** How the file's name ends, without its ending: `a4` in `docker-a4.pdf`. */
	name: string;
	/** What readers call it. */
	label: string;
	paper: PaperName;
	/** Black on white, without any colour or grey. */
	isBlack: boolean;
}

/** All files to print of a sheet, the most used first. */
export const prints: readonly [Print, ...Print[]] = [
	{ name: 'a4', label: 'A4', paper: 'a4', isBlack: false },
	{ name: 'letter', label: 'Letter', paper: 'letter', isBlack: false },
	{ name: 'a4-black', label: 'A4 black', paper: 'a4', isBlack: true },
	{ name: 'letter-black', label: 'Letter black', paper: 'letter', isBlack: true },
	{ name: 'poster-a3', label: 'Poster A3', paper: 'a3', isBlack: false },
	{ name: 'poster-tabloid', label: 'Poster Tabloid', paper: 'tabloid', isBlack: false },
];

/** The files to print that a sheet has. One that nobody made choices for has no posters. */
export function toPrints({ isPlain }: Pick<Sheet, 'isPlain'>): Print[] {
	return prints.filter(({ paper }) => !isPlain || !papers[paper].isPoster);
}

/** The picture of the first side of the first print, in several sizes, the largest first. */
export const pictures = [toPicture('a4', 1000), toPicture('a4-small', 480)] as const;

function toPicture(name: string, width: number) {
	const height = Math.round((width * papers.a4.height) / papers.a4.width);
	return { name, width, height };
}

/** The address of a file of a sheet, from the root of the site: `/cheatsheet/docker-a4.pdf`. */
export function toFile(
	{ page, name }: { page: string; name: string },
	end: string,
	extension: 'pdf' | 'png',
): string {
	return `/${page}/${name}-${end}.${extension}`;
}

/** Whether others can open an address: nobody can follow one of this machine from paper. */
export function isPublic(site: string): boolean {
	return !/^(?:localhost|127\..*|\[::1?\]|0\.0\.0\.0)$/.test(new URL(site).hostname);
}

const millimetre = 72 / 25.4;

/** The empty edge on all four sides, in points: what every printer can do without. */
export const margin = 9 * millimetre;

/** The space between two columns, in points. */
export const gutter = 14;

/** The lines that stand above and below the columns: title and rule, rule and address. */
export const frame = { head: 2.4, foot: 2.3 } as const;

/** The lines that the code to photograph is high, and those that it takes from the last column. */
export const codeLines = 4;
export const codeRows = codeLines - frame.foot;

/** The room on one side of a paper at one size of type. */
export function toRoom(paper: PaperName, { grid }: Size) {
	const { width, height, columns } = papers[paper];
	const rows = Math.floor((height - 2 * margin) / grid - frame.head - frame.foot);
	return {
		columns,
		/** Points. */
		columnWidth: (width - 2 * margin - (columns - 1) * gutter) / columns,
		/** The lines of a column. */
		rows,
		/** Where columns end at the latest, in points from the top of the page. */
		bottom: margin + (frame.head + rows) * grid,
	};
}
