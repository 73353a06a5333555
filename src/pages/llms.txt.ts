import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { toAbsoluteUrl } from '../links.ts';
import { toMarkdownUrl } from '../machines.ts';
import { siteName } from '../site.ts';

/** What there is for language models to read. https://llmstxt.org */
export const GET: APIRoute = async () => {
	const pages = (await getCollection('docs')).sort(
		(a, b) => (a.data.order ?? 0) - (b.data.order ?? 0),
	);
	const lines = pages.map(
		({ id, data }) => `- [${data.title}](${toMarkdownUrl(id)}): ${data.description ?? ''}`,
	);
	const text = [
		`# ${siteName}`,
		'> A Docker reference with sources and the day each fact was checked.',
		`Everything in one file: ${toAbsoluteUrl('/llms-full.txt')}`,
		`## Pages\n\n${lines.join('\n')}`,
	];
	return new Response(`${text.join('\n\n')}\n`);
};
