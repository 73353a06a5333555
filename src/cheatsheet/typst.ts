import type { PaperName } from './papers.ts';
import type { Sheet } from './sheet.ts';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { papers } from './papers.ts';

/** A sheet of paper has two sides. */
const mostPages = 2;

/** The sizes to try, largest first: what fits two pages wins, and below the last no text is legible. */
const scales = [1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1, 0.95, 0.9, 0.85];

const fonts = {
	'@expo-google-fonts/inter': ['400Regular/Inter_400Regular', '700Bold/Inter_700Bold'],
	'@expo-google-fonts/jetbrains-mono': [
		'400Regular/JetBrainsMono_400Regular',
		'700Bold/JetBrainsMono_700Bold',
	],
};

/**
 * Sets the sheet with Typst. The PDF is tagged (PDF/UA-1), has its fonts within and is the same to
 * the byte for the same sheet. `site` is the address that links lead to, with a slash at the
 * end. Throws when the sheet needs more than two pages.
 */
export function renderPdf(sheet: Sheet, paper: PaperName, site: string): Uint8Array {
	const { compiler, document } = compile(sheet, paper, site);
	return compiler.pdf(document, { pdfStandard: 'ua-1' });
}

/** Both sides as one SVG, one below the other. */
export function renderSvg(sheet: Sheet, paper: PaperName, site: string): string {
	const { compiler, document } = compile(sheet, paper, site);
	return compiler.plainSvg(document);
}

/** Sets the sheet as large as two pages allow. */
function compile(sheet: Sheet, paper: PaperName, site: string) {
	const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: loadFonts() }] });
	for (const scale of scales) {
		const inputs = toInputs(sheet, paper, site, scale);
		const mainFileContent = readOwn('src/cheatsheet/sheet.typ');
		const compiled = compiler.compile({ mainFileContent, inputs });
		const document = compiled.result;
		if (document === null) {
			compiled.printErrors();
			throw new Error(`The cheatsheet for ${papers[paper].label} does not compile.`);
		}
		if (document.numOfPages <= mostPages) return { compiler, document };
	}
	throw new Error(
		`The cheatsheet for ${papers[paper].label} needs more than ${mostPages} pages. ` +
			'Take a heading off the sheet in src/notes/layout.ts, or shorten the notes below one.',
	);
}

function toInputs(sheet: Sheet, paper: PaperName, site: string, scale: number) {
	return {
		sheet: JSON.stringify(sheet),
		paper: papers[paper].typst,
		site,
		mark: readOwn('src/components/mark.svg'),
		scale: String(scale),
	};
}

/** Read from the project's folder: a module's own address is not its place once Astro bundles it. */
function readOwn(path: string): string {
	return readFileSync(join(process.cwd(), path), 'utf8');
}

function loadFonts(): Buffer[] {
	const require = createRequire(join(process.cwd(), 'package.json'));
	return Object.entries(fonts).flatMap(([name, files]) =>
		files.map((file) => readFileSync(require.resolve(`${name}/${file}.ttf`))),
	);
}
