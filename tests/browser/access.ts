import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { addContrast } from './contrast.ts';

const dist = new URL('../../dist/', import.meta.url);

/** The address of every page of the built site, but of those that only lead on to another one. */
export const addresses = readdirSync(dist, { recursive: true, encoding: 'utf8' })
	.filter((path) => path.endsWith('.html'))
	.filter((path) => !readFileSync(new URL(path, dist), 'utf8').includes('http-equiv="refresh"'))
	.map((path) => `/${path.replace(/index\.html$/, '').replace(/\.html$/, '/')}`);

/**
 * Takes away what only repeats: rows, items, paragraphs and snippets all of whose parts two others have
 * shown in the same place. What asks each element of a page then asks each kind of them, not a thousand.
 */
export function keepFirst(page: Page): Promise<void> {
	return page.evaluate(() => {
		const toName = ({ tagName, className }: Element) => `${tagName}.${className}`;
		const shown = new Map<string, number>();
		for (const one of document.querySelectorAll('main :is(li, tr, p, article), .branch li')) {
			if (!one.isConnected) continue;
			let place = '';
			for (let at: Element | null = one; at !== null; at = at.parentElement) {
				place = `${toName(at)} > ${place}`;
			}
			const parts = new Set([...one.querySelectorAll('*')].map(toName));
			const kinds = [place, ...[...parts].map((part) => `${place}${part}`)];
			if (kinds.every((kind) => (shown.get(kind) ?? 0) >= 2)) one.remove();
			else for (const kind of kinds) shown.set(kind, (shown.get(kind) ?? 0) + 1);
		}
	});
}

/** What has the focus, as somebody sees it who does not use a pointer. */
export interface Focus {
	/** Where it is in the page, to tell it from others. */
	path: string;
	/** Its tag and its words. */
	name: string;
	/** What lies on top of it, or that it is out of view; empty when it is seen. */
	hidden: string;
	/** The contrast of the ring around it with what is behind the ring; 0 when there is none. */
	contrast: number;
}

/** What has the focus; nothing when the page itself has it. */
export async function readFocus(page: Page): Promise<Focus | undefined> {
	await addContrast(page);
	return askFocus(page);
}

function askFocus(page: Page): Promise<Focus | undefined> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!(element instanceof HTMLElement) || element === document.body) return undefined;

		const path: string[] = [];
		for (let one: Element | null = element; one !== null; one = one.parentElement) {
			const at = [...(one.parentElement?.children ?? [])].indexOf(one);
			path.unshift(`${one.tagName.toLowerCase()}:${at}`);
		}
		const style = getComputedStyle(element);
		// The first line of a link that is broken into several.
		const box = element.getClientRects()[0] ?? new DOMRect();
		const isInView =
			box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
		const x = Math.min(Math.max(box.left + Math.min(box.width, 40) / 2, 1), innerWidth - 1);
		const y = Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 1), innerHeight - 1);
		const onTop = document.elementFromPoint(x, y);
		const isOnTop = onTop !== null && (element.contains(onTop) || onTop.contains(element));
		const cover = `${onTop?.tagName} ${onTop?.className} at ${Math.round(x)}, ${Math.round(y)}`;
		const isSeen = isInView && isOnTop && box.width > 0 && box.height > 0;

		const hasRing = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
		const isInside = Number.parseFloat(style.outlineOffset) < 0;
		const from = isInside ? element : element.parentElement;
		return {
			path: path.join('>'),
			name: `${element.tagName.toLowerCase()} ${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}`,
			hidden: isSeen ? '' : isInView ? cover : 'out of view',
			contrast: hasRing ? toContrast(style.outlineColor, from) : 0,
		};
	});
}

/** Presses Tab until the focus leaves the page, and gives what had it on the way. */
export async function walk(page: Page): Promise<Focus[]> {
	await addContrast(page);
	const seen: Focus[] = [];
	for (let presses = 0; presses < 1000; presses += 1) {
		await page.keyboard.press('Tab');
		const focus = await askFocus(page);
		if (focus === undefined || focus.path === seen[0]?.path) return seen;
		seen.push(focus);
	}
	throw new Error('The focus never leaves the page.');
}

