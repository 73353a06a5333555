import type { CheerioAPI } from 'cheerio';

/** The looks of highlighted words: for each `style` attribute that a page had, the class in its place. */
export type Looks = Map<string, string>;

/** What Expressive Code's variables stand for; the first digit says which theme. */
const properties: Readonly<Record<string, string>> = {
	'': 'color',
	bg: 'background-color',
	fs: 'font-style',
	fw: 'font-weight',
	td: 'text-decoration',
};

/**
 * Puts a class in the place of each `style` attribute of a page, and adds it to the looks. A policy
 * without `'unsafe-inline'` lets no attribute style anything; and a class is said once for all pages.
 * Words that look like plain code need none: `plain` is how that looks.
 */
export function replaceStyles($: CheerioAPI, looks: Looks, plain: string | undefined): void {
	for (const element of $('[style]').toArray()) {
		const style = element.attribs['style'] ?? '';
		if (style === plain && element.tagName === 'span') {
			$(element).replaceWith($(element).contents());
			continue;
		}
		const known = looks.get(style) ?? `t${looks.size.toString(36)}`;
		looks.set(style, known);
		$(element).removeAttr('style').addClass(known);
	}
}

/** The rules of all looks. */
export function renderLooks(looks: Looks): string {
	return [...looks].map(([style, name]) => renderLook(style, `.${name}`)).join('');
}

function renderLook(style: string, selector: string): string {
	const themes: [string[], string[], string[]] = [[], [], []];
	for (const declaration of style.split(';').filter(Boolean)) {
		const [, theme, name = ''] = /^--([01])(\w*):/.exec(declaration) ?? [];
		const property = properties[name];
		const value = declaration.slice(declaration.indexOf(':') + 1);
		if (theme === undefined || property === undefined) themes[2].push(declaration);
		else themes[theme === '0' ? 0 : 1].push(`${property}:${value}`);
	}
	const [dark, light, both] = themes;
	// What both themes share is said once.
	const lightOnly = light.filter((declaration) => !dark.includes(declaration));
	const first = [...both, ...dark].join(';');
	return [
		first === '' ? '' : `${selector}{${first}}`,
		lightOnly.length === 0 ? '' : `[data-theme=light] ${selector}{${lightOnly.join(';')}}`,
	].join('');
}
