/** What a sheet of paper measures, in points, lying on its long side. */
interface Paper {
	/** What readers call it. */
	label: string;
	width: number;
	height: number;
}

/** The papers that the sheet is made for. */
export const papers = {
	a4: { label: 'A4', width: 841.89, height: 595.28 },
	letter: { label: 'Letter', width: 792, height: 612 },
} as const satisfies Record<string, Paper>;

/** The name of a paper in addresses. */
export type PaperName = keyof typeof papers;

/** One file to print. */
export interface Print {
	/** How the file's name ends, without its ending: `a4` in `docker-a4.pdf`. */
	name: string;
	paper: PaperName;
	/** Black on white, without any colour or grey. */
	isBlack: boolean;
}

/** All files to print of a sheet, the most used first. */
export const prints: readonly [Print, ...Print[]] = [
	{ name: 'a4', paper: 'a4', isBlack: false },
	{ name: 'letter', paper: 'letter', isBlack: false },
	{ name: 'a4-black', paper: 'a4', isBlack: true },
	{ name: 'letter-black', paper: 'letter', isBlack: true },
];

/** A picture of one side of the first print. */
export interface Picture {
	/** Counted from 0. */
	side: number;
	/** The same in several sizes, the largest first. */
	sizes: readonly [PictureSize, ...PictureSize[]];
}

/** A picture in one size. */
export interface PictureSize {
	/** How the file's name ends, without its ending. */
	name: string;
	/** Pixels. */
	width: number;
	height: number;
}

/** The pictures of both sides; a sheet may have only the first. */
const pictures: readonly Picture[] = ['a4', 'a4-2'].map((name, side) => ({
	side,
	// Two stand side by side: half of a phone is as wide as the second.
	sizes: [toSize(name, 1000), toSize(`${name}-small`, 480)],
}));

function toSize(name: string, width: number): PictureSize {
	return { name, width, height: Math.round((width * papers.a4.height) / papers.a4.width) };
}

/** The pictures that a sheet has. */
export function toPictures({ sides }: { sides: readonly unknown[] }): Picture[] {
	return pictures.slice(0, sides.length);
}

/** The address of a file of a sheet, from the root of the site: `/cheatsheet/docker-a4.pdf`. */
export function toFile(
	{ page, name }: { page: string; name: string },
	end: string,
	extension: 'pdf' | 'png',
): string {
	return `/${page}/${name}-${end}.${extension}`;
}

const millimetre = 72 / 25.4;

/** The empty edge on all four sides, in points: what every printer can do without. */
export const margin = 9 * millimetre;

/** The space between two columns, in points. */
export const gutter = 14;

/** How large type is and how far its lines are apart, in points. */
export interface Size {
	/** Sentences, in Inter. */
	body: number;
	/** Code, in JetBrains Mono. */
	code: number;
	/** From one baseline to the next; all of a sheet stands on these. */
	grid: number;
}

/** Below 7.5 points nobody reads at arm's length. */
export const smallest: Size = { body: 7.5, code: 7.5, grid: 9.5 };

/** The sizes to choose from, largest first. */
export const sizes: readonly Size[] = [
	{ body: 8.5, code: 8.2, grid: 11 },
	{ body: 8.2, code: 7.9, grid: 10.5 },
	{ body: 8, code: 7.7, grid: 10.25 },
	{ body: 7.8, code: 7.6, grid: 10 },
	{ body: 7.6, code: 7.5, grid: 9.75 },
	smallest,
];

/** How many columns a side has. */
export const columns = 4;

/** The lines that stand above and below the columns: title and rule, rule and address. */
const frame = { head: 3, foot: 2 } as const;

/** The lines that the code to photograph is high, and those that it takes from the last column. */
export const codeLines = 4;
export const codeRows = codeLines - frame.foot;

/** The room on one side of a paper at one size of type. */
export function toRoom(paper: PaperName, { grid }: Size) {
	const { width, height } = papers[paper];
	return {
		/** Points. */
		columnWidth: (width - 2 * margin - (columns - 1) * gutter) / columns,
		/** The lines of a column. */
		rows: Math.floor((height - 2 * margin) / grid) - frame.head - frame.foot,
		/** Where columns end at the latest, in points from the top of the page. */
		bottom: margin + (Math.floor((height - 2 * margin) / grid) - frame.foot) * grid,
	};
}
