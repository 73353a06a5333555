import type { CheerioAPI } from 'cheerio';
import postcss, { type Root } from 'postcss';
import parser from 'postcss-selector-parser';
import { dropEmpty } from './media.ts';

/** What selectors can ask of an element: its name, classes, id, attributes with their values. */
export interface Described {
	tag: string;
	classes: ReadonlySet<string>;
	attributes: ReadonlyMap<string, string>;
	/** Whether it is a part of a block of code, which Expressive Code alone draws. */
	isCode: boolean;
}

/** What stands on the pages, each kind of element once, and what scripts may add to it. */
export interface Vocabulary {
	elements: readonly Described[];
	words: ReadonlySet<string>;
}

/** Values that are different on each page; that they are there is asked at most. */
const unasked = new Set(['href', 'id', 'content', 'title', 'value', 'name', 'src', 'd']);

/** Around each block of code. Its own sheet is made for more than we show: marked lines, titles. */
const codeClass = 'expressive-code';

/** A script changes the theme of the page, and gives none to anything else. */
const themeAttribute = 'data-theme';

/** The attributes of which some rule of a style sheet asks more than whether they are there. */
export function toAsked(css: string): Set<string> {
	return new Set([...css.matchAll(/\[\s*([\w-]+)\s*[~|^$*]?=/g)].map(([, name = '']) => name));
}

/**
 * Describes the elements of pages; what is alike but for values that no rule asks for is described
 * once. A page is asked for when the one before it is done with.
 */
export function describe(pages: Iterable<CheerioAPI>, asked: ReadonlySet<string>): Described[] {
	const isAsked = (name: string) => asked.has(name) && !unasked.has(name);
	const found = new Map<string, Described>();
	for (const $ of pages) {
		const codes = new Set($(`.${codeClass} *`).toArray());
		for (const element of $('html, html *').toArray()) {
			const { tagName, attribs } = element;
			const isCode = codes.has(element);
			const { class: names = '', ...others } = attribs;
			const attributes = Object.entries(others).map(
				([name, value]) => [name, isAsked(name) ? value : ''] as const,
			);
			const key = [tagName, isCode, names, ...attributes.flat()].join('\n');
			if (found.has(key)) continue;
			const classes = new Set(names.split(/\s+/));
			found.set(key, { tag: tagName, classes, attributes: new Map(attributes), isCode });
		}
	}
	return [...found.values()];
}

/** The words in the texts of scripts; each may be a class, an attribute or a tag of what they make. */
export function readWords(scripts: readonly string[]): Set<string> {
	const texts = scripts.flatMap((script) => [
		...(script.match(/`[^`]*`|"[^"\n]*"|'[^'\n]*'/g) ?? []),
		...(script.match(/dataset\.\w+/g) ?? []),
	]);
	return new Set(texts.flatMap((text) => text.match(/[a-z][\w-]*/gi) ?? []));
}

/**
 * Leaves of a style sheet the rules that some element can match. Each compound (`a.b[c]`) has to fit
 * one element; which stands in which is not asked, nor what `:not()` excludes.
 */
export function purge(css: string, vocabulary: Vocabulary): string {
	const root: Root = postcss.parse(css);
	const known = new Map<string, boolean>();
	root.walkRules((rule) => {
		if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as postcss.AtRule).name)) {
			return;
		}
		const kept = rule.selectors.filter((selector) => {
			const isKept = known.get(selector) ?? canMatch(parse(selector), vocabulary);
			known.set(selector, isKept);
			return isKept;
		});
		if (kept.length === 0) rule.remove();
		else if (kept.length < rule.selectors.length) rule.selectors = kept;
	});
	return String(dropEmpty(root));
}

function parse(selector: string): parser.Selector {
	const [first] = parser().astSync(selector).nodes;
	if (first === undefined) throw new Error(`no selector: ${selector}`);
	return first;
}

function canMatch(selector: parser.Selector, vocabulary: Vocabulary): boolean {
	const [outer = [], ...inner] = toCompounds(selector);
	const isCode = outer.some(({ type, value }) => type === 'class' && value === codeClass);
	const within = isCode ? toCode(vocabulary) : vocabulary;
	return fits(outer, vocabulary) && inner.every((compound) => fits(compound, within));
}

/** What is in blocks of code. Scripts of the site add to that only what has rules apart. */
function toCode({ elements }: Vocabulary): Vocabulary {
	return { elements: elements.filter(({ isCode }) => isCode), words: new Set() };
}

function toCompounds({ nodes }: parser.Selector): parser.Node[][] {
	const compounds: parser.Node[][] = [[]];
	for (const node of nodes) {
		if (node.type === 'combinator') compounds.push([]);
		else if (node.type !== 'comment') compounds.at(-1)?.push(node);
	}
	return compounds;
}

function fits(compound: readonly parser.Node[], vocabulary: Vocabulary): boolean {
	const functions = compound.filter(isFunction);
	const isPossible = functions.every(({ nodes }) =>
		nodes.some((selector) => canMatch(selector, vocabulary)),
	);
	if (!isPossible) return false;
	const asked = compound.filter((node) => !isFunction(node));
	return (
		vocabulary.elements.some((element) =>
			asked.every((node) => suits(node, element, vocabulary.words)),
		) || asked.every((node) => isMade(node, vocabulary.words))
	);
}

/** `:is()` and its like ask for something; `:not()` does not. */
function isFunction(node: parser.Node): node is parser.Pseudo {
	return node.type === 'pseudo' && /^:(?:is|where|has|lang)$/.test(node.value);
}

function suits(node: parser.Node, element: Described, words: ReadonlySet<string>): boolean {
	if (node.type === 'tag') return node.value.toLowerCase() === element.tag;
	if (node.type === 'class') {
		return element.classes.has(node.value) || (element.tag !== 'html' && words.has(node.value));
	}
	if (node.type === 'id') return element.attributes.has('id');
	if (node.type === 'attribute') return suitsAttribute(node, element, words);
	if (node.type === 'pseudo' && node.value === ':root') return element.tag === 'html';
	return true;
}

function suitsAttribute(
	{ attribute, operator, value = '' }: parser.Attribute,
	{ attributes }: Described,
	words: ReadonlySet<string>,
): boolean {
	const own = attributes.get(attribute);
	const isSet = words.has(toProperty(attribute)) || words.has(attribute);
	if (operator === undefined || unasked.has(attribute)) return own !== undefined || isSet;
	if (attribute === themeAttribute) return own !== undefined;
	if (isSet) return true;
	return own !== undefined && (operator === '=' ? own === value : own.includes(value));
}

/** `data-own` is `own` in a script's `dataset`. */
function toProperty(attribute: string): string {
	return attribute.startsWith('data-') ? attribute.slice(5) : attribute;
}

/** Whether a script may make an element of this kind. */
function isMade(node: parser.Node, words: ReadonlySet<string>): boolean {
	if (node.type === 'tag' || node.type === 'class' || node.type === 'id') {
		return words.has(node.value);
	}
	if (node.type === 'attribute') {
		const { attribute } = node;
		return (
			attribute !== themeAttribute && (words.has(toProperty(attribute)) || words.has(attribute))
		);
	}
	return node.type !== 'pseudo' || node.value !== ':root';
}
