import type { CheerioAPI } from 'cheerio';
import { isPhrasing } from '../notes/html/rehype.ts';

/** Takes out what Starlight and Astro say to others, or twice, and what nobody sees. */
export function tidy($: CheerioAPI): void {
	$('meta[name=generator], meta[property="og:locale"], link[rel=sitemap]').remove();
	// A large page has no bytes to spare; `og:image` is there for all.
	$('meta[name="twitter:card"]').remove();
	$('link[rel~=icon]').attr('rel', 'icon').removeAttr('type');
	$('main').removeAttr('data-pagefind-body').removeAttr('lang').removeAttr('dir');
	$('[class=""]').removeAttr('class');
	$('figcaption:empty').remove();
	dropDirections($);
	dropGaps($);
}

/** Starlight lets all code find its own direction, which such text has anyway in a page from left to right. */
function dropDirections($: CheerioAPI): void {
	const isPlain = (text: string) => /^[\x20-\x7e]*$/.test(text);
	$('html[dir=ltr] code[dir=auto]')
		.filter((_, code) => isPlain($(code).text()) && $(code).parent().closest('[dir]').is('html'))
		.removeAttr('dir');
}

/** Drops the lines between blocks. Beside words, and in code, each space is one. */
function dropGaps($: CheerioAPI): void {
	$('.sl-markdown-content, .sl-markdown-content :not(pre, pre *)')
		.contents()
		.filter((_, node) => {
			if (node.type !== 'text' || node.data.trim() !== '') return false;
			const beside = [node.prev, node.next].filter((one) => one !== null);
			return (
				beside.length > 0 && beside.every((one) => one.type === 'tag' && !isPhrasing(one.name))
			);
		})
		.remove();
}
