import type { Page } from './pages.ts';

/** The line of the page's fences that shows the title itself in use, if there is one. */
export function toExample(page: Page): string | undefined {
	const lines = page.sections
		.flatMap(({ fences }) => fences)
		.flatMap(({ code }) => code.split(/\r?\n/));
	return lines.find((line) => line.split(' ')[0] === page.title);
}
