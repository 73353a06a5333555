import type { Card, Group, Run, Size } from './sheetModel.ts';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import { isRightToLeft } from '../input/pattern.ts';
import { unknown } from './glyphs.ts';
import { toPlainText } from './sheetModel.ts';
import { toTokens, type Token } from '../snippets/tokens.ts';

const fonts = {
	'@expo-google-fonts/inter': ['400Regular/Inter_400Regular', '700Bold/Inter_700Bold'],
	'@expo-google-fonts/jetbrains-mono': [
		'400Regular/JetBrainsMono_400Regular',
		'400Regular_Italic/JetBrainsMono_400Regular_Italic',
		'700Bold/JetBrainsMono_700Bold',
	],
};

/** Where the templates are. Not found by this module's own address, which Astro changes. */
const folder = 'src/sheet/paper';

let compiler: NodeCompiler | undefined;

function toCompiler(): NodeCompiler {
	compiler ??= NodeCompiler.create({
		workspace: join(process.cwd(), folder),
		fontArgs: [{ fontBlobs: loadFonts() }],
	});
	return compiler;
}

/** Sets a template. Throws when the template is wrong, after printing what the compiler says. */
export function compile(template: string, inputs: Record<string, string>): NodeTypstDocument {
	const mainFilePath = join(process.cwd(), folder, template);
	const compiled = toCompiler().compile({ mainFilePath, inputs });
	// What it remembers of one layout helps no other one, and is tens of megabytes.
	toCompiler().evictCache(0);
	if (compiled.result !== null) return compiled.result;
	compiled.printErrors();
	throw new Error(`${folder}/${template} does not compile.`);
}

/** What a template says of each card. */
export function query<S extends z.ZodType>(document: NodeTypstDocument, schema: S): z.output<S>[] {
	const found: unknown = toCompiler().query(document, { selector: '<card>' });
	return answers.parse(found).map(({ value }) => schema.parse(value));
}

const answers = z.array(z.object({ value: z.unknown() }));

/** A document as PDF/UA-1. */
export function toPdf(document: NodeTypstDocument): Uint8Array {
	return toCompiler().pdf(document, { pdfStandard: 'ua-1' });
}

/** All pages of a document in one picture, one below the other. */
export function toSvg(document: NodeTypstDocument): string {
	return toCompiler().plainSvg(document);
}

function loadFonts(): Buffer[] {
	const require = createRequire(join(process.cwd(), 'package.json'));
	return Object.entries(fonts).flatMap(([name, files]) =>
		files.map((file) => readFileSync(require.resolve(`${name}/${file}.ttf`))),
	);
}

/** The inputs of `look.typ`. */
export function toLook(size: Size, isBlack: boolean) {
	return { size: JSON.stringify(size), black: String(isBlack) };
}

/** A card as the templates take it, with some of its lines: words have a direction, code is in words. */
export function toSet({ title, ...card }: Card, group: Group, isShown = (_at: number) => true) {
	const lines = card.lines.filter((_, at) => isShown(at));
	return {
		...{ ...card, ...toTitled(title), group: { ...toTitled(group.title), kind: group.kind } },
		lines: lines.map((line) => ({
			...line,
			...('code' in line && { code: toCodeLines(toTokens(line.code, line.language)) }),
			...((line.type === 'text' || line.type === 'point') && toDirected(line.runs)),
		})),
	};
}

/** A title as a heading of a PDF, which PDF/UA wants to say something. */
export function toTitled(title: string) {
	return { title: /[^\s\p{C}\p{M}]/u.test(title) ? title : unknown, isRtl: isRightToLeft(title) };
}

/** Code stays from left to right among words that do not. */
function toDirected(runs: readonly Run[]) {
	const isRtl = isRightToLeft(toPlainText(runs));
	const isolate = (run: Run) => (run.style === 'code' ? { ...run, style: 'isolated' } : run);
	return { isRtl, runs: isRtl ? runs.map(isolate) : runs };
}

/** A word of code, which does not break, and how many blanks are before it. */
interface Word {
	gap: number;
	tokens: Token[];
}

/** Cuts code into lines and words, because a flag or an address must not break in itself. */
function toCodeLines(tokens: readonly Token[]): Word[][] {
	const lines: Word[][] = [[]];
	let gap: number | undefined = 0;
	for (const { text, look } of tokens) {
		for (const part of text.split(/(\n| +)/).filter(Boolean)) {
			const line = lines.at(-1);
			const isBlank = part.trim() === '';
			if (part === '\n') lines.push([]);
			else if (!isBlank && gap === undefined) line?.at(-1)?.tokens.push({ text: part, look });
			else if (!isBlank) line?.push({ gap: gap ?? 0, tokens: [{ text: part, look }] });
			gap = isBlank ? (part === '\n' ? 0 : part.length) : undefined;
		}
	}
	return lines;
}
