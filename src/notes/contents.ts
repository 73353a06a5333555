import type { Kind } from './layout.ts';
import type { Page } from './pages.ts';

/** Renders what an index page shows of the pages below it, as Markdown. */
export function renderContents(pages: readonly Page[], kind: Kind): string {
	return kind === 'instruction' ? renderTable(pages) : pages.map(renderItem).join('\n');
}

/** The line of the page's first fences that shows the title itself in use, if there is one. */
export function toExample(page: Page): string | undefined {
	const lines = page.sections
		.flatMap(({ fences }) => fences)
		.flatMap(({ code }) => code.split('\n'));
	return lines.find((line) => line.split(' ')[0] === page.title);
}

function renderItem(page: Page): string {
	return `- [${page.title}](/${page.id}/): ${escapeText(page.description)}`;
}

function renderTable(pages: readonly Page[]): string {
	const rows = pages.map((page) => {
		const example = toExample(page);
		const cells = [
			`[${page.title}](/${page.id}/)`,
			escapeText(page.description),
			example === undefined ? '' : renderCode(example),
		];
		return `| ${cells.join(' | ')} |`;
	});
	return ['| Instruction | What it does | Example |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Plain text as Markdown that shows just this text. */
function escapeText(text: string): string {
	return text.replace(/[\\`*_[\]<>|~]/g, '\\$&');
}

/** GFM splits table cells at `|` even within code, unless it is escaped. */
function renderCode(code: string): string {
	const fence = '`'.repeat(
		Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
	);
	const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
	return `${fence}${pad}${code.replaceAll('|', '\\|')}${pad}${fence}`;
}
