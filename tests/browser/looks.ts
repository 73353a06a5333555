import { expect, type Page } from '@playwright/test';

/** Rules of axe that ask for room, and those that ask for colours; all others say the same in each look. */
export const ofRoom = ['scrollable-region-focusable', 'target-size'];
export const ofColours = ['color-contrast', 'link-in-text-block'];

/** How pages are looked at, each with what axe is asked there. */
export const looks = [
	{ width: 1440, colorScheme: 'light' },
	{ width: 390, colorScheme: 'dark', rules: [...ofRoom, ...ofColours] },
	{ width: 820, colorScheme: 'light', rules: ofRoom },
	{ width: 1280, colorScheme: 'light', rules: ofRoom },
	{ width: 1920, colorScheme: 'light', rules: ofRoom },
] as const;

/** Shows a page in a theme, as wide as told. */
export async function show(
	page: Page,
	width: number,
	colorScheme: 'dark' | 'light',
): Promise<void> {
	await page.setViewportSize({ width, height: 844 });
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
}
