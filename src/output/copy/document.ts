import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { changeAddresses, type Page } from './page.ts';
import { readTarget, toName, toPlace } from './address.ts';

/** What has to be known of the site to write links within one document. */
export interface Place {
	/** The path that the site stands below, and where it is published. */
	base: string;
	origin: string;
	/** Pictures as `data:` addresses, by their paths. */
	pictures: ReadonlyMap<string, string>;
}

/** What the document is made of besides its articles. */
export interface Parts extends Place {
	/** What the site is called. */
	name: string;
	/** All that styles the pages. */
	styles: string;
	/** Makes one page of many, searches and copies. */
	program: string;
}

/** Pages that are no reading, and what needs a site around itself. */
const left = /^(?:404|search\/index)\.html$/;
const siteOnly = [
	'footer, noscript, .toc-narrow, .toc-wide, .right-sidebar-container, mobile-starlight-toc',
	'#own, .add, .home-sheet, .sheet-offer, link[rel=stylesheet]',
].join(', ');

/** Attributes that name the ids of other elements. */
const naming = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget'];

/** A page as a part of the document. */
export interface Article {
	/** The page's, below the site's folder. */
	path: string;
	html: string;
	/** Whether something in it is styled by an attribute. */
	hasStyle: boolean;
}

/** The article of a page, which stays as it is; nothing for what is no reading. */
export function toArticle({ path, $ }: Page, place: Place): Article | undefined {
	if (left.test(path) || $('main').length === 0) return undefined;
	const page = { path, $: load($('main').clone().toArray(), null, false) };
	prepare(page, place);
	const main = page.$('main');
	// The article has the page's own name; the heading at its top had it before.
	const title = main.find('h1').removeAttr('id').first().text().trim();
	const article = page.$('<article></article>').attr('data-title', title);
	article.attr('id', toName(path) || 'home').html(main.html() ?? '');
	return { path, html: page.$.html(article), hasStyle: page.$('[style]').length > 0 };
}

/**
 * Makes one document of the articles of a site, each with its address as its id. Without its program
 * it is a long text; with it, it shows the article that the address names. `shell` is a page whose
 * head and frame the document takes; nothing is left of it.
 */
export function toDocument(articles: readonly Article[], shell: Page, parts: Parts): string {
	const ordered = toOrdered(articles, shell, parts.base);
	prepare(shell, parts);
	const { $ } = shell;
	$('main').replaceWith(`<main>${place}</main>`);
	$('.skip, .sl-skip-link').attr('href', '#');
	$('[aria-current]').removeAttr('aria-current');
	$('html').removeAttr('data-has-toc');
	$('link[rel~=stylesheet], head style, head meta[name=description]').remove();
	$('title').text(parts.name);
	$('head').append(`<style>${parts.styles}</style>`);
	$('body').append(`<script>${parts.program}</script>`);
	$('meta[charset]').after(`<meta http-equiv="Content-Security-Policy" content="">`);
	const hasStyle = ordered.some((article) => article.hasStyle);
	$('meta[http-equiv]').attr('content', toPolicy(shell, hasStyle));
	// Not parsed with the rest: they are the whole site.
	const [before = '', after = ''] = $.html().split(place);
	return before + ordered.map(({ html }) => html).join('') + after;
}

/** Where the articles come. */
const place = '<!-- articles -->';

/** The home page, then as the sidebar has them, then those that it has not. */
function toOrdered(articles: readonly Article[], { $, path }: Page, base: string): Article[] {
	const links = $('nav.sidebar a[href]').toArray();
	const targets = links.map(({ attribs }) => readTarget(attribs['href'] ?? '', path, base));
	const named = ['index.html', ...targets.flatMap((one) => (one.isInside ? [one.path] : []))];
	const byPath = new Map(articles.map((article) => [article.path, article]));
	const first = new Set(named.flatMap((path) => byPath.get(path) ?? []));
	return [...first, ...articles.filter((article) => !first.has(article))];
}

function prepare(page: Page, { base, origin, pictures }: Place): void {
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

/** Nothing but what stands in the document, and no address to send anything to. */
function toPolicy({ $ }: Page, hasStyle: boolean): string {
	const texts = (selector: string) =>
		$(selector)
			.toArray()
			.map((element) => `'sha256-${toHash($(element).text())}'`);
	const styles = hasStyle ? ["'unsafe-inline'"] : texts('style');
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
