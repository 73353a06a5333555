import type { Card } from '../src/sheet/sheetModel.ts';
import { execFileSync } from 'node:child_process';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { margin } from '../src/sheet/papers.ts';

/** The words of the lines that no paper leaves out, cell by cell. */
export function toRequired({ lines }: Card): string[] {
	return lines
		.filter(({ priority }) => priority === 0)
		.flatMap((line) => {
			if (line.type === 'table') return line.rows.flat().map(toText);
			if (line.type === 'recipe') return [...line.code.split('\n'), toText(line.runs)];
			if ('code' in line) return line.code.split('\n');
			if (line.type === 'term') return [line.term + (line.value ?? ''), toText(line.runs)];
			return [toText(line.runs)];
		});
}

/** Paper breaks lines where it likes, also within a long word. */
export function withoutSpaces(text: string): string {
	return text.replace(/\s/g, '');
}

function toText(parts: readonly { text: string }[]): string {
	return parts.map(({ text }) => text).join('');
}

/** What a telephone reads from the code in the lower right corner of side one. */
export async function readCode(
	file: string,
	paper: { width: number; height: number },
): Promise<string> {
	const { pixels, corner } = { pixels: 300, corner: 60 };
	const scale = pixels / 72;
	const size = Math.round((corner + margin) * scale);
	const [left, top] = [paper.width, paper.height].map((side) => Math.round(side * scale) - size);
	const part = ['-x', String(left), '-y', String(top), '-W', String(size), '-H', String(size)];
	const args = ['-r', String(pixels), '-f', '1', '-l', '1', ...part, '-png', file];
	const png = execFileSync('pdftoppm', args, { maxBuffer: 2 ** 26 });
	const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
	return decodeQR({ width: info.width, height: info.height, data });
}
