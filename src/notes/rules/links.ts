import type { Outline } from '../outline.ts';
import type { Target } from '../targets.ts';
import type { Finding, Rule } from './rule.ts';
import { findAttributes } from '../anchors.ts';
import { findNodes } from '../nodes.ts';
import { toPlace } from '../problem.ts';

const good = '# Docker\n\n[Group](#group)\n\n## Group\n\nText.\n';

export const linkFindsHeading: Rule = {
	name: 'link-finds-heading',
	severity: 'warning',
	strict: 'error',
	meaning: 'A link to a heading of the file leads to one. Any other is a link that does nothing.',
	hint: 'Link to a heading of this file: lower case, spaces as `-`, without punctuation.',
	example: { bad: good.replace('#group', '#grup'), good },
	find: (outline, { targets }) =>
		findLinks(outline, ['link', 'definition'], ({ url }) => {
			const target = targets(url, false);
			if (target.type !== 'missing' || target.what !== 'heading') return undefined;
			return { text: `link \`${target.name}\` leads to no heading` };
		}),
};

export const linkFindsFile: Rule = {
	name: 'link-finds-file',
	severity: 'warning',
	strict: 'error',
	meaning:
		'A link to a file leads to one that exists; on the site it would lead to a missing page.',
	hint: 'Correct the path; it is relative to the file of notes.',
	example: {
		bad: '# Docker\n\n[Guide](guide.pdf)\n',
		good: '# Docker\n\n[Guide](https://docs.example/guide.pdf)\n',
	},
	find: (outline, { targets }) => {
		const isImage = startIsImage(outline.root);
		return findLinks(outline, ['link', 'definition'], (node) =>
			isImage(node) ? undefined : toMissing(targets(node.url, false)),
		);
	},
};

export const imageFindsFile: Rule = {
	name: 'image-finds-file',
	severity: 'warning',
	strict: 'error',
	meaning: 'An image that stands beside the notes exists. Of any other, only its words are shown.',
	hint: 'Correct the path; it is relative to the file of notes.',
	example: {
		bad: '# Docker\n\n![Layers](layers.png)\n',
		good: '# Docker\n\n[Layers](https://docs.example/layers.png)\n',
	},
	find: (outline, { targets }) => {
		const isImage = startIsImage(outline.root);
		return findLinks(outline, ['image', 'definition'], (node) =>
			isImage(node) ? toMissing(targets(node.url, true)) : undefined,
		);
	},
};

export const linkIsPublished: Rule = {
	name: 'link-is-published',
	severity: 'warning',
	strict: 'error',
	meaning: 'A file that is linked to stands in `public/`. Only images are taken from elsewhere.',
	hint: 'Put it into `public/` and link to it from `/`.',
	example: {
		bad: '# Docker\n\n[Guide](beside.pdf)\n',
		good: '# Docker\n\n[Guide](/beside.pdf)\n',
		given: 'A file `beside.pdf` stands beside the notes.',
	},
	find: (outline, { targets }) =>
		findLinks(outline, ['link'], ({ url }) => {
			const target = targets(url, false);
			if (target.type !== 'unserved') return undefined;
			const { name } = target;
			const hint = `Put it into \`public/\` and link to \`/${name.replace(/^.*\//, '')}\`.`;
			return { text: `file \`${name}\` would not be published`, hint };
		}),
};

const safe = /^(?:https?|mailto|tel|ftp):/i;

export const linkIsSafe: Rule = {
	name: 'link-is-safe',
	severity: 'error',
	isFirm: true,
	meaning: 'A link leads to a place. One that runs code (`javascript:`) is never published.',
	hint: 'Write a link that begins with https:.',
	example: {
		bad: '# Docker\n\n[Run](javascript:run())\n',
		good: '# Docker\n\n[Read](https://docs.example/)\n',
	},
	find: (outline) =>
		findLinks(outline, ['link', 'image', 'definition'], ({ url }) => {
			const scheme = /^[a-z][a-z\d+.-]*:/i.exec(url.trim())?.[0];
			if (scheme === undefined || safe.test(scheme)) return undefined;
			return { text: `link begins with \`${scheme}\`` };
		}),
};

/** Something with an address, in Markdown or in HTML. */
type Addressed = { type: 'link' | 'image' | 'definition'; url: string; identifier?: string };

/** The attributes of HTML that are addresses. */
const addressing: Readonly<Record<string, Addressed['type']>> = {
	'a href': 'link',
	'img src': 'image',
};

/** Every address of the notes that breaks a rule, in Markdown and in the HTML within it. */
function findLinks(
	outline: Outline,
	types: readonly Addressed['type'][],
	check: (node: Addressed) => Pick<Finding, 'text' | 'hint'> | undefined,
): Finding[] {
	const findings: Finding[] = [];
	for (const node of findNodes(outline.root, ...types)) {
		const found = check(node);
		if (found !== undefined) findings.push({ ...toPlace(node), ...found });
	}
	for (const { element, name, value, line, column } of findAttributes(outline)) {
		const type = addressing[`${element} ${name}`];
		const found = type && types.includes(type) ? check({ type, url: value }) : undefined;
		if (found !== undefined) findings.push({ line, column, ...found });
	}
	return findings;
}

/** Tells images from links; a definition is an image's when one refers to it. */
function startIsImage(root: Outline['root']): (node: Addressed) => boolean {
	const names = new Set(findNodes(root, 'imageReference').map(({ identifier }) => identifier));
	return ({ type, identifier }) =>
		type === 'image' || (identifier !== undefined && names.has(identifier));
}

function toMissing(target: Target): Pick<Finding, 'text'> | undefined {
	if (target.type !== 'missing' || target.what !== 'file') return undefined;
	return { text: `file \`${target.name}\` does not exist` };
}
