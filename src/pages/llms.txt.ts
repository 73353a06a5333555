import type { APIRoute } from 'astro';
import { toAbsoluteUrl } from '../links.ts';
import { toMarkdownUrl, toPlainTitle } from '../markdown/machines.ts';
import { readName, readPages, readTopics, readVersions } from '../collections.ts';

/** What there is for language models to read. https://llmstxt.org */
export const GET: APIRoute = async () => {
	const pages = await readPages();
	const lines = pages.map(
		({ id, data }) =>
			`- [${toPlainTitle(data.title)}](${toMarkdownUrl(id)}): ${data.description ?? ''}`,
	);
	const topics = (await readTopics()).map(({ data }) => toPlainTitle(data.title)).join(', ');
	const versions = await readVersions();
	const hasFacts = pages.some(({ id }) => id.startsWith('commands/'));
	const text = [
		`# ${toPlainTitle(await readName())}`,
		hasFacts
			? '> A Docker reference with sources and the day each fact was checked.'
			: `> Notes on ${topics}, one page for each section.`,
		...(versions === undefined ? [] : [`${versions}.`]),
		`Everything in one file: ${toAbsoluteUrl('/llms-full.txt')}`,
		`## Pages\n\n${lines.join('\n')}`,
	];
	return new Response(`${text.join('\n\n')}\n`);
};
