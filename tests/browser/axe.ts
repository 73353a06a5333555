import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

/** What axe is asked for; everything on the whole page when nothing is said. */
export interface Question {
	rules?: readonly string[];
	/** Selectors of the parts that are asked. */
	within?: readonly string[];
}

/**
 * What axe finds on a page as it looks now, by rule and element. The page is given axe once, however
 * often it is asked, and as debuggers do: its policy refuses a script that comes otherwise.
 */
export async function findFaults(page: Page, question: Question = {}): Promise<string[]> {
	const { rules, within = ['html'] } = question;
	if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
	// What is right is not told: there is more of it than of the page.
	const options: RunOptions = {
		resultTypes: ['violations'],
		// As large as a finger needs; axe asks for it only when it is told to.
		rules: { 'target-size': { enabled: true } },
		...(rules && { runOnly: [...rules] }),
	};
	const asked = { include: within.map((selector) => [selector]), options };
	return page.evaluate(async ({ include, options }) => {
		const { violations } = await axe.run({ include }, options);
		return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
	}, asked);
}
