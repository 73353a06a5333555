import { createHash } from 'node:crypto';
import { changeAddresses, type Page } from './page.ts';
import { readTarget, toName, toPlace } from './address.ts';

/** What the document is made of besides its pages. */
export interface Parts {
	/** What the site is called. */
	name: string;
	/** The path that the site stands below, and where it is published. */
	base: string;
	origin: string;
	/** All that styles the pages. */
	styles: string;
	/** Makes one page of many, searches and copies. */
	program: string;
	/** Pictures as `data:` addresses, by their paths. */
	pictures: ReadonlyMap<string, string>;
}

/** Pages that are no reading, and what needs a site around itself. */
const left = /^(?:404|search\/index)\.html$/;
const siteOnly = [
	'footer, noscript, .toc-narrow, .toc-wide, .right-sidebar-container, mobile-starlight-toc',
	'#own, .add, .home-sheet, .sheet-offer',
].join(', ');

/** Attributes that name the ids of other elements. */
const naming = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget'];

/**
 * Makes one document of all pages of the site, each an article with the address as its id. Without
 * its program it is a long text; with it, it shows the article that the address names.
 */
export function toDocument(pages: readonly Page[], parts: Parts): string {
	const all = pages.filter(({ path }) => !left.test(path));
	const shell = all.find(({ $ }) => $('nav.sidebar').length > 0) ?? all[0];
	if (shell === undefined) throw new Error('There is no page to make a document of.');
	const reading = toOrdered(all, shell, parts.base);
	for (const page of reading) prepare(page, parts);
	const articles = reading.map(toArticle);
	const { $ } = shell;
	$('main').replaceWith(`<main>${articles.join('')}</main>`);
	$('.skip, .sl-skip-link').attr('href', '#');
	$('[aria-current]').removeAttr('aria-current');
	$('html').removeAttr('data-has-toc');
	$('link[rel~=stylesheet], head style, head meta[name=description]').remove();
	$('title').text(parts.name);
	$('head').append(`<style>${parts.styles}</style>`);
	$('body').append(`<script>${parts.program}</script>`);
	$('meta[charset]').after(`<meta http-equiv="Content-Security-Policy" content="">`);
	$('meta[http-equiv]').attr('content', toPolicy(shell));
	return $.html();
}

/** The home page, then as the sidebar has them, then those that it has not. */
function toOrdered(pages: readonly Page[], { $, path }: Page, base: string): Page[] {
	const links = $('nav.sidebar a[href]').toArray();
	const targets = links.map(({ attribs }) => readTarget(attribs['href'] ?? '', path, base));
	const named = ['index.html', ...targets.flatMap((one) => (one.isInside ? [one.path] : []))];
	const first = [...new Set(named)].flatMap(
		(path) => pages.find((page) => page.path === path) ?? [],
	);
	return [...first, ...pages.filter((page) => !first.includes(page))];
}

function prepare(page: Page, { base, origin, pictures }: Parts): void {
	const { $, path } = page;
	$(siteOnly).remove();
	$('[data-base]').attr('data-base', '#');
	changeAddresses(page, (address, element) => {
		const target = readTarget(address, path, base);
		if (!target.isInside) return undefined;
		if (element.is('form')) return '#';
		if (target.path.endsWith('.html')) {
			const id = decodeURIComponent(target.hash.slice(1));
			return `#${toPlace(target.path, id)}`;
		}
		return pictures.get(target.path) ?? new URL(address, origin).href;
	});
	for (const element of $('main [id]').toArray()) rename($(element), 'id', path);
	for (const name of naming) {
		for (const element of $(`main [${name}]`).toArray()) rename($(element), name, path);
	}
}

function rename(element: ReturnType<Page['$']>, name: string, path: string): void {
	const ids = (element.attr(name) ?? '').split(/\s+/);
	element.attr(name, ids.map((id) => toPlace(path, id)).join(' '));
}

function toArticle({ $, path }: Page): string {
	const article = $('<article></article>').attr('data-title', $('h1').first().text().trim());
	// The article has the page's own name; the heading at its top had it before.
	$('main h1').removeAttr('id');
	article.attr('id', toName(path) || 'home').html($('main').html() ?? '');
	return $.html(article);
}

/** Nothing but what stands in the document, and no address to send anything to. */
function toPolicy({ $ }: Page): string {
	const texts = (selector: string) =>
		$(selector)
			.toArray()
			.map((element) => `'sha256-${toHash($(element).text())}'`);
	const styles = $('[style]').length > 0 ? ["'unsafe-inline'"] : texts('style');
	return [
		"default-src 'none'",
		`script-src ${texts('script').join(' ')}`,
		`style-src ${styles.join(' ')}`,
		'img-src data:',
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
}

function toHash(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
