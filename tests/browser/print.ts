import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** Prints a page to a file, as a reader does; gives the text of each page of paper. */
export async function print(page: Page, file: string, options: object): Promise<string[]> {
	writeFileSync(file, await page.pdf(options));
	const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
	return text.split('\f').slice(0, -1);
}
