import type { Page } from '@playwright/test';

declare global {
	/** The contrast of a colour with what is behind it from an element on; see `addContrast`. */
	var toContrast: (colour: string, from: Element | null) => number;
}

/** Gives a page the function to ask for contrasts. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function addContrast(page: Page): Promise<void> {
	return page.evaluate(() => {
		// What `color-mix` gives is computed as `color(srgb 0.4 0.7 0.4)`, other colours as bytes.
		const read = (colour: string) => {
			const scale = colour.startsWith('color(srgb') ? 255 : 1;
			return (colour.match(/(?<= |\(|,)[\d.]+/g) ?? []).map((part) => Number(part) * scale);
		};
		const toLuminance = (colour: string) => {
			const [red = 0, green = 0, blue = 0] = read(colour).map((byte) =>
				byte <= 10 ? byte / 3294 : ((byte / 255 + 0.055) / 1.055) ** 2.4,
			);
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
		};
		const findPaper = (start: Element | null): string => {
			for (let one = start; one !== null; one = one.parentElement) {
				const { backgroundColor } = getComputedStyle(one);
				if (/^(?:rgb\(|color\(srgb [^/]+$)/.test(backgroundColor)) return backgroundColor;
			}
			return 'rgb(255, 255, 255)';
		};
		globalThis.toContrast = (colour, from) => {
			const lights = [colour, findPaper(from)].map(toLuminance);
			const [light = 0, dark = 0] = lights.sort((a, b) => b - a);
			return (light + 0.05) / (dark + 0.05);
		};
	});
}

/** The colours of all that is seen, and of what styles put before and behind it. */
export function findColours(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('*')]
			.filter((element) => element.checkVisibility())
			.flatMap((element) =>
				[null, '::before', '::after'].map((part) => {
					const { color, backgroundColor, borderColor, filter, fill, content } = getComputedStyle(
						element,
						part,
					);
					const colours = [color, backgroundColor, borderColor, filter, fill, content].join();
					return `${element.tagName} ${element.className} ${part ?? ''}: ${colours}`;
				}),
			),
	);
}
