import type { Card, Size, Token } from './sheetModel.ts';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import { toTokens } from './tokens.ts';

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

/** The values that a template leaves at a label. */
export function query<S extends z.ZodType>(
	document: NodeTypstDocument,
	selector: string,
	schema: S,
): z.output<S>[] {
	const found: unknown = toCompiler().query(document, { selector });
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

/** A card as the templates take it: code is cut into words. */
export function toSet(card: Card) {
	const lines = card.lines.map((line) => ({
		...line,
		...('code' in line && { code: toCodeLines(toTokens(line.code, line.language)) }),
		...(line.type === 'term' && { value: toCodeLines([toToken(line.value ?? '')])[0] }),
	}));
	return { ...card, lines };
}

function toToken(text: string): Token {
	return { text, look: 'place' };
}

/** A line of code as paper sets it: how far it is indented, and its words, which do not break. */
interface CodeLine {
	indent: number;
	words: Token[][];
	/** The blanks before each word that are more than one, as in columns of code. */
	gaps: number[];
}

/** Cuts code into lines and words, because a flag or an address must not break in itself. */
function toCodeLines(tokens: readonly Token[]): CodeLine[] {
	const lines: CodeLine[] = [toStart()];
	for (const { text, look } of tokens) {
		for (const part of text.split(/(\n| +)/)) {
			const line = lines.at(-1);
			if (part === '' || line === undefined) continue;
			if (part === '\n') lines.push(toStart());
			else if (part.trim() !== '') line.words.at(-1)?.push({ text: part, look });
			else if (line.words[0]?.length === 0) line.indent = part.length;
			else {
				line.words.push([]);
				line.gaps.push(part.length - 1);
			}
		}
	}
	return lines.map(({ indent, words, gaps }) => {
		const isWord = (at: number) => (words[at] ?? []).length > 0;
		return {
			indent,
			words: words.filter((_, at) => isWord(at)),
			gaps: gaps.filter((_, at) => isWord(at)),
		};
	});
}

function toStart(): CodeLine {
	return { indent: 0, words: [[]], gaps: [0] };
}
