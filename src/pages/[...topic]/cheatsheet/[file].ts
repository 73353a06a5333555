import type { APIRoute, GetStaticPaths } from 'astro';
import type { Sheet } from '../../../cheatsheet/model.ts';
import { toFiles } from '../../../cheatsheet/files.ts';
import { toAbsoluteUrl } from '../../../links.ts';
import { toSheetPaths } from '../../../collections.ts';

interface Props {
	sheet: Sheet;
	path: string;
}

/** The sheets of all files of notes as PDFs, pictures and text. */
export const getStaticPaths = (async () =>
	(await toSheetPaths()).flatMap(({ topic, sheet }) =>
		toFiles(sheet).map(({ path }) => ({
			params: { topic, file: path.slice(path.lastIndexOf('/') + 1) },
			props: { sheet, path } satisfies Props,
		})),
	)) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { sheet, path } }) => {
	const file = toFiles(sheet).find((one) => one.path === path);
	if (file === undefined) return new Response(undefined, { status: 404 });
	const content = await file.render(toAbsoluteUrl('/'));
	return new Response(new Uint8Array(content), { headers: { 'content-type': file.type } });
};