/** Words and controls that reach over the right edge and that no box around them can be scrolled to. */
export function findLost(page: Page, within = 'body'): Promise<string[]> {
	return page.locator(`${within} *`).evaluateAll((all) => {
		const lost: string[] = [];
		for (const element of all) {
			const words = [...element.childNodes].filter(
				({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
			);
			const range = document.createRange();
			const boxes = words.flatMap((word) => {
				range.selectNode(word);
				return [...range.getClientRects()];
			});
			if (element.matches('button, input, select, img, svg')) {
				boxes.push(element.getBoundingClientRect());
			}
			if (!boxes.some(({ width, right }) => width > 1 && right > innerWidth + 1)) continue;
			if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
			let isReachable = false;
			for (let one: Element | null = element; one !== null; one = one.parentElement) {
				const { overflowX } = getComputedStyle(one);
				if (overflowX === 'auto' || overflowX === 'scroll') isReachable = true;
				// What is for screen readers alone is cut to a point on purpose; what is not for them says
				// nothing that is not said elsewhere.
				if (one.getBoundingClientRect().width <= 1 || one.ariaHidden === 'true') isReachable = true;
			}
			if (!isReachable) lost.push(`${element.outerHTML.slice(0, 100)}`);
		}
		return lost;
	});
}

/** The buttons that lie on the code that they copy, or on what else is said in its row. */
export function findCovering(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const covering = [...document.querySelectorAll('main button.copy')].filter((button) => {
			const { left, right, top, bottom } = button.getBoundingClientRect();
			const code = button.parentElement?.querySelector('pre, code');
			const text = document.createRange();
			if (code) text.selectNodeContents(code);
			// What a block scrolls out of itself is not seen.
			const lines = code?.matches('pre') ? [code.getBoundingClientRect()] : text.getClientRects();
			const cells = button.closest('tr')?.querySelectorAll(':is(th, td):not(:has(button))') ?? [];
			const boxes = [...cells].map((cell) => cell.getBoundingClientRect());
			return [...lines, ...boxes].some(
				(line) => line.right > left && line.left < right && line.bottom > top && line.top < bottom,
			);
		});
		return covering.map(({ parentElement }) => parentElement?.textContent.slice(0, 60) ?? '');
	});
}

/** Elements whose own text is cut off by their own box. */
export function findClipped(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const clipped: string[] = [];
		for (const element of document.querySelectorAll('body *')) {
			const { overflowX, overflowY, position, textOverflow } = getComputedStyle(element);
			// A preview that ends with dots leads to the whole text.
			if (textOverflow === 'ellipsis') continue;
			const hidesMore = [overflowX, overflowY].some((one) => one === 'hidden' || one === 'clip');
			// What is for screen readers alone is cut to a point on purpose.
			if (!hidesMore || (position === 'absolute' && element.clientWidth <= 1)) continue;
			if (!element.checkVisibility() || element.textContent.trim() === '') continue;
			const isWider = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'auto';
			const isHigher = element.scrollHeight > element.clientHeight + 1 && overflowY !== 'auto';
			if (isWider || isHigher) clipped.push(`${element.tagName} ${element.className}`);
		}
		return clipped;
	});
}

/** The snippets that scroll and have nothing to scroll to. */
export function findIdle(page: Page): Promise<string[]> {
	return page.locator('main pre').evaluateAll((blocks) =>
		blocks.flatMap((block) => {
			if (block.scrollWidth <= block.clientWidth) return [];
			const text = document.createRange();
			text.selectNodeContents(block);
			const { paddingLeft, paddingRight } = getComputedStyle(block);
			const needed = Math.max(...[...text.getClientRects()].map(({ right }) => right), 0);
			const room = block.getBoundingClientRect().left + block.clientWidth;
			const spare = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
			return needed + spare < room ? [block.textContent.slice(0, 60)] : [];
		}),
	);
}

/** The height of a page before somebody has scrolled through it, and after; at most 20 stops. */
export function measure(page: Page): Promise<number[]> {
	return page.evaluate(async () => {
		const { scrollHeight } = document.documentElement;
		for (let y = 0; y < scrollHeight; y += Math.max(innerHeight, scrollHeight / 20)) {
			scrollTo(0, y);
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
		scrollTo(0, 0);
		return [scrollHeight, document.documentElement.scrollHeight];
	});
}

/** What moves, or fades, for longer than a millisecond. */
export function findMoving(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('*')].flatMap((element) =>
			[null, '::before', '::after'].flatMap((part) => {
				const style = getComputedStyle(element, part);
				const times = `${style.transitionDuration}, ${style.animationDuration}`;
				const moves = (times.match(/[\d.]+/g) ?? []).some((time) => Number(time) > 0.001);
				return moves || style.scrollBehavior === 'smooth'
					? [`${element.tagName} ${element.className} ${part ?? ''}`]
					: [];
			}),
		),
	);
}

/** The buttons and fields without an edge and without words. */
export function findBare(page: Page): Promise<string[]> {
	return page
		.locator('button, input:not([type=checkbox], [type=radio]), select')
		.evaluateAll((controls) =>
			controls.flatMap((element) => {
				if (!element.checkVisibility()) return [];
				const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
				const hasEdge = borderTopStyle !== 'none' && Number.parseFloat(borderTopWidth) > 0;
				const hasWords = element.textContent.trim() !== '';
				return hasEdge || hasWords ? [] : [element.outerHTML.slice(0, 120)];
			}),
		);
}

/** Sets the text of a page as wide as its reader may. https://www.w3.org/TR/WCAG22/#text-spacing */
export function setWide(page: Page): Promise<void> {
	return page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(`
			* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
			p { margin-bottom: 2em !important; }
		`);
		document.adoptedStyleSheets.push(sheet);
	});
}
