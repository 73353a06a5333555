import type { APIRoute } from 'astro';
import { toAbsoluteUrl } from '../links.ts';
import { escapeXml } from '../publish/xml.ts';
import { readName } from '../topics.ts';

/** Lets browsers add the site as a search engine. https://github.com/dewitt/opensearch */
export const GET: APIRoute = async () => {
	const name = escapeXml(await readName());
	return new Response(
		`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
	<ShortName>${name}</ShortName>
	<Description>Search ${name}</Description>
	<InputEncoding>UTF-8</InputEncoding>
	<Image width="16" height="16" type="image/svg+xml">${escapeXml(toAbsoluteUrl('/favicon.svg'))}</Image>
	<Url type="text/html" template="${escapeXml(toAbsoluteUrl('/search/'))}?q={searchTerms}" />
</OpenSearchDescription>
`,
		{ headers: { 'content-type': 'application/opensearchdescription+xml' } },
	);
};
