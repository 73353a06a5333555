import type { CheerioAPI } from 'cheerio';

/** Takes out what Starlight and Astro say to others, or twice, and what nobody sees. */
export function tidy($: CheerioAPI): void {
	$('meta[name=generator], meta[property="og:locale"], link[rel=sitemap]').remove();
	// A large page has no bytes to spare; `og:image` is there for all.
	$('meta[name="twitter:card"]').remove();
	$('link[rel~=icon]').attr('rel', 'icon').removeAttr('type');
	$('main').removeAttr('data-pagefind-body').removeAttr('lang').removeAttr('dir');
	$('[data-footnote-backref]').removeAttr('data-footnote-backref');
	$('[class=""]').removeAttr('class');
	$('figcaption:empty').remove();
	dropDirections($);
}

/** Starlight lets all code find its own direction, which such text has anyway in a page from left to right. */
function dropDirections($: CheerioAPI): void {
	const isPlain = (text: string) => /^[\x20-\x7e]*$/.test(text);
	$('html[dir=ltr] code[dir=auto]')
		.filter((_, code) => isPlain($(code).text()) && $(code).parent().closest('[dir]').is('html'))
		.removeAttr('dir');
}
